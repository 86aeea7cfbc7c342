"""An invalid article cannot be built, and passages come from paragraphs."""

import pytest

from corpus.article import Article, Byline, Passage, Span
from corpus.passage import passages_of, text_hash

BYLINE = Byline("Un titre", "Une source", None, None)


@pytest.mark.parametrize(
    ("identifier", "language", "paragraphs"),
    [
        ("", "fr", ("a",)),
        ("Accent-é", "fr", ("a",)),
        ("-a", "fr", ("a",)),
        ("../a", "fr", ("a",)),
        ("a" * 121, "fr", ("a",)),
        ("a", "de", ("a",)),
        ("a", "fr", ()),
        ("a", "fr", (" ",)),
        ("a", "fr", (" a",)),
        ("a", "fr", ("a\n",)),
        ("a", "fr", ("a\n\nb",)),
        ("a", "fr", ("a\n \nb",)),
        ("a", "fr", ("e\u0301",)),
    ],
)
def test_an_article_that_makes_no_sense_is_refused(
    identifier: str, language: str, paragraphs: tuple[str, ...]
) -> None:
    with pytest.raises(ValueError):
        Article(identifier, language, BYLINE, paragraphs)  # type: ignore[arg-type]


@pytest.mark.parametrize(("start", "end"), [(0, 0), (2, 1), (-1, 3)])
def test_an_empty_span_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError):
        Span(start, end)


def test_a_passage_whose_sentences_leave_its_text_is_refused() -> None:
    with pytest.raises(ValueError):
        Passage("a", 0, "abc", "fr", BYLINE, (Span(0, 4),))
    with pytest.raises(ValueError):
        Passage("a", 0, "abc", "fr", BYLINE, ())


def test_furniture_is_no_passage_but_keeps_its_place() -> None:
    article = Article("a", "fr", BYLINE, ("Il part. Elle reste.", "Lire aussi : la suite", "Il revient."))
    first, last = passages_of(article)
    assert (first.id, last.id) == ("a#p0", "a#p2")
    assert [first.text[span.start : span.end] for span in first.sentences] == ["Il part.", "Elle reste."]
    assert (last.text, last.language, last.byline) == ("Il revient.", "fr", BYLINE)


def test_an_article_of_furniture_alone_has_no_passage() -> None:
    assert passages_of(Article("a", "en", BYLINE, ("Read more", "Share this article"))) == ()


def test_the_hash_is_that_of_the_text_in_utf_8() -> None:
    assert text_hash("é") == "4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c"
