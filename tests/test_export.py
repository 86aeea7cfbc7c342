"""Exported conversations: what they hold, that they are inert, and that checking them finds every change."""

import copy
import json
import re
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import typer
from fakes_ui import ARTICLES, HOSTILE, WordAssistant
from hypothesis import given
from hypothesis import strategies as st

from corpus.article import Article, Byline
from corpus.library import Library
from corpus.passage import text_hash
from rag.answer import Short, Turn
from rag.cli_export import verify as verify_command
from rag.errors import UsageError
from rag.export import citations_in, export_json, export_markdown, plain_turn, verify

AT = datetime(2026, 3, 1, 9, 30)
ASKED = "Quels systèmes de missiles ont été livrés à Minsk ?"


def _turns(*questions: str) -> tuple[Turn, ...]:
    return tuple(Turn(one, WordAssistant().ask(one)) for one in questions or (ASKED, "Qui a gagné ici ?"))


def _form(*questions: str) -> Any:  # noqa: ANN401
    return json.loads(json.dumps(export_json(_turns(*questions), at=AT), ensure_ascii=False))


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """A library with the articles that the fake answers from."""
    library = Library(tmp_path / "home" / "library")
    for article in ARTICLES[:2]:
        library.put(article)
    return library


def test_an_export_holds_quotes_ids_spans_and_hashes() -> None:
    form = _form()
    assert (form["format"], form["version"]) == ("depeche-conversation", 1)
    assert form["saved"] == "2026-03-01T09:30:00"
    first, refused = form["turns"]
    citation = first["citations"][0]
    assert citation["passage_id"] == "minsk-fr#p1"
    assert citation["passage_sha256"] == text_hash(ARTICLES[0].paragraphs[1])
    assert ARTICLES[0].paragraphs[1][citation["start"] : citation["end"]] == citation["quote"]
    assert (refused["status"], refused["citations"]) == ("abstained", [])
    assert citations_in(form) == 2


def test_an_untouched_export_holds(library: Library) -> None:
    assert verify(_form(), library) == ()


def _article(library: Library, **changes: Any) -> None:  # noqa: ANN401
    library.put(replace(library.get("minsk-fr"), **changes))


def _faults(form: Any, library: Library) -> list[tuple[int, int, str]]:  # noqa: ANN401
    return [(found.turn, found.marker, found.fault) for found in verify(form, library)]


def test_a_removed_article_is_found(library: Library) -> None:
    library.remove("minsk-fr")
    assert _faults(_form(), library) == [(1, 1, "unknown_article")]


def test_a_shortened_article_is_found(library: Library) -> None:
    _article(library, paragraphs=library.get("minsk-fr").paragraphs[:1])
    assert _faults(_form(), library) == [(1, 1, "no_paragraph")]


def test_a_paragraph_that_changed_around_its_quote_is_found(library: Library) -> None:
    one, two, three = library.get("minsk-fr").paragraphs
    _article(library, paragraphs=(one, two + " Ajout.", three))
    assert _faults(_form(), library) == [(1, 1, "changed")]


def test_another_byline_is_found(library: Library) -> None:
    _article(library, byline=replace(library.get("minsk-fr").byline, source="Autre"))
    assert _faults(_form(), library) == [(1, 1, "other_byline")]


@pytest.mark.parametrize(
    ("field", "value", "fault"),
    [
        ("quote", "Inventé", "not_verbatim"),
        ("start", 3, "not_verbatim"),
        ("passage_sha256", "0" * 64, "changed"),
        ("passage_id", "minsk-fr#p99", "no_paragraph"),
        ("passage_id", "minsk-fr#p0", "not_verbatim"),
        ("passage_id", "../../etc/passwd#p0", "unknown_article"),
        ("published", "2020-01-01", "other_byline"),
        ("title", "Faux titre", "other_byline"),
    ],
)
def test_a_forged_citation_is_found(library: Library, field: str, value: Any, fault: str) -> None:  # noqa: ANN401
    form = _form()
    form["turns"][0]["citations"][0][field] = value
    assert _faults(form, library) == [(1, 1, fault)]


@pytest.mark.parametrize(
    "break_it",
    [
        lambda form: [],
        lambda form: {"format": "other"},
        lambda form: {**form, "version": 2},
        lambda form: {**form, "turns": None},
        lambda form: {**form, "turns": [{}]},
        lambda form: {**form, "turns": [{"citations": [{"passage_id": "a#p0"}]}]},
        lambda form: {**form, "turns": [{"citations": [{**form["turns"][0]["citations"][0], "start": "x"}]}]},
        lambda form: {
            **form, "turns": [{"citations": [{**form["turns"][0]["citations"][0], "passage_id": "a"}]}]
        },
    ],
)  # fmt: skip
def test_what_is_no_export_is_said(library: Library, break_it: Any) -> None:  # noqa: ANN401
    with pytest.raises(UsageError, match=r"export|version"):
        verify(break_it(copy.deepcopy(_form())), library)


def _with_few_words(form: Any, text: str, *, resolved: bool = False, markers: tuple[int, ...] = (1,)) -> Any:  # noqa: ANN401
    form["turns"][0]["short"] = {"text": text, "markers": list(markers), "resolved": resolved}
    return form


@pytest.mark.parametrize("text", ["S-400", "S-400, Iskander"])
def test_a_short_answer_read_again_in_its_quote_holds(library: Library, text: str) -> None:
    assert _faults(_with_few_words(_form(), text), library) == []


