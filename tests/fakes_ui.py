"""A small real assistant for the page: it answers from the words that question and paragraph share."""

import re
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Literal

from fakes_digest import Digests

from corpus import unsaid
from corpus.article import LANGUAGES, Article, Byline, Language, Passage, Span
from corpus.errors import UnknownArticle
from corpus.frontmatter import parse
from corpus.library import Library
from corpus.reasons import reason
from rag.answer import (
    AddReport,
    Answer,
    Citation,
    Claim,
    Facts,
    Filters,
    Hit,
    IndexReport,
    Short,
    Side,
    Skipped,
    Turn,
    Update,
)
from rag.errors import BadQuestion, NoIndex
from rag.index.catalogue import article_digest, difference
from rag.lines import told
from rag.settings import Settings

HOSTILE = (
    '<script>alert("in")</script><img src=x onerror=alert(1)> ![px](http://evil.example/p.png?leak=1) '
    '{{constructor.constructor("alert(2)")()}} ${alert(3)} [clic](javascript:alert(4)) '
    "\"'><svg onload=alert(5)> </textarea></style> Le piège hostile a été désamorcé."
)

ARTICLES = (
    Article(
        "minsk-fr",
        "fr",
        Byline("Visite à Minsk", "Dépêche", date(2022, 12, 19), "https://example.org/minsk?a=1&b=2"),
        (
            "Vladimir Poutine s’est rendu à Minsk lundi.",
            "« Aujourd’hui, nous avons livré les systèmes de missiles S-400 et Iskander », a annoncé "
            "Alexandre Loukachenko. Le S-400 est un missile anti-aérien.",
            "Le porte-parole du Kremlin a nié toute pression sur Minsk.",
        ),
    ),
    Article(
        "minsk-en",
        "en",
        Byline("Missiles delivered in Minsk", "Dispatch", date(2022, 12, 20), None),
        ("The S-400 and Iskander missiles were delivered, Lukashenko said in Minsk. Kyiv fears an attack.",),
    ),
    Article(
        "hostile-fr",
        "fr",
        Byline("<b>Piège</b> {{7*7}}", "A\"'><i onclick=alert(6)>", None, "javascript:alert(7)"),
        (HOSTILE,),
    ),
)
SAFES = 20
_COMMON = {"quels", "quelle", "which", "disent", "articles"}


