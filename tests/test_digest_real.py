"""Digests as a reader gets them: the real encoder, the sample dispatches, the command line."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from toys_digest import faults

from corpus.library import Library
from rag.answer import Answer, Hit
from rag.answering.draft import Draft, Question
from rag.assistant import Assistant, open_assistant
from rag.cli import run
from rag.settings import SAMPLE_ARTICLES, Settings

NAMES = (
    "2022-12-19-poutine-minsk-fr",
    "2022-12-20-lukashenko-iskander-en",
    "2022-12-18-finale-coupe-du-monde-fr",
    "2022-12-19-world-cup-final-en",
    "2023-01-25-leopard-2-berlin-fr",
    "2022-12-29-pele-dies-en",
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with six sample dispatches, indexed once with the real encoder."""
    folder = tmp_path_factory.mktemp("digest")
    for name in NAMES:
        Library(folder / "library").put(Library(SAMPLE_ARTICLES).get(name))
    assert run(["index", "--home", str(folder), "--quiet"]) == 0
    return folder


@pytest.fixture(scope="module")
def desk(made: Path) -> Assistant:
    return open_assistant(Settings(home=made))


def printed(capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    out = capsys.readouterr().out
    assert out.count("\n") == 1
    form = json.loads(out)
    assert isinstance(form, dict)
    return form


def test_every_summary_holds_its_article_word_for_word(desk: Assistant) -> None:
    for name in NAMES:
        article = desk.article(name)
        answer = desk.summarize(name)
        assert (answer.status, answer.language) == ("answered", article.language)
        assert 1 <= len(answer.claims) <= 3
        assert faults(answer) == []
        for citation in answer.citations:
            assert citation.quote in article.paragraphs[citation.passage.index]
            assert "Lire aussi" not in citation.quote


def test_a_topic_is_told_in_the_readers_language_over_both_languages(desk: Assistant) -> None:
    answer = desk.summarize(about="la finale de la Coupe du monde", language="fr")
    told = {citation.passage.article_id for citation in answer.citations}
    assert {"2022-12-18-finale-coupe-du-monde-fr", "2022-12-19-world-cup-final-en"} <= told
    assert all(claim.text.startswith("Selon ") for claim in answer.claims)
    assert faults(answer) == []


def test_the_same_event_in_two_languages_is_one_story_of_the_briefing(desk: Assistant) -> None:
    found = desk.briefing(60, language="en")
    assert {frozenset(story.articles) for story in found.stories} >= {
        frozenset(("2022-12-18-finale-coupe-du-monde-fr", "2022-12-19-world-cup-final-en")),
        frozenset(("2022-12-19-poutine-minsk-fr", "2022-12-20-lukashenko-iskander-en")),
    }
    assert faults(found.answer) == []


@pytest.mark.parametrize(("topic", "language"), [("Loukachenko", "fr"), ("Lukashenko", "en")])
def test_a_name_alone_is_answered_in_the_language_that_spells_it_so(
    desk: Assistant, topic: str, language: str
) -> None:
    answer = desk.summarize(about=topic)
    assert answer.language == language
    told = {citation.passage.article_id for citation in answer.citations}
    assert {NAMES[0], NAMES[1]} <= told


@pytest.mark.parametrize("seed", ["1", "2"])
def test_the_same_bytes_whatever_the_hash_seed(made: Path, desk: Assistant, seed: str) -> None:
    code = (
        "import sys; from pathlib import Path; import rag; "
        "desk = rag.open_assistant(rag.Settings(home=Path(sys.argv[1]))); "
        "sys.stdout.reconfigure(encoding='utf-8'); "
        "print(desk.summarize(about='Poutine').text, desk.timeline('Minsk').answer.text, "
        "desk.briefing(60).answer.text, sep='\\n')"
    )
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    done = subprocess.run(
        [sys.executable, "-c", code, str(made)], capture_output=True, check=True, env=environment
    )
    told = [desk.summarize(about="Poutine"), desk.timeline("Minsk").answer, desk.briefing(60).answer]
    assert done.stdout.decode().rstrip("\n").replace("\r", "") == "\n".join(answer.text for answer in told)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_suggestions_are_answered_from_the_passage_they_were_made_of(
    desk: Assistant, language: str
) -> None:
    spoken = "fr" if language == "fr" else "en"
    kept = desk.suggestions(2, language=spoken)  # type: ignore[arg-type]
    assert kept
    answers: list[Answer] = [desk.ask(question) for question in kept]
    assert all(answer.claims and answer.language == language for answer in answers)


class Forbidden:
    """A chat model that must not be asked."""

    name = "forbidden"

    def propose(self, question: Question, hits: Sequence[Hit]) -> Draft:
        raise AssertionError(f"asked a chat model: {question.text}")


def test_no_digest_asks_a_chat_model(desk: Assistant, made: Path) -> None:
    modelled = Assistant(Settings(home=made), desk.embedder, Forbidden())
    assert modelled.suggestions(1, language="fr") == desk.suggestions(1, language="fr")
    assert modelled.summarize(about="Poutine").engine == "extractive"
    assert modelled.briefing(60).answer.engine == "extractive"
    assert modelled.timeline("Minsk").answer.engine == "extractive"
    with pytest.raises(AssertionError, match="asked a chat model"):
        modelled.ask("Qui est à Minsk ?")


def test_summarize_prints_what_ask_prints(made: Path, capsys: pytest.CaptureFixture[str]) -> None:
    home = ["--json", "--home", str(made)]
    assert run(["ask", "Quels systèmes ont été livrés ?", *home]) == 0
    asked = printed(capsys)
    assert run(["summarize", NAMES[0], "--sentences", "2", *home]) == 0
    told = printed(capsys)
    assert told.keys() == asked.keys()
    assert len(told["claims"]) == 2  # type: ignore[arg-type]
    assert run(["summarize", "--about", "chars Leopard", "--lang", "en", *home]) == 0
    assert printed(capsys)["language"] == "en"


def test_timeline_and_briefing_print_one_object_each(
    made: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home = ["--json", "--home", str(made)]
    assert run(["timeline", "Poutine à Minsk", *home]) == 0
    entries = printed(capsys)["entries"]
    assert isinstance(entries, list)
    assert all(entry.keys() == {"date", "basis", "claim"} for entry in entries)
    assert "2022-12-19" in [entry["date"] for entry in entries]
    assert run(["briefing", "--days", "60", *home]) == 0
    stories = printed(capsys)["stories"]
    assert isinstance(stories, list)
    assert all(story.keys() == {"articles", "languages", "newest"} for story in stories)


@pytest.mark.parametrize(
    "words",
    [
        ["summarize"],
        ["summarize", "no-such-article"],
        ["summarize", NAMES[0], "--about", "Minsk"],
        ["summarize", NAMES[0], "--source", "Dépêche"],
        ["summarize", NAMES[0], "--sentences", "99"],
        ["timeline", "?"],
        ["briefing", "--days", "0"],
    ],
    ids=" ".join,
)
def test_wrong_use_is_one_line_and_exit_code_2(
    made: Path, capsys: pytest.CaptureFixture[str], words: list[str]
) -> None:
    assert run([*words, "--home", str(made)]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("depeche: ")
    assert said.err.count("\n") == 1


def test_a_summary_is_read_by_people_too(made: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["summarize", NAMES[1], "--lang", "fr", "--home", str(made)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("Résumé de «\u00a0")
    assert lines[1].endswith("[1]")
