"""Answers, evidence and articles as HTML, against golden files in both languages.

A page that changed on purpose: look at the file that the failure names, then copy it over the golden one.
"""

import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest
from fakes_ui import ARTICLES, HOSTILE, WordAssistant, answer_from, passage_of
from turns_ui import QUESTION, asked, filtered, partial, short

from corpus.article import LANGUAGES, Article, Byline, Language
from corpus.reasons import reason
from rag.answer import (
    REASONS,
    AddReport,
    Answer,
    Citation,
    Claim,
    Facts,
    Filters,
    Hit,
    IndexReport,
    Skipped,
    Turn,
    Update,
)
from rag.errors import BadQuestion, DepecheError, EngineFailed
from rag.measured import Measured
from ui import adding, filters, masthead, overview, reader, render
from ui.evidence import Place
from ui.markup import Html, safe
from ui.panorama import Panorama
from ui.quality import Kept, quality
from ui.strings import say

GOLDEN = Path(__file__).parent / "golden"
FACTS = Facts(48, (("fr", 24), ("en", 24)), 300, ARTICLES[0].byline.published, True, "g1", "e", "extractive")
MEASURED = Measured({"hit@5 all": 0.9455}, {"faulty answer all": 0.0, "forbidden value all": 0.007}, {}, 250)
HARMLESS = {
    "a", "abbr", "article", "aside", "b", "blockquote", "button", "dd", "details", "div", "dl", "dt",
    "figcaption", "figure", "form", "h1", "h2", "h3", "h4", "i", "input", "label", "li", "mark", "nav", "ol",
    "option", "p", "path", "progress", "rect", "section", "select", "small", "span", "strong", "summary",
    "sup", "svg", "table", "tbody", "td", "textarea", "th", "thead", "time", "tr", "ul",
}  # fmt: skip


def _pages(language: Language) -> dict[str, Html]:
    """Every kind of page piece, by name."""
    where = Place(2, language)
    turn = asked(QUESTION[language], language)
    first = Update("claim", turn.answer.hits, turn.answer.claims[:1], turn.answer.citations[:1])
    report = AddReport(("a",), ("b", "c"), (), (Skipped("/a/vide<b>.txt", reason("kind", suffix="<b>")),))
    narrow = Filters(date(2022, 12, 1), date(2022, 12, 31), ("<b>Agence</b>",), ("minsk-fr",), ("fr",))
    outlets = ("<b>Agence</b>", "Dispatch")
    unread = ((Path("/a/abîmé<b>.md"), reason("field_text", field="title")),)
    kept = Kept(Path("/home/<b>"), unread, IndexReport(1200, 1, 0, 47, 300))
    return {
        "answer": render.turn(1, turn, language, around={"minsk-fr#p1": ("Avant <b>.", "Après.")}),
        "short": render.turn(1, short(language), language),
        "disagreement": render.turn(1, partial(language, "sources_disagree"), language),
        "denial": render.turn(1, partial(language, "false_premise"), language),
        "past": render.conversation((turn,), language),
        "widen": render.turn(2, filtered(language), language),
        "stopped": render.stopped(QUESTION[language], where),
        "filters": filters.bar(narrow, outlets, {"minsk-fr": "Titre"}, language, editing=2),
        "no_filters": filters.bar(Filters(), ("Dispatch",), {}, language),
        "own_article": reader.reading(ARTICLES[2], None, language, reader.Beside(own=True)),
        "removed": reader.removed(ARTICLES[2], language),
        "quality": quality(replace(FACTS, sample=False), kept, MEASURED, language),
        "abstention": render.turn(2, asked("Qui a gagné à Minsk ?", language), language),
        "hostile": render.turn(3, asked(f"Le piège hostile {HOSTILE}", language), language),
        "searching": render.growing(QUESTION[language], None, where),
        "reading": render.growing(QUESTION[language], Update("retrieved", turn.answer.hits), where),
        "growing": render.growing(QUESTION[language], first, where),
        "failed": render.failed("<b>?</b>", BadQuestion("the question '<b>' is bad; ask again"), where),
        "table": reader.table(ARTICLES, language),
        "article": reader.reading(ARTICLES[0], 1, language, quotes=[ARTICLES[0].paragraphs[1][:30]]),
        "hostile_article": reader.reading(ARTICLES[2], None, language),
        "masthead": masthead.masthead(masthead.contents(FACTS, language), language),
        "welcome": masthead.welcome(("Qui ?", "<b>Who?</b>"), language),
        "introduction": adding.introduction(language, sample=True),
        "progress": adding.progress(adding.Under(3, 10, "vide<b>.txt", 12.4), language),
        "outcome": adding.outcome(report, (), ARTICLES[2:], language, stopped=(3, 9)),
        "overview": list(Panorama(WordAssistant()).overview(language))[-1],
        "no_overview": overview.nothing(2, language),
        "topic": overview.topic_form(language),
        "chronicle": Panorama(WordAssistant()).chronicle("missiles <b>", language),
        "gist": reader.reading(ARTICLES[0], None, language, _beside(ARTICLES[0])),
    }


def _beside(article: Article) -> reader.Beside:
    """A gist of one quote that a reader may trust as little as the rest, and a neighbour on each side."""
    gist = WordAssistant().summarize(article.id)
    one = Citation(1, gist.citations[0].passage, 0, 8)
    gist = replace(gist, claims=gist.claims[:1], citations=(one,))
    return reader.Beside(gist, ARTICLES[1], ARTICLES[2])


