"""The newest days by stories: one claim a story, with a sentence of each of its articles."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from corpus.article import LANGUAGES, Language, Passage
from corpus.text.dates import format_date
from rag.answer import Answer
from rag.answering.citations import abstain, compose
from rag.answering.draft import Proposal, Question
from rag.digest.sentences import Sentence, sentences_of
from rag.digest.stories import Story, Told, stories_of, told_by
from rag.digest.telling import ENGINE, sound, told

if TYPE_CHECKING:
    from rag.index.embedder import Embedder
    from rag.index.reading import Index

# Days of a briefing unless another number is asked for.
DAYS = 7
# Articles compared at most, the newest: finding stories takes time with the cube of their number.
ARTICLES = 400

_TITLE: dict[Language, str] = {
    "fr": "Du {first} au {last}\u00a0: {stories}, {articles}",
    "en": "{first} to {last}: {stories}, {articles}",
}
_STORIES: dict[Language, tuple[str, str]] = {
    "fr": ("{} sujet", "{} sujets"),
    "en": ("{} story", "{} stories"),
}
_ARTICLES: dict[Language, tuple[str, str]] = {
    "fr": ("{} article", "{} articles"),
    "en": ("{} article", "{} articles"),
}


@dataclass(frozen=True, slots=True)
class Briefing:
    """The stories of some days; the claim of ``answer`` at the same place tells each of ``stories``."""

    answer: Answer
    stories: tuple[Story, ...] = ()


def brief(
    index: "Index", embedder: "Embedder", today: date, *, days: int = DAYS, language: Language | None = None
) -> Briefing:
    """The stories of the newest ``days`` days, newest first, counted back from the newest article.

    An article dated after ``today`` is left out: its date is a mistake that would hide all others. A story
    is told by the lead of its newest article and the sentence of each other one that is nearest to it.
    ``language`` None means that of most articles. Abstains (``not_in_corpus``) when no article has a date.
    """
    dated = [
        (day, name, spoken)
        for name, byline, spoken, _ in index.articles()
        if (day := byline.published) and day <= today
    ]
    newest = max((day for day, _, _ in dated), default=today)
    since = date.fromordinal(max(1, newest.toordinal() - days + 1))
    recent = sorted((row for row in dated if row[0] >= since), key=_newest_first)[:ARTICLES]
    spoken = [row[2] for row in recent]
    usual: Language = max(LANGUAGES, key=spoken.count)
    asked = Question("briefing", language or usual)
    names = [name for _, name, _ in recent]
    found = zip(names, index.of_articles(names), strict=True)
    read = {name: passages for name, passages in found if passages}  # of page furniture nothing is left
    stories = stories_of([_compared(index, passages) for passages in read.values()])
    told_stories = _sound([(story, _tell(story, read, embedder, asked.language)) for story in stories], asked)
    if not told_stories:
        return Briefing(abstain(asked, "not_in_corpus", (), ENGINE, asked=asked.text))
    kept = tuple(story for story, _ in told_stories)
    title = _title(since, newest, kept, asked.language)
    proposals = [proposal for _, proposal in told_stories]
    return Briefing(compose(asked, proposals, (), ENGINE, asked=asked.text, notice=title), kept)


def _compared(index: "Index", passages: Sequence[Passage]) -> Told:
    first = passages[0]
    texts, ids = [passage.text for passage in passages], [passage.id for passage in passages]
    return told_by(first.article_id, first.byline, first.language, texts, index.vectors(ids))


def _tell(
    story: Story, read: Mapping[str, Sequence[Passage]], embedder: "Embedder", language: Language
) -> Proposal:
    """The lead of the newest article, then from each other the sentence nearest to it."""
    lead = max(sentences_of(read[story.articles[0]]), key=lambda sentence: sentence.at_home)
    others = [_nearest(lead, sentences_of(read[name]), embedder) for name in story.articles[1:]]
    return told((lead, *others), language)


def _nearest(lead: Sentence, sentences: Sequence[Sentence], embedder: "Embedder") -> Sentence:
    vectors = embedder.embed_passages([lead.text, *(sentence.text for sentence in sentences)])
    near = vectors[1:] @ vectors[0]
    return max(sentences, key=lambda sentence: (round(float(near[sentence.order]), 6), -sentence.order))


def _sound(
    told_stories: Sequence[tuple[Story, Proposal]], asked: Question
) -> tuple[tuple[Story, Proposal], ...]:
    return tuple(pair for pair in told_stories if sound((pair[1],), asked.language))


def _newest_first(row: tuple[date, str, Language]) -> tuple[int, str]:
    return -row[0].toordinal(), row[1]


def _title(since: date, newest: date, stories: Sequence[Story], language: Language) -> str:
    articles = sum(len(story.articles) for story in stories)
    return _TITLE[language].format(
        first=format_date(since, language),
        last=format_date(newest, language),
        stories=_STORIES[language][len(stories) > 1].format(len(stories)),
        articles=_ARTICLES[language][articles > 1].format(articles),
    )
