"""Passages and articles come back from the index as they went in."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from corpus.article import LANGUAGES, Article, Byline, Passage, Span
from corpus.passage import passages_of
from rag.answer import Filters
from rag.index.catalogue import Entry, article_digest, corpus_digest, read_catalogue, write_catalogue
from rag.index.records import passage_of, record_of

bylines = st.builds(
    Byline,
    title=st.text(max_size=20),
    source=st.text(max_size=20),
    published=st.none() | st.dates(),
    url=st.none() | st.text(max_size=20),
)
passages = st.builds(
    Passage,
    article_id=st.from_regex(r"[a-z0-9][a-z0-9-]{0,20}", fullmatch=True),
    index=st.integers(0, 10_000),
    text=st.just("Un texte. Un autre."),
    language=st.sampled_from(LANGUAGES),
    byline=bylines,
    sentences=st.sampled_from([(Span(0, 9),), (Span(0, 9), Span(10, 19))]),
)


@given(passages)
def test_a_passage_comes_back_from_its_record(passage: Passage) -> None:
    record = record_of(passage)
    assert passage_of(passage.text, record) == passage
    assert all(type(value) in (str, int) for value in record.values())


def test_dates_are_numbers_that_sort() -> None:
    first = Passage("a", 0, "Oui.", "fr", Byline("t", "s", date(2022, 12, 19), None), (Span(0, 4),))
    undated = replace(first, byline=replace(first.byline, published=None))
    assert (record_of(undated)["published"], record_of(first)["published"]) == (0, 20221219)


@given(st.lists(passages, unique_by=lambda passage: passage.article_id, max_size=4))
def test_the_catalogue_comes_back_from_its_file(many: list[Passage]) -> None:
    entries = tuple(
        Entry(p.article_id, p.language, p.byline, "0" * 64, tuple(range(p.index % 9))) for p in many
    )
    with TemporaryDirectory() as folder:
        file = Path(folder) / "articles.json"
        write_catalogue(file, entries)
        assert read_catalogue(file) == entries


@given(passages, st.builds(Filters, since=st.none() | st.dates(), until=st.none() | st.dates()))
def test_an_article_is_admitted_exactly_as_its_passages(passage: Passage, filters: Filters) -> None:
    entry = Entry(passage.article_id, passage.language, passage.byline, "", (0,))
    assert entry.admitted(filters) == filters.admit(passage)


def test_any_change_of_an_article_changes_its_digest() -> None:
    byline = Byline("Titre", "Source", date(2023, 1, 1), None)
    article = Article("a", "fr", byline, ("Un.", "Deux."))
    others = [
        replace(article, id="b"),
        replace(article, language="en"),
        replace(article, paragraphs=("Un.Deux.",)),
        replace(article, paragraphs=("Deux.", "Un.")),
        *(
            replace(article, byline=replace(byline, **change))
            for change in ({"title": "T"}, {"source": "S"}, {"published": None}, {"url": "https://x.example"})
        ),
    ]
    assert len({article_digest(each) for each in (article, *others)}) == 9


def test_rows_are_in_the_order_of_ids_as_text() -> None:
    article = Article("a", "fr", Byline("t", "s", None, None), ("Une phrase.",) * 11)
    entry = Entry.of(article, passages_of(article))
    assert entry.ids[:3] == ("a#p0", "a#p1", "a#p10")
    assert corpus_digest([entry]) == corpus_digest((entry,)) != corpus_digest([])