PIECES = sorted(_pages("fr"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("piece", PIECES)
def test_a_page_piece_looks_as_it_was_approved(piece: str, language: Language, tmp_path: Path) -> None:
    shown = _pages(language)[piece].replace("><", ">\n<") + "\n"
    name = f"ui_{piece}_{language}.html"
    (tmp_path / name).write_text(shown, "utf-8")
    golden = GOLDEN / name
    assert golden.exists(), f"no golden file; look at {tmp_path / name}"
    assert shown == golden.read_text("utf-8"), f"look at {tmp_path / name}"


class _Elements(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag != "input":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("piece", PIECES)
def test_a_page_piece_is_well_formed_and_cannot_act(piece: str, language: Language) -> None:
    elements = _Elements()
    elements.feed(_pages(language)[piece])
    elements.close()
    assert elements.open == []
    for tag, attributes in elements.found:
        assert tag in HARMLESS
        assert not [name for name in attributes if name.startswith(("on", "src", "style"))]
        href = attributes.get("href") or "#"
        assert href.startswith(("#", "https://", "http://"))


def test_the_verification_line_claims_no_more_than_is_true() -> None:
    answer = asked(QUESTION["en"], "en").answer
    assert "2 citations verified word for word · 43 ms" in render.turn(1, Turn("?", answer), "en")
    claims = tuple(Claim("Retold.", one.markers) for one in answer.claims)
    retold = replace(answer, engine="openai:m", claims=claims)
    html = render.turn(1, Turn("?", retold), "en")
    assert "word for word" not in html
    assert "2 passages cited, claims checked against them · written by openai:m" in html


@pytest.mark.parametrize("reason", REASONS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_refusal_says_why_and_what_helps(reason: str, language: Language) -> None:
    answer = Answer("?", language, "abstained", "", "extractive", reason=reason)  # type: ignore[arg-type]
    html = render.turn(1, Turn("?", answer), language)
    assert safe(say(f"reason_{reason}", language)) in html
    assert safe(say(f"hint_{reason}", language)) in html
    assert "<aside" not in html


def test_a_refusal_offers_three_articles_at_most_each_once() -> None:
    articles = [Article(f"a{n}", "fr", Byline(f"T{n}", "S", None, None), ("Un.", "Deux.")) for n in range(5)]
    hits = [Hit(passage_of(article, place), 1.0) for article in articles for place in (1, 0)]
    html = render.turn(1, Turn("?", answer_from("?", "fr", hits)), "fr")
    nearest = html[html.index('class="nearest"') : html.index("</ul>")]
    assert [f">T{n}</button>" in nearest for n in range(5)] == [True, True, True, False, False]
    assert nearest.count('data-paragraph="1"') == 3


def test_an_error_speaks_with_the_words_of_its_nearest_known_class() -> None:
    class Stranger(EngineFailed):
        pass

    assert safe(say("error_EngineFailed", "en")) in render.problem(Stranger("down; retry"), "en")
    assert safe(say("error_Exception", "en")) in render.problem(ZeroDivisionError("secret"), "en")
    assert "secret" not in render.problem(ZeroDivisionError("secret"), "en")
    assert "<details>" not in render.problem(DepecheError(), "en")


def test_a_question_of_a_megabyte_is_shown_short() -> None:
    assert len(render.growing("pourquoi " * 100_000, None, Place(1, "fr"))) < 2000


def test_the_table_is_newest_first_and_says_when_it_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = reader.table(ARTICLES, "en")
    places = [whole.index(f'data-open="{name}"') for name in ("minsk-en", "minsk-fr", "hostile-fr")]
    assert places == sorted(places)
    monkeypatch.setattr(reader, "MAX_ROWS", 2)
    html = reader.table(ARTICLES, "en")
    assert "The newest 2 of 3." in html
    assert "hostile-fr" not in html


def test_the_reader_numbers_paragraphs_from_one_and_marks_the_wanted_one() -> None:
    html = reader.reading(ARTICLES[0], 1, "fr")
    assert '<p id="p2" data-wanted="" tabindex="-1">' in html
    assert html.count("data-wanted") == 1
    assert 'href="#/minsk-fr/p3"' in html
    assert "data-wanted" not in reader.reading(ARTICLES[0], None, "fr")


def test_the_reader_marks_the_quotes_that_still_stand_in_their_paragraph() -> None:
    text = ARTICLES[0].paragraphs[1]
    for quotes in ([text[-20:], text[:30], text[10:25], "gone", ""], [text], ["", "nowhere"]):
        html = reader.reading(ARTICLES[0], 1, "fr", quotes=quotes)
        shown = html.partition('id="p2"')[2].partition("</a>")[2].partition("</p>")[0]
        assert re.sub("</?mark[^>]*>", "", shown) == safe(text)
        marked = [quote for quote in quotes if f">{safe(quote)}</mark>" in shown]
        assert marked == [quote for quote in quotes if quote in (text, text[-20:], text[:30])]


def test_an_answer_that_is_unlikely_to_be_one_says_so_at_once() -> None:
    turn = asked(QUESTION["en"], "en")
    for confidence, said in ((0.0, False), (0.3, True), (0.49, True), (0.5, False), (0.9, False)):
        html = render.turn(1, replace(turn, answer=replace(turn.answer, confidence=confidence)), "en")
        assert (say("unsure", "en") in html) == said
        assert ('class="check"' in html) != said
        assert (f"answers the question: {round(100 * confidence)}%" in html) == bool(confidence)


def test_the_masthead_says_what_is_there() -> None:
    text = masthead.contents(FACTS, "fr")
    assert "48 articles · 24 FR · 24 EN" in text
    assert "sans LLM · hors ligne" in text
    assert "LLM: ollama:q" in masthead.contents(replace(FACTS, engine="ollama:q"), "en")
    assert "newest" not in masthead.contents(replace(FACTS, newest=None), "en")
