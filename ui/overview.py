"""The overview: the newest stories with a cited sentence each, and the timeline of a topic."""

from collections.abc import Iterable, Sequence

from corpus.article import Language
from corpus.text.dates import format_date
from rag.answer import Citation
from rag.digest.timeline import Timeline, label
from ui.actions import button
from ui.coverage import coverage
from ui.markup import NOTHING, Html, badge, day, headline, joined, opener, origin, safe, tag
from ui.strings import counted, say
from ui.topics import Topic

NEWEST = 8  # stories that are shown at once: three screens of a phone; older ones are folded below


def overview(topics: Sequence[Topic], language: Language) -> Html:
    """The stories ``topics``, newest first and not empty, below their coverage."""
    older = topics[NEWEST:]
    summary = tag("summary", safe(counted("stories_older", len(older), language)))
    folded = tag("details", summary, _list(older, language)) if older else NOTHING
    return joined(
        (
            tag("h2", safe(say("overview_title", language))),
            tag("p", safe(_extent(topics, language)), class_="count"),
            coverage(topics, language),
            tag("h3", safe(say("stories_newest", language))),
            _list(topics[:NEWEST], language),
            folded,
        )
    )


def _extent(topics: Sequence[Topic], language: Language) -> str:
    """How many stories and articles there are, and from when."""
    days = [day for topic in topics for day in topic.days]
    stories = counted("stories", len(topics), language)
    articles = counted("articles", sum(len(topic.story.articles) for topic in topics), language)
    first, last = format_date(min(days), language), format_date(max(days), language)
    return say("extent", language, stories=stories, articles=articles, first=first, last=last)


def waiting(language: Language) -> Html:
    """What is shown while the stories are being found."""
    title = tag("h2", safe(say("overview_title", language)))
    return joined((title, tag("p", safe(say("overview_waiting", language)), class_="waiting", role="status")))


def nothing(articles: int, language: Language) -> Html:
    """What is shown when there is no dated article to tell of, though there may be undated ``articles``."""
    title = tag("h2", safe(say("overview_title", language)))
    why = counted("overview_undated", articles, language) if articles else say("overview_empty", language)
    hint = say("overview_undated_hint" if articles else "overview_empty_hint", language)
    add = button("go_add", language, data_act="adding")
    return joined((title, tag("p", safe(why), class_="none"), tag("p", safe(hint), class_="hint"), add))


def topic_form(language: Language) -> Html:
    """The field for the topic of a timeline."""
    words = say("topic_label", language)
    said = {"aria_label": words, "placeholder": words}
    field = tag("input", type="text", name="topic", required="", maxlength=200, **said)
    submit = tag("button", safe(say("topic_tell", language)), type="submit", class_="plain")
    title = tag("h3", safe(say("topic_title", language)))
    return joined((title, tag("form", field, submit, data_act="tell")))


def chronicle(topic: str, timeline: Timeline, language: Language) -> Html:
    """What happened when about ``topic``, or why nothing can be told."""
    answer = timeline.answer
    title = tag("h3", safe(say("chronicle_of", language, topic=topic)))
    if not timeline.entries:
        reason, hint = (safe(say(f"{part}_{answer.reason}", language)) for part in ("reason", "hint"))
        refusal = tag("div", tag("p", reason), tag("p", hint, class_="hint"), class_="refusal")
        return tag("section", title, refusal, data_announce=say(f"reason_{answer.reason}", language))
    cited = {citation.marker: citation for citation in answer.citations}
    entries = (
        tag(
            "li",
            tag("h4", safe(label(entry, language))),
            *(quotation(cited[marker], language) for marker in answer.claims[entry.claim].markers),
        )
        for entry in timeline.entries
    )
    said = counted("chronicle_said", len(timeline.entries), language, topic=topic)
    return tag("section", title, tag("ol", *entries, class_="chronicle"), data_announce=said)


def quotation(citation: Citation, language: Language) -> Html:
    """A quoted sentence with its article's byline and the way to its paragraph."""
    passage = citation.passage
    open_it = say("open_article", language, n=passage.index + 1)
    onward = opener(passage.article_id, passage.index, open_it, quotes=[citation.quote])
    return joined(
        (
            tag("blockquote", safe(citation.quote), lang=passage.language),
            origin(passage.byline, passage.language, language),
            tag("p", onward, class_="onward"),
        )
    )


def _list(topics: Iterable[Topic], language: Language) -> Html:
    return tag("ol", *(tag("li", _story(topic, language)) for topic in topics), class_="stories")


def _story(topic: Topic, language: Language) -> Html:
    passage, others = topic.lead.passage, topic.cited[1:]
    title = opener(passage.article_id, None, passage.byline.title, css="headline")
    also = (tag("li", _entry(one, language)) for one in others)
    listed = tag("p", safe(say("story_also", language)), class_="also") if others else NOTHING
    return tag(
        "article",
        _facts(topic, language),
        tag("h4", title, lang=passage.language),
        quotation(topic.lead, language),
        listed,
        tag("ul", *also, class_="also") if others else NOTHING,
        tag("p", button("story_ask", language, **_narrowing(topic)), class_="actions"),
        class_="story",
    )


def _facts(topic: Topic, language: Language) -> Html:
    """How many articles in which languages, and the newest date."""
    dot = tag("span", safe(" · "), aria_hidden="true")
    articles = tag("span", safe(counted("articles", len(topic.story.articles), language)))
    tongues = (badge(spoken, language) for spoken in topic.story.languages)
    return tag("p", day(topic.story.newest, language), dot, articles, dot, *tongues, class_="origin")


def _entry(citation: Citation, language: Language) -> Html:
    passage = citation.passage
    title = headline(passage.article_id, passage.index, passage.byline.title, passage.language)
    quote = tag("blockquote", safe(citation.quote), lang=passage.language)
    return joined((title, origin(passage.byline, passage.language, language), quote))


def _narrowing(topic: Topic) -> dict[str, str]:
    return {"data_act": "narrow", "data_articles": " ".join(topic.story.articles)}