class WordAssistant(Digests):
    """Finds paragraphs that share long words with the question and quotes their first sentence.

    ``error`` is raised by every question, to see how the page bears it. With ``keep`` the articles are
    files of the library in the home of ``settings``.
    """

    def __init__(
        self,
        articles: Iterable[Article] = ARTICLES,
        *,
        error: Exception | None = None,
        settings: Settings | None = None,
        keep: bool = False,
    ) -> None:
        self._articles = {article.id: article for article in articles}
        self._error = error
        self._keep = keep
        self.settings = settings or Settings.from_env()
        if keep:
            for article in self._articles.values():
                self.library().put(article)
        self.asked: list[tuple[str, str, int]] = []
        self.filters: list[Filters] = []
        self.batches: list[int] = []

    def ask(self, question: str, *, language: Language | Literal["auto"] = "auto") -> Answer:
        """The answer of the last update of `stream`."""
        *_, last = self.stream(question, language=language)
        assert last.answer is not None
        return last.answer

    def stream(
        self,
        question: str,
        *,
        language: Language | Literal["auto"] = "auto",
        filters: Filters = Filters(),
        history: Sequence[Turn] = (),
    ) -> Iterator[Update]:
        """Hits, claims one by one, the answer; a question with "lentement" takes its time before it ends.

        The words "en 2021" are read as a filter.
        """
        self.asked.append((question, language, len(history)))
        self.filters.append(filters)
        if self._error is not None:
            raise self._error
        if not _words(question):
            raise BadQuestion(told("question_wordless", text=question))
        english = re.search(r"\b(the|did|what|which)\b", question, re.IGNORECASE)
        spoken: Language = language if language != "auto" else "en" if english else "fr"
        if "en 2021" in question and not filters.any_day:
            filters = replace(filters, until=date(2021, 12, 31))
        every = self._hits(question)
        hits = tuple(hit for hit in every if filters.admit(hit.passage))
        yield Update("retrieved", hits)
        answer = answer_from(question, spoken, hits)
        if answer.status == "abstained" and answer_from(question, spoken, every).status == "answered":
            answer = replace(answer, reason="filtered_out")
        answer = in_few_words(answer)
        if history and len(_words(question)) < 2:
            answer = replace(answer, notice=f"{history[-1].question} {question}")
        for count in range(1, len(answer.claims) + 1):
            yield Update("claim", hits, answer.claims[:count], answer.citations[:count])
            for _ in range(200 if "lentement" in question else 0):
                time.sleep(0.05)
                yield Update("claim", hits, answer.claims[:count], answer.citations[:count])
        yield Update("done", hits, answer.claims, answer.citations, answer)

    def search(self, query: str, *, k: int) -> tuple[Hit, ...]:
        """The passages that share the most words."""
        return self._hits(query)[:k]

    def add(self, paths: Iterable[Path | str]) -> AddReport:
        """Takes a file's first line as title, the others as paragraphs; "lent" in its name takes a second."""
        files = [Path(path) for path in paths]
        self.batches.append(len(files))
        added: list[str] = []
        unchanged: list[str] = []
        skipped: list[Skipped] = []
        for path in files:
            time.sleep("lent" in path.name)
            if path.suffix == ".md":
                self._put(parse(path.read_text("utf-8"), path.name), added)
                continue
            title, *paragraphs = path.read_text("utf-8").strip().split("\n")
            if not paragraphs:
                skipped.append(Skipped(str(path), reason("no_text")))
                continue
            article_id = unsaid.article_id(path.name)
            byline = Byline(title, "Ajout", None, None)
            self._put(
                Article(article_id, "fr", byline, tuple(paragraphs)),
                unchanged if article_id in self._articles else added,
            )
        return AddReport(tuple(added), (), tuple(unchanged), tuple(skipped))

    def suggestions(self, count: int, *, language: Language) -> tuple[str, ...]:
        """The first words of articles in ``language``, as questions that are answered."""
        own = [article for article in self.articles() if article.language == language]
        made = [" ".join(one.paragraphs[0].partition(". ")[0].split()[:8]) + " ?" for one in own]
        return tuple([one for one in made if self.ask(one).status == "answered"][:count])

    def _put(self, article: Article, outcome: list[str]) -> None:
        outcome.append(article.id)
        self._articles[article.id] = article
        if self._keep:
            self.library().put(article)

    def library(self) -> Library:
        """The library in the home."""
        return Library(self.settings.library)

    def sync(self) -> IndexReport:
        """Reads the library again, if there is one."""
        if self._keep:
            self._articles = {article.id: article for article in self.library().articles()}
        return IndexReport(0, 0, 0, len(self._articles), 0)

    def behind(self, articles: Iterable[Article]) -> IndexReport:
        """Compares with the articles that were read last."""
        served = {article.id: article_digest(article) for article in self.articles()}
        return difference({article.id: article_digest(article) for article in articles}, served, 0)

    def articles(self) -> tuple[Article, ...]:
        """All articles, by id."""
        return tuple(sorted(self._articles.values(), key=lambda article: article.id))

    def article(self, article_id: str) -> Article:
        """One article."""
        if article_id not in self._articles:
            raise UnknownArticle(f"no article {article_id!r}; see the list")
        return self._articles[article_id]

    def facts(self) -> Facts:
        """Counts over the articles; none at all means no index."""
        articles = self.articles()
        if not articles:
            raise NoIndex("nothing is indexed; run depeche index")
        languages = [article.language for article in articles]
        return Facts(
            articles=len(articles),
            articles_by_language=tuple((one, languages.count(one)) for one in LANGUAGES),
            passages=sum(len(article.paragraphs) for article in articles),
            newest=max((a.byline.published for a in articles if a.byline.published), default=None),
            sample=False,
            generation="-".join(article.id for article in articles),
            embedder="words",
            engine="extractive",
        )

    def _hits(self, question: str) -> tuple[Hit, ...]:
        asked = _words(question)
        places = [(article, place) for article in self.articles() for place in range(len(article.paragraphs))]
        passages = [passage_of(article, place) for article, place in places]
        shared = [len(asked & _words(f"{passage.byline.title} {passage.text}")) for passage in passages]
        hits = [Hit(passage, float(n)) for passage, n in zip(passages, shared, strict=True) if n]
        return tuple(sorted(hits, key=lambda hit: (-hit.score, hit.passage.id))[:6])


