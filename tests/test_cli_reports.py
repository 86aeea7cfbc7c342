"""What the command line says when it finds nothing, or is asked for what is not there."""

from io import StringIO
from pathlib import Path

import pytest
from toys_index import library, subjects

from corpus.library import Library
from rag import shown
from rag.answer import Filters
from rag.assistant import Assistant
from rag.chat import converse
from rag.cli import run
from rag.cli_options import check_names
from rag.errors import BadQuestion, UsageError
from rag.settings import Settings


@pytest.fixture
def assistant(home: Path) -> Assistant:
    """One whose library holds six articles, all of them indexed."""
    settings = Settings(home=home)
    for article in library():
        Library(settings.library).put(article)
    made = Assistant(settings, subjects())
    made.sync()
    return made


@pytest.mark.parametrize(("typed", "near"), [("le courier", "Le Courrier"), ("Zzz", "Dépêche")])
def test_a_source_of_no_article_is_told_with_the_likeliest_or_the_commonest(
    typed: str, near: str, assistant: Assistant
) -> None:
    check_names(assistant, Filters(sources=("LE COURRIER", "dépêche")))
    with pytest.raises(UsageError) as caught:
        check_names(assistant, Filters(sources=("Dépêche", typed)))
    assert str(caught.value) == f"no article is from the source “{typed}”; try “{near}”"
    french = f"la source «\u00a0{typed}\u00a0»\u202f; essayez «\u00a0{near}\u00a0»"
    assert caught.value.line.said("fr").endswith(french)


def test_a_search_that_finds_nothing_says_so(assistant: Assistant) -> None:
    found = assistant.search("train", filters=Filters(languages=("fr",), articles=("none",)))
    assert shown.hits(found, "fr") == "aucun passage trouvé\u202f; retirez un filtre"
    assert shown.hits(found, "en") == "no passage found; take a filter off"


def test_an_empty_question_is_called_empty(assistant: Assistant) -> None:
    for empty in ("", " \n\t"):
        with pytest.raises(BadQuestion, match="the question is empty; ask in words"):
            assistant.ask(empty)


@pytest.mark.parametrize("language", ["auto", "fr"])
def test_a_conversation_tells_a_bad_question_in_its_language_and_ends_its_last_line(
    language: str, assistant: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8" if language == "auto" else "en_GB.UTF-8")
    page = StringIO()

    def say(text: str = "", end: str = "\n", *, flush: bool = False) -> None:
        print(text, end=end, flush=flush, file=page)

    assert converse(assistant, "fr" if language == "fr" else "auto", StringIO("?!\n"), say) == ()
    greeting, told, *_ = page.getvalue().splitlines()
    assert greeting.startswith("Posez vos questions")
    assert told.startswith("> depeche: aucun mot dans la question")
    assert page.getvalue().endswith("\n> \n")


def test_a_value_that_is_far_too_long_leaves_the_remedy_in_sight(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["ask", "who?", "--lang", "début" + "x" * 10_000 + "fin"]) == 2
    said = capsys.readouterr().err
    assert len(said) < 300
    assert "“début" in said
    assert said.endswith("fin” is not auto, fr or en\n")
