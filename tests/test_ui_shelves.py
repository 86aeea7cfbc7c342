"""What happens when a reader opens, adds or removes articles, seen without a browser."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from fakes_ui import ARTICLES, WordAssistant

from corpus.article import Article, Language
from corpus.library import Library
from rag.answer import Filters
from rag.errors import ModelUnavailable
from rag.settings import SAMPLE_ARTICLES
from ui.markup import safe
from ui.shelves import Shelves
from ui.strings import say


def test_the_reader_opens_what_there_is() -> None:
    shelves = Shelves(WordAssistant())
    assert 'id="p2" data-wanted' in shelves.reading("minsk-fr", 1, "fr")
    assert safe(say("pick_article", "fr")) in shelves.reading("", None, "fr")
    assert safe(say("error_UnknownArticle", "fr")) in shelves.reading("../../etc/passwd", None, "fr")


def test_without_an_index_the_rooms_open_all_the_same() -> None:
    shelves = Shelves(WordAssistant(()))
    assert shelves.introduction("fr")
    assert "0 article" in shelves.table("fr")
    assert safe(say("error_NoIndex", "fr")) in shelves.quality("fr")


def test_the_quality_page_tells_what_there_is_and_what_cannot_be_read() -> None:
    assistant = WordAssistant(ARTICLES[:2], keep=True)
    shelves = Shelves(assistant)
    assert safe(say("quality_all_read", "en")) in shelves.quality("en")
    assert str(assistant.settings.library) in shelves.quality("en")
    (assistant.settings.library / "broken.md").write_bytes(b"")
    assert "<b>broken.md</b>" in shelves.quality("en")


@pytest.mark.parametrize(
    ("language", "lacks", "remedy"),
    [
        ("fr", "ajoutés\u00a0: 1, changés\u00a0: 0, retirés\u00a0: 1", "Lancez «\u00a0depeche index\u00a0»"),
        ("en", "added: 1, changed: 0, removed: 1", "Run “depeche index”"),
    ],
)
def test_the_quality_page_says_that_the_index_is_behind_and_what_to_do(
    language: Language, lacks: str, remedy: str
) -> None:
    assistant = WordAssistant(ARTICLES[:2], keep=True)
    shelves = Shelves(assistant)
    assert 'class="behind"' not in shelves.quality(language)
    assistant.library().put(ARTICLES[2])
    assistant.library().remove(ARTICLES[0].id)
    assert lacks in shelves.quality(language)
    assert remedy in shelves.quality(language)
    assistant.sync()
    assert 'class="behind"' not in shelves.quality(language)


def test_an_article_can_be_asked_about_as_long_as_it_is_there() -> None:
    shelves = Shelves(WordAssistant())
    assert shelves.about("minsk-fr") == Filters(articles=("minsk-fr",))
    assert shelves.about("../secret") == Filters()


def test_a_removed_article_can_be_put_back() -> None:
    assistant = WordAssistant(ARTICLES[:2], keep=True)
    shelves = Shelves(assistant)
    before = assistant.library().digest()
    assert 'data-act="remove"' in shelves.reading("minsk-fr", None, "fr")
    gone, article = shelves.remove("minsk-fr", "fr")
    assert 'data-act="restore"' in gone
    assert [one.id for one in assistant.articles()] == ["minsk-en"]
    assert article is not None
    assert "Visite à Minsk" in shelves.restore(article, "fr")
    assert assistant.library().digest() == before
    assert len(assistant.articles()) == 2


def test_the_sample_dispatches_are_not_the_readers_to_remove(monkeypatch: pytest.MonkeyPatch) -> None:
    assistant = WordAssistant()
    sample = Library(SAMPLE_ARTICLES)
    monkeypatch.setattr(assistant, "library", lambda: sample)
    before = len(sample.paths())
    shelves = Shelves(assistant)
    assert "removal" not in shelves.reading("minsk-fr", None, "fr")
    said, article = shelves.remove(sample.paths()[0].stem, "fr")
    assert safe(say("error_UnknownArticle", "fr")) in said
    assert article is None
    assert len(sample.paths()) == before


def _long(name: str, day: date) -> Article:
    byline = replace(ARTICLES[0].byline, title=f"Titre {name}", published=day)
    sentence = "Le barrage de Kakhovka mesure trente mètres et retient un lac."
    paragraphs = tuple(f"{sentence} Son niveau de la semaine {n} inquiète les riverains." for n in range(9))
    return Article(name, "fr", byline, paragraphs)


def test_an_article_comes_with_its_gist_and_its_neighbours() -> None:
    assistant = WordAssistant([_long(f"a{n}", date(2023, 1, n)) for n in (1, 2, 3)])
    shelves = Shelves(assistant)
    shown = shelves.reading("a2", None, "en")
    assert shown.count('class="marker"') == 3
    lead = "<li>Le barrage de Kakhovka mesure trente mètres et retient un lac."
    assert f'{lead}<a class="marker" href="#/a2/p1"' in shown
    assert '<ul lang="fr">' in shown
    assert "3 citations verified word for word" in shown
    newer, older = shown.index('class="newer"'), shown.index('class="older"')
    assert shown.index('data-open="a3"') in range(newer, older)
    assert shown.index('data-open="a1"') > older
    assert 'class="newer"' not in shelves.reading("a3", None, "en")
    assert 'class="older"' not in shelves.reading("a1", None, "en")


def test_a_short_article_and_one_without_a_model_have_no_gist(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object, **__: object) -> None:
        raise ModelUnavailable("weights are missing; set DEPECHE_EMBEDDER")

    assistant = WordAssistant((*ARTICLES[:1], _long("long", date(2023, 1, 1))))
    assert 'class="gist"' not in Shelves(assistant).reading("minsk-fr", None, "fr")
    monkeypatch.setattr(assistant, "summarize", fails)
    shown = Shelves(assistant).reading("long", None, "fr")
    assert 'class="gist"' not in shown
    assert 'id="p9"' in shown


def test_the_table_is_read_once_for_each_state_of_the_library(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assistant = WordAssistant()
    shelves = Shelves(assistant)
    shown = shelves.table("fr")
    assert '<td class="many">3</td>' in shown
    assert shown.index("minsk-en") < shown.index("minsk-fr") < shown.index("hostile-fr")
    articles = assistant.articles()
    monkeypatch.setattr(assistant, "articles", lambda: articles[:1])
    monkeypatch.setattr(assistant, "facts", lambda: replace(WordAssistant().facts(), generation="g"))
    assert shelves.table("fr").count("<tr>") == 2
    monkeypatch.setattr(assistant, "articles", lambda: articles)
    assert shelves.table("fr").count("<tr>") == 2
