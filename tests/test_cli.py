"""The command line as scripts see it: exit codes, one JSON object, one-line errors."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from corpus.article import Article, Byline
from corpus.library import Library
from rag.cli import run
from rag.settings import SAMPLE_ARTICLES, Settings

ANSWER_KEYS = {
    "question", "language", "status", "reason", "text", "claims", "citations", "engine", "notice", "hits",
    "timings_ms", "short", "sides", "confidence",
}  # fmt: skip
CITATION_KEYS = {
    "marker", "passage_id", "article_id", "title", "source", "published", "language", "url", "quote", "start",
    "end",
}  # fmt: skip


@pytest.fixture(scope="module")
def indexed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with four sample dispatches, indexed once with the real encoder."""
    home = tmp_path_factory.mktemp("indexed")
    library, sample = Library(home / "library"), Library(SAMPLE_ARTICLES)
    for name in (
        "2022-12-19-poutine-minsk-fr",
        "2022-12-20-lukashenko-iskander-en",
        "2022-12-18-finale-coupe-du-monde-fr",
        "2023-01-25-leopard-2-berlin-fr",
    ):
        library.put(sample.get(name))
    assert run(["index", "--home", str(home), "--quiet"]) == 0
    return home


def stdout_json(capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    printed = capsys.readouterr().out
    assert printed.count("\n") == 1
    form = json.loads(printed)
    assert isinstance(form, dict)
    return form


def test_ask_prints_one_object_with_verified_quotes(
    indexed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["ask", "Quels systèmes ont été livrés ?", "--json", "--home", str(indexed)]) == 0
    form = stdout_json(capsys)
    assert form.keys() == ANSWER_KEYS
    assert (form["language"], form["status"], form["engine"]) == ("fr", "answered", "extractive")
    citations = form["citations"]
    assert isinstance(citations, list)
    assert all(citation.keys() == CITATION_KEYS for citation in citations)
    library = Library(indexed / "library")
    for citation in citations:
        paragraphs = library.get(citation["article_id"]).paragraphs
        text = paragraphs[int(citation["passage_id"].split("#p")[1])]
        assert text[citation["start"] : citation["end"]] == citation["quote"]
    assert "Iskander" in str(form["text"])


def test_ask_answers_in_the_chosen_language(indexed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["ask", "Which weapons went on combat duty?", "--lang", "fr", "--home", str(indexed)]) == 0
    assert "Selon Dépêche" in capsys.readouterr().out


def test_a_refusal_is_done(indexed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["ask", "Who won the 2018 World Cup?", "--json", "--home", str(indexed)]) == 0
    form = stdout_json(capsys)
    assert (form["status"], form["reason"], form["claims"]) == ("abstained", "not_in_corpus", [])


def test_asking_twice_prints_the_same_bytes_but_times(
    indexed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    forms = []
    for _ in range(2):
        run(["ask", "Who went to Minsk?", "--json", "--home", str(indexed)])
        forms.append(stdout_json(capsys) | {"timings_ms": None})
    assert forms[0] == forms[1]


def test_search_lists_hits_within_the_filters(indexed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["search", "missiles", "-k", "3", "--article-lang", "en", "--until", "2022-12-31", "--json"]
    assert run([*arguments, "--home", str(indexed)]) == 0
    form = stdout_json(capsys)
    hits = form["hits"]
    assert isinstance(hits, list)
    assert 1 <= len(hits) <= 3
    assert all(set(hit) == {"passage_id", "article_id", "score", "language", "text"} for hit in hits)
    assert {hit["language"] for hit in hits} == {"en"}


def test_index_says_unchanged_the_second_time(indexed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["index", "--json", "--home", str(indexed)]) == 0
    form = stdout_json(capsys)
    assert (form["added"], form["changed"], form["removed"], form["unchanged"]) == (0, 0, 0, 4)


def test_add_takes_folders_and_goes_on_after_a_bad_file(
    tmp_path: Path, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "good.txt").write_text(
        "Un train.\n\nLe train est arrivé à Minsk lundi matin.\n", encoding="utf-8"
    )
    (folder / "empty.txt").touch()
    (folder / "binary.txt").write_bytes(bytes(range(256)))
    assert run(["add", str(folder), "--json", "--home", str(home)]) == 0
    form = stdout_json(capsys)
    assert form["added"] == ["good"]
    skipped = form["skipped"]
    assert isinstance(skipped, list)
    assert sorted(skip["why"] for skip in skipped) == ["it is a binary file, not text", "it is empty"]
    assert sorted(skip["reason"] for skip in skipped) == ["binary", "empty"]
    assert run(["ask", "Quand le train est-il arrivé ?", "--home", str(home)]) == 0
    assert "lundi matin" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["ask", ""], 2, "question is empty"),
        (["ask", "?!"], 2, "no word"),
        (["ask", "x" * 1_000_000], 2, "1,000,000 characters"),
        (["ask", "a\x00b"], 2, "control characters"),
        (["ask", "who?", "--lang", "de"], 2, "auto, fr or en"),
        (["ask", "who?", "--since", "yesterday"], 2, "YYYY-MM-DD"),
        (["ask", "who?", "--since", "2023-02-01", "--until", "2023-01-01"], 2, "swap them"),
        (["ask", "who?", "--article-lang", "es"], 2, "fr or en"),
        (["ask", "who?", "--article", "no-such-id"], 2, "no-such-id"),
        (["ask"], 2, "--help"),
        (["nonsense"], 2, "--help"),
        (["add", "/no/such/place"], 2, "/no/such/place"),
        (["add", "/no/such/place", "https://example.org/a"], 2, "/no/such/place"),  # nothing is fetched
        (["add", "https://example.org/feed", "--limit", "0"], 2, "1 to 1,000"),
        (["ui", "--port", "99999"], 2, "65535"),
        (["ui", "--host", "0.0.0.0"], 2, "--expose"),  # noqa: S104  (refused)
        (["ask", "Who went to Minsk?"], 3, "depeche index"),
        (["search", "Minsk"], 3, "depeche index"),
    ],
    ids=lambda value: str(value)[:40],
)
def test_every_error_is_one_line_with_its_code(
    arguments: list[str], code: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments) == code
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.count("\n") == 1
    assert printed.err.startswith("depeche: ")
    assert said in printed.err
    assert len(printed.err) < 400