class LateAssistant(WordAssistant):
    """One that is ready once the file ``sign`` is there."""

    def __init__(self, sign: Path, settings: Settings) -> None:
        super().__init__(settings=settings)
        self._sign = sign

    def sync(self) -> IndexReport:
        """Waits for the sign."""
        while not self._sign.exists():
            time.sleep(0.02)
        return super().sync()

    def facts(self) -> Facts:
        """Counts, once there is an index."""
        if not self._sign.exists():
            raise NoIndex("nothing is indexed; run depeche index")
        return super().facts()


def safe_of(reader: int, place: int) -> str:
    """The words for one of the safes of `safe_articles` that only its paragraph shares."""
    return f"coffre-{reader}-{place} du dossier-{reader}-{place}"


def safe_articles() -> tuple[Article, ...]:
    """`SAFES` articles of as many paragraphs, each about a safe of its own."""
    return tuple(
        Article(
            f"coffres-{reader}",
            "fr",
            Byline(f"Inventaire {reader}", "Dépêche", date(2023, 1, 1 + reader), None),
            tuple(f"Le {safe_of(reader, place)} est vide." for place in range(SAFES)),
        )
        for reader in range(SAFES)
    )


def passage_of(article: Article, index: int) -> Passage:
    """The paragraph as a passage; its sentences end in a full stop."""
    text = article.paragraphs[index]
    ends = [match.end() for match in re.finditer(r"[.](?=\s|$)", text)] or [len(text)]
    starts = [0, *(end + 1 for end in ends[:-1])]
    spans = tuple(Span(start, end) for start, end in zip(starts, ends, strict=True))
    return Passage(article.id, index, text, article.language, article.byline, spans)


def answer_from(question: str, spoken: Language, hits: Sequence[Hit]) -> Answer:
    """Quotes the first sentence of the two best hits that share two words, or abstains."""
    best = [hit.passage for hit in hits if hit.score >= 2][:2]
    if not best:
        said = "Les articles ne le disent pas." if spoken == "fr" else "The articles do not say."
        hits = tuple(hits)
        return Answer(question, spoken, "abstained", said, "extractive", hits=hits, reason="not_in_corpus")
    citations = tuple(
        Citation(marker, passage, passage.sentences[0].start, passage.sentences[0].end)
        for marker, passage in enumerate(best, start=1)
    )
    frame = "Selon {} : {}" if spoken == "fr" else "According to {}: {}"
    claims = tuple(
        Claim(frame.format(one.passage.byline.source, one.quote), (one.marker,)) for one in citations
    )
    return Answer(
        question=question,
        language=spoken,
        status="answered",
        text="\n".join(claim.text for claim in claims),
        engine="extractive",
        claims=claims,
        citations=citations,
        hits=tuple(hits),
        timings_ms=(("retrieve", 12.0), ("total", 43.2)),
    )


def in_few_words(answer: Answer) -> Answer:
    """With "brièvement" a short answer, with "désaccord" a side a citation, with "démenti" a denial."""
    if answer.status == "abstained":
        return answer
    values = {one.marker: " ".join(one.quote.split()[:4]) for one in answer.citations}
    if "brièvement" in answer.question:
        return replace(answer, short=Short(values[1], (1,), resolved=True), confidence=0.83)
    if "désaccord" in answer.question:
        sides = tuple(Side(value, (marker,)) for marker, value in values.items())
        return replace(answer, status="partial", reason="sources_disagree", sides=sides)
    if "démenti" in answer.question:
        return replace(answer, status="partial", reason="false_premise")
    return answer


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[\w-]{5,}", text.lower())) - _COMMON
