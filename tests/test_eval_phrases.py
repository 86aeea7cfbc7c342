"""What the evaluation tells a person exists in French and in English; what machines read is English only."""

import ast
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from string import Formatter

import pytest
from test_eval_export import record_of
from test_eval_sureness import weighed
from toys_eval import ARTICLES, ITEMS, PASSAGES, DumpTop5, Oracle, Silent, answer_with, write_set

from corpus.library import Library
from corpus.text.typography import FIXED, NARROW, typeset
from eval.errors import BadItem, EvalError
from eval.explain import explanation, reasons
from eval.export.markdown import markdown
from eval.export.page import page
from eval.gate import failures, tightened
from eval.items import CATEGORIES
from eval.main import Scene, conduct
from eval.metrics.faults import faults
from eval.phrases import FRENCH, figure, joined, phrase
from eval.record import Flip, Paired, Record
from eval.report import REPORTS, terminal, write_reports
from eval.run import Outcome
from eval.summary import Measure
from eval.verdict import judge
from eval.wish import Wish
from rag.answer import Citation
from rag.settings import Settings

FILES = sorted((Path(__file__).parent.parent / "eval").rglob("*.py"))
# What is the same word in both languages, or no word at all.
SHARED = {
    "questions", "question", "verdict", ", ", "AURC ↓", "{name} ↓", "{change} ({way})",
    "{item} Truth {before} → {now}",
}  # fmt: skip


def _nodes() -> Iterator[ast.AST]:
    """Everything that the code consists of, without the tables."""
    for path in FILES:
        if path.name not in ("phrases.py", "wrong.py"):
            yield from ast.walk(ast.parse(path.read_text("utf-8")))