@pytest.mark.parametrize(
    "forged",
    [
        _with_few_words(_form(), "S-300"),
        _with_few_words(_form(), "S-400, Leopard"),
        _with_few_words(_form(), "S-400", resolved=True),
        _with_few_words(_form(), "19 décembre 2022"),
    ],
)
def test_a_forged_short_answer_is_found(library: Library, forged: Any) -> None:  # noqa: ANN401
    assert _faults(forged, library) == [(1, 1, "not_vouched")]


def test_a_short_answer_without_citation_and_a_forged_side_are_found(library: Library) -> None:
    assert _faults(_with_few_words(_form(), "S-400", markers=(9,)), library) == [(1, 0, "not_vouched")]
    form = _form()
    form["turns"][0]["sides"] = [{"value": "S-400", "markers": [1]}, {"value": "S-500", "markers": [1]}]
    assert _faults(form, library) == [(1, 1, "not_vouched")]


def test_an_export_of_before_there_were_short_answers_is_still_checked(library: Library) -> None:
    form = _form()
    for turn in form["turns"]:
        del turn["short"], turn["sides"], turn["confidence"]
    assert verify(form, library) == ()


def test_exports_open_with_the_short_answer() -> None:
    turn = _turns()[0]
    short = replace(turn.answer, short=Short("S-400, Iskander", (1,)), confidence=0.83456)
    form = export_json((replace(turn, answer=short),), at=AT)["turns"][0]
    assert form["short"] == {"text": "S-400, Iskander", "markers": [1], "resolved": False}
    assert form["confidence"] == 0.8346
    assert "\n\nS-400, Iskander \\[1\\]\n\n" in export_markdown((replace(turn, answer=short),), at=AT)
    assert plain_turn(replace(turn, answer=short)).splitlines()[2] == "S-400, Iskander [1]"


def test_markdown_shows_question_claims_sources_and_hashes() -> None:
    text = export_markdown(_turns(), at=AT)
    assert text.startswith("# Dépêche · 2026-03-01 09:30\n")
    assert "## 1. Quels systèmes de missiles ont été livrés à Minsk ?" in text
    assert "Visite à Minsk — Dépêche, 19 décembre 2022, FR, paragraphe 2" in text
    assert "> « Aujourd’hui, nous avons livré" in text
    end = ARTICLES[0].paragraphs[1].index(" Le S-400")
    assert f"`minsk-fr#p1` 0–{end}, SHA-256 `{text_hash(ARTICLES[0].paragraphs[1])}`" in text
    assert "Les articles ne le disent pas." in text


def test_markdown_of_a_hostile_article_is_inert() -> None:
    text = export_markdown(_turns(f"Le piège hostile désamorcé {HOSTILE}"), at=AT)
    assert "hostile" in text
    assert not re.search(r"(?<!\\)[<!]|(?<!\\)\[|\w://\w", text.replace("\n> ", "\n"))


@given(st.text())
def test_no_question_escapes_its_line(question: str) -> None:
    turn = _turns()[1]
    text = export_markdown((Turn(question, turn.answer),), at=AT)
    assert len([line for line in text.split("\n") if line.startswith("#")]) == 2


def test_a_pasted_answer_names_its_sources() -> None:
    text = plain_turn(_turns()[0])
    assert text.splitlines()[0] == ASKED
    assert "[1] Visite à Minsk — Dépêche, 19 décembre 2022, FR, paragraphe 2" in text
    assert "https://example.org/minsk?a=1&b=2" in text
    assert "\n> « Aujourd’hui, nous avons livré" in text
    hostile = plain_turn(_turns(f"Le piège hostile désamorcé {HOSTILE}")[0])
    assert "javascript:alert(7)" not in hostile


def test_an_undated_source_says_so_and_printed_markers_are_not_repeated() -> None:
    undated = Article("a", "en", Byline("Title", "Source", None, None), ("The bridge opened on Thursday.",))
    answer = WordAssistant((undated,)).ask("What bridge opened Thursday?")
    claims = (replace(answer.claims[0], text="It opened [1]."),)
    text = plain_turn(Turn("What?", replace(answer, claims=claims)))
    assert "date unknown" in text
    assert text.count("[1]") == 2


def _run(path: Path, capsys: pytest.CaptureFixture[str], **options: Any) -> tuple[int, str]:  # noqa: ANN401
    with pytest.raises(typer.Exit) as end:
        verify_command(path, **options)
    return end.value.exit_code, capsys.readouterr().out


def test_the_command_checks_an_export_against_the_library(
    library: Library, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "talk.json"
    path.write_text(json.dumps(_form()), "utf-8")
    assert _run(path, capsys) == (0, "2 of 2 citations hold\n")
    library.remove("minsk-fr")
    code, said = _run(path, capsys)
    assert code == 1
    assert "FAIL question 1 [1] minsk-fr#p1: " in said
    assert "1 of 2 citations hold" in said
    code, said = _run(path, capsys, as_json=True)
    assert json.loads(said)["findings"][0]["fault"] == "unknown_article"
    code, said = _run(path, capsys, lang="fr")
    gone = "aucun article n’a l’identifiant «\u00a0minsk-fr\u00a0»\u202f; cherchez-le"
    gone += " par «\u00a0depeche search\u00a0»"
    assert said == (
        f"ÉCHEC question 1 [1] minsk-fr#p1\u00a0: {gone}\ncitations qui tiennent\u00a0: 1 sur 2\n"
    )


@pytest.mark.parametrize("content", [None, "no json", "[]", b"\xff"])
def test_the_command_refuses_other_files_with_a_remedy(tmp_path: Path, content: str | bytes | None) -> None:
    path = tmp_path / "talk.json"
    if content is not None:
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(UsageError, match=";"):
        verify_command(path)