def test_a_folder_without_articles_is_bad_input(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "nothing").mkdir()
    assert run(["add", str(tmp_path / "nothing")]) == 2
    assert "nothing" in capsys.readouterr().err


def test_a_bad_setting_is_told_in_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DEPECHE_LLM", "no-provider")
    assert run(["ask", "Who went to Minsk?"]) == 2
    assert "provider:model" in capsys.readouterr().err


def test_a_second_writer_is_told_to_wait(indexed: Path) -> None:
    hold = (
        "import sys, time; from rag.index.lock import writing; from pathlib import Path\n"
        "with writing(Path(sys.argv[1])):\n    print('held', flush=True); sys.stdin.read()"
    )
    holder = subprocess.Popen(
        [sys.executable, "-c", hold, str(indexed / "index")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        assert run(["rebuild", "--home", str(indexed)]) == 75
    finally:
        holder.communicate("")


def test_doctor_says_what_is_wrong_and_exits_1(
    indexed: Path, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["doctor", "--home", str(indexed)]) == 0
    assert "FAIL" not in capsys.readouterr().out
    assert run(["doctor", "--home", str(home)]) == 1
    assert "FAIL index: nothing is indexed in" in capsys.readouterr().out


def test_reports_and_errors_are_told_in_the_chosen_language_or_that_of_the_terminal(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "vide.txt").touch()
    assert run(["add", str(tmp_path / "vide.txt"), "--lang", "fr", "--home", str(home)]) == 2
    assert capsys.readouterr().out.endswith("vide.txt\u00a0: il est vide\n")
    assert run(["doctor", "--lang=fr", "--home", str(home)]) == 1
    assert "ÉCHEC index\u00a0: rien n’est encore indexé dans" in capsys.readouterr().out
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")
    assert run(["add", "ftp://example.org/a"]) == 2
    assert "«\u00a0ftp\u00a0» n’est ni http ni https\u202f; enregistrez" in capsys.readouterr().out
    assert run(["add", "ftp://example.org/a", "--lang", "en"]) == 2
    assert "“ftp” is neither http nor https; save" in capsys.readouterr().out


def test_rebuild_makes_the_index_anew(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    byline = Byline("Un train", "Dépêche", date(2023, 1, 6), None)
    Library(Settings(home=home).library).put(Article("train", "fr", byline, ("Le train est arrivé.",)))
    assert run(["rebuild", "--json", "--home", str(home)]) == 0
    assert stdout_json(capsys)["added"] == 1


def test_chat_remembers_and_survives_a_bad_question(indexed: Path) -> None:
    lines = "Quels systèmes ont été livrés ?\n?!\nEt à qui ?\n\n"
    command = [sys.executable, "-m", "rag.cli", "chat", "--home", str(indexed)]
    done = subprocess.run(command, input=lines, capture_output=True, text=True, check=True, timeout=120)
    assert "Iskander" in done.stdout
    assert "depeche: no word" in done.stdout
    assert "Question comprise\u00a0: «\u00a0À qui ? (systèmes ont été livrés" in done.stdout


def test_help_names_every_command() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "rag.cli", "--help"], capture_output=True, text=True, check=True, timeout=60
    )
    for command in ("add", "index", "ask", "search", "chat", "ui", "eval", "doctor", "rebuild"):
        assert f"\n  {command} " in done.stdout
