"""What the engine is fitted on: dev items over the sample dispatches, held-out written news over itself."""

import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.article import Article, Byline, Language, Passage, Span
from corpus.library import Library
from corpus.text.clean import clean
from corpus.text.language import identify
from eval.evidence import Case, Judge, Witness, cases
from eval.items import Item
from eval.loader import load_sets
from eval.matchers import Statement, matched
from eval.run import ASKED_ON
from eval.split import dev_items
from rag.answering.draft import Evidence
from rag.answering.engines.extractive import ExtractiveEngine
from rag.answering.reader import open_reader
from rag.answering.telling import Telling
from rag.assistant import Assistant
from rag.index.embedder import open_embedder
from rag.settings import Settings
from rag.training.corpora import Question, lines_of
from rag.training.examples import held_out
from rag.training.written import written

EVERY = 3  # of the held-out questions of the news one in so many is asked: 1,900 tell fourteen weights apart
NEWS = Path(__file__).parent.parent / "rag" / "training" / "news.txt"


def of_dev() -> tuple[Case, ...]:
    """The dev items over the sample dispatches."""
    items = load_sets()
    chosen = dev_items(items)
    asked = [(item.question, item.answerable, ItemJudge(item)) for item in items if item.id in chosen]
    with tempfile.TemporaryDirectory(prefix="depeche-fit-") as home:
        return _witnessed(Settings(home=Path(home)), asked)


def of_news(file: Path) -> tuple[Case, ...]:
    """Every third question of the held-out articles of ``file``, over these articles."""
    questions = [question for question in written(lines_of(file)) if held_out(question)]
    with tempfile.TemporaryDirectory(prefix="depeche-fit-") as home:
        settings = Settings(home=Path(home))
        library = Library(settings.library)
        for article in articles_of(questions):
            library.put(article)
        asked = [(one.text, not one.missing, NewsJudge(one)) for one in questions[::EVERY]]
        return _witnessed(settings, asked)


def articles_of(questions: Iterable[Question]) -> tuple[Article, ...]:
    """The articles that the questions are asked of; a paragraph that nothing is asked of is left out."""
    told: dict[str, dict[str, None]] = {}
    for question in questions:
        told.setdefault(clean(question.article), {})[clean(question.context)] = None
    return tuple(
        Article(f"news-{number}", identify(" ".join(texts)), Byline(title, "", None, None), tuple(texts))
        for number, (title, texts) in enumerate(told.items())
    )


@dataclass(frozen=True, slots=True)
class ItemJudge:
    """What states a vital nugget of ``item`` is right; a sentence, in a passage that may be cited for it."""

    item: Item

    def sentence(self, passage: Passage, span: Span) -> bool:
        """See `Judge`."""
        may = {*self.item.acceptable, *(ref for group in self.item.gold for ref in group)}
        text = passage.text[span.start : span.end]
        return passage.id in may and self._states(text, passage.language)

    def short(self, text: str, language: Language, evidence: Sequence[Evidence]) -> bool:  # noqa: ARG002
        """See `Judge`."""
        return self._states(text, language)

    def _states(self, text: str, language: Language) -> bool:
        vital = (way for nugget in self.item.nuggets if nugget.vital for way in nugget.any_of)
        return any(matched(way, [Statement(text, language)]) for way in vital)


@dataclass(frozen=True, slots=True)
class NewsJudge:
    """What holds the answer to a written question is right, in the paragraph that is asked."""

    question: Question

    def sentence(self, passage: Passage, span: Span) -> bool:
        """See `eval.evidence.Judge`."""
        answer = self._answer(passage)
        return answer is not None and span.start <= answer.start and answer.end <= span.end

    def short(self, text: str, language: Language, evidence: Sequence[Evidence]) -> bool:  # noqa: ARG002
        """See `eval.evidence.Judge`: it was read where the answer stands."""
        answers = ((one, self._answer(one.passage)) for one in evidence)
        return any(answer and one.start < answer.end and answer.start < one.end for one, answer in answers)

    def _answer(self, passage: Passage) -> Span | None:
        told = self.question.context
        if self.question.span is None or passage.text != clean(told):
            return None
        first = passage.text.find(clean(told[slice(*self.question.span)]))
        return None if first < 0 else Span(first, first + len(clean(told[slice(*self.question.span)])))


def _witnessed(settings: Settings, asked: Sequence[tuple[str, bool, Judge]]) -> tuple[Case, ...]:
    embedder, reader = open_embedder(settings), open_reader(settings)
    engine = ExtractiveEngine(embedder, reader, Telling(lambda: assistant.index()))
    witness = Witness(engine)
    assistant = Assistant(settings, embedder, witness, reader=reader, today=lambda: ASKED_ON)
    assistant.sync()
    return cases(asked, assistant.ask, witness)
