"""The head of the page and its empty state: what Dépêche is, what it holds, what to ask."""

from collections.abc import Sequence

from corpus.article import Language
from corpus.text.dates import format_date
from corpus.text.typography import number
from rag.answer import Facts
from ui.actions import button
from ui.markup import NOTHING, Html, joined, safe, tag
from ui.strings import counted, say


def masthead(line: str, language: Language) -> Html:
    """The name and one ``line`` below it: what the library holds, or why that is not known.

    With it comes what is shown when too many readers wait.
    """
    return joined(
        (
            tag("h1", safe("Dépêche")),
            tag("p", safe(line), class_="facts", role="status"),
            tag("p", safe(say("busy", language)), class_="busy", role="alert", hidden=""),
            tag("button", safe(say("theme", language)), type="button", class_="theme", data_theme="switch"),
        )
    )


def welcome(examples: Sequence[str] | None, language: Language) -> Html:
    """What stands where the answers will be: two sentences and questions that the library answers.

    ``examples`` are None as long as they are not known; where there are none, articles are to be added.
    """
    return tag(
        "section",
        tag("h2", safe(say("welcome", language))),
        tag("p", safe(say("tagline", language))),
        NOTHING if examples is None else _offer(examples, language),
        class_="welcome",
    )


def _offer(examples: Sequence[str], language: Language) -> Html:
    if not examples:
        return button("go_add", language, data_act="adding")
    asks = (tag("button", safe(ask), type="button", class_="example", data_ask=ask) for ask in examples)
    title = tag("h3", safe(say("examples", language)))
    return joined((title, tag("ul", *(tag("li", ask) for ask in asks), class_="examples")))


def foot(language: Language) -> Html:
    """The bar at the foot of a phone: to the question, its sources, the articles, a tap each."""
    ways = (("question", "foot_question"), ("sources", "sources"), ("articles", "tab_articles"))
    buttons = (tag("button", safe(say(key, language)), type="button", data_foot=to) for to, key in ways)
    return tag("nav", *buttons, aria_label=say("foot", language))


def contents(facts: Facts, language: Language) -> str:
    """Articles, languages, newest date and engine on one line."""
    parts = [counted("articles", facts.articles, language)]
    parts += [f"{number(count, language)} {spoken.upper()}" for spoken, count in facts.articles_by_language]
    if facts.newest:
        parts.append(say("newest", language, day=format_date(facts.newest, language)))
    if facts.sample:
        parts.append(say("sample", language))
    local = facts.engine == "extractive"
    parts.append(say("no_llm", language) if local else say("with_llm", language, engine=facts.engine))
    return " · ".join(parts)