def _gaps(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_every_phrase_has_its_french_with_the_same_gaps() -> None:
    calls = ("phrase", "told", "joined", "_told", "_section")
    keys = {
        str(node.args[0].value)
        for node in _nodes()
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in calls
        if node.args and isinstance(node.args[0], ast.Constant)
    }
    assert len(keys) > 100
    assert keys <= FRENCH.keys()
    for english, french in FRENCH.items():
        assert french, english
        assert _gaps(french) == _gaps(english), english
        assert (french == english) == (english in SHARED), english


def test_no_phrase_is_left_over() -> None:
    said = {node.value for node in _nodes() if isinstance(node, ast.Constant)}
    said |= {  # keys of which a part is chosen
        *(f"{kind} nugget {{name}} is not stated: {{fact}}" for kind in ("vital", "okay")),
        "{key}: {value} (n={n}) is below its floor {limit}",
        "{key}: {value} (n={n}) is above its ceiling {limit}",
        *(f"{{ref}} of {{item}} is {kind}" for kind in ("page furniture", "unknown")),
        "{low} to {high}",
    }
    said |= {part for text in said if isinstance(text, str) for part in text.split(", ")}  # kinds of mutants
    assert FRENCH.keys() - said == set()


def test_french_has_french_typography_and_english_none_of_it() -> None:
    for english, plain in FRENCH.items():
        french = typeset(plain)
        assert "'" not in french + english
        assert not re.search(rf"[^{NARROW}][?!;%]", french.strip()), english
        assert not re.search(rf"[^{FIXED}]:", french), english
        assert not re.search(rf"«[^{FIXED}]|[^{FIXED}]»", french), english
        assert "«" not in english
        assert not re.search(r"\s[?!;:]", english), english


def test_no_name_of_a_category_is_taken_for_a_word() -> None:
    assert not set(CATEGORIES) & FRENCH.keys()


def test_figures_are_written_as_each_language_does() -> None:
    half, less = figure("0.500"), figure("-0.25")
    assert [half.said("fr"), less.said("fr"), half.said("en")] == ["0,500", "−0,25", "0.500"]


def test_a_phrase_within_a_phrase_is_of_the_same_language_and_what_it_quotes_is_harmless() -> None:
    said = phrase("forbidden value: {value}", value=joined(" or ", ("{0}\n", figure("1.5"))))
    assert said.said("fr") == f"valeur interdite{FIXED}: {{0}} ou 1,5"
    assert said.said("en") == "forbidden value: {0} or 1.5"
    assert str(said) == "forbidden value: {0}\n or 1.5"


def _red() -> Record:
    """A record of everything that a report can hold, but for what could not be measured."""
    measures = (Measure("vital nuggets", "all", 4, 0.0, 0.0, 1.0, "higher"),)
    kept = tightened(None, [replace(measures[0], value=1.0)], digests={}, items={})
    return record_of(
        DumpTop5(),
        failures=failures(kept, measures),
        flips=(Flip("fr-date", 1.0, 0.5), Flip("fr-near", -1.0, 1.0)),
        paired=Paired(7, 1, 1, 0.75),
        digests={"engine": "extractive", "corpus": "c1", "reader": "r1"},
        sure=weighed(fr_date=0.9, en_date=0.8).sure,
    )


def _english_left(text: str) -> list[str]:
    """The phrases of the table that stand in ``text`` in English."""
    whole = [key for key in FRENCH if not _gaps(key) and key not in SHARED and key.strip(" ,;")]
    pieces = [piece.strip(" :;,()") for key in FRENCH if _gaps(key) for piece in re.split(r"\{\w+\}", key)]
    words = [word for word in {*whole, *pieces} if re.search(r"[a-z]{2}", word) and not _is_french(word)]
    return [word for word in words if re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", text)]


def _is_french(word: str) -> bool:
    """Whether the table's French has it too, as it has names and words that both languages share."""
    return any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", french) for french in FRENCH.values())


def test_a_french_report_holds_no_english_phrase() -> None:
    record = _red()
    assert len(_english_left("\n".join(terminal(record)))) > 20
    assert _english_left("\n".join(terminal(record, "fr"))) == []


def test_a_french_report_says_what_the_english_one_says() -> None:
    lines = list(terminal(_red(), "fr"))
    assert lines[0] == f"Évaluation de Dépêche{FIXED}: ROUGE, limites manquées{FIXED}: 1, questions{FIXED}: 7"
    assert lines[1] == "corpus c1 · moteur extractif · lecteur r1"
    assert re.search(rf"intervalle à 95{NARROW}% +n$", lines[4])
    absent = f"fait essentiel n1 absent{FIXED}: 12000000 EUR{NARROW}; précision des citations 0,20"
    assert f"  en-price Truth 0,5{FIXED}: {absent}{NARROW}; rappel des citations 0,50" in lines
    assert "  fr-date Truth 1 → 0,5 (moins bien)" in lines
    missed = f"faits essentiels, tout{FIXED}: 0,0000 (n = 4) est sous son plancher de 0,7500"
    assert lines[-1] == f"  {missed}"
    assert len(lines) == len(list(terminal(_red())))


def test_one_item_is_explained_in_french() -> None:
    record = record_of(Silent())
    shown = explanation(record.outcomes[2], record.verdicts["fr-who"], PASSAGES, "fr").splitlines()
    assert shown[2] == "attendu    Anne Durand ou Mme Durand, d’après pont-fr#p1"
    assert shown[4].startswith(f"obtenu     abstention (not_in_corpus){FIXED}: ")
    assert "rang  1 réf  2,0000 pont-fr#p1" in shown
    assert shown[-1] == "           abstention, alors que les articles donnent la réponse"


def test_a_fault_is_named_in_french() -> None:
    sound = answer_with(ITEMS[0].question, "fr", ["pont-fr#p0"])
    blank = replace(sound, citations=(Citation(1, PASSAGES["pont-fr#p0"], 2, 3),))
    assert "[1] ne cite rien" in [fault.said("fr") for fault in faults(blank, PASSAGES)]
    verdict = judge(Outcome(ITEMS[0], blank), PASSAGES)
    assert f"faute{FIXED}: [1] ne cite rien" in reasons(verdict, "fr")
    assert "fault: [1] quotes nothing" in reasons(verdict)


def test_page_and_markdown_speak_french_too() -> None:
    record = _red()
    source, text = page(record, PASSAGES, "fr"), markdown(record, "fr")
    assert '<html lang="fr">' in source
    assert "<h2>Changements depuis la mesure retenue (2)</h2>" in source
    assert "<dt>attendu</dt>" in source
    assert "<td>0,510 à 1,000</td>" in source
    assert ">−1 · n 1</text>" in source
    assert ">0,5</text>" in source
    assert ">0,25</text>" in source
    assert "| faits essentiels | 0,875 | 0,875 à 0,875 | 4 |" in text
    assert "  - ` précision des citations 0,20 `" in text
    ours = re.sub(r"<(style|summary|dd)>.*?</\1>", "", source, flags=re.DOTALL)
    assert _english_left(re.sub("<[^>]*>", " ", ours)) == []


def test_what_machines_read_is_the_same_in_either_language(tmp_path: Path) -> None:
    for language in ("en", "fr"):
        write_reports(_red(), tmp_path / language, PASSAGES, language)
    same = {
        name for name in REPORTS
        if (tmp_path / "en" / name).read_bytes() == (tmp_path / "fr" / name).read_bytes()
    }  # fmt: skip
    assert same == {"results.jsonl", "summary.json", "junit.xml"}


def test_an_error_is_said_in_the_language_of_the_terminal() -> None:
    error = BadItem(phrase("no item {names} in the question sets", names="{x}, y"))
    assert str(error) == error.line.said("en") == "no item {x}, y in the question sets"
    assert error.line.said("fr") == "pas de question {x}, y dans les jeux de questions"
    assert EvalError("plain").line.said("fr") == "plain"


def test_a_wish_for_french_reaches_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for article in ARTICLES:
        Library(tmp_path / "library").put(article)
    scene = Scene(write_set(tmp_path / "sets"), tmp_path / "library", tmp_path / "baseline.json", Oracle)
    conduct(scene, Settings(), Wish(pin=True, language="fr"))
    conduct(scene, Settings(), Wish(update=True, language="fr", out=tmp_path / "out"))
    shown = capsys.readouterr().out
    assert f"empreintes nouvelles ou changées dans passages.json{FIXED}: 6" in shown
    assert f"Évaluation de Dépêche{FIXED}: vert, questions{FIXED}: 7" in shown
    assert f"écrit {tmp_path / 'out' / 'summary.md'}" in shown
