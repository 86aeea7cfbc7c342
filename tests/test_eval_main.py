"""From question sets to exit code: red, green and not measured, each for its own reason."""

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from toys_eval import ARTICLES, ROWS, Oracle, Silent, ToyAssistant, write_set

from corpus.library import Library
from eval.errors import BadBaseline, BadItem, BadPins
from eval.main import Scene, conduct
from eval.pins import pin
from eval.report import REPORTS
from eval.wish import Wish
from rag.answer import Answer, Facts
from rag.errors import ModelUnavailable
from rag.settings import Settings


@pytest.fixture
def scene(tmp_path: Path) -> Scene:
    library = Library(tmp_path / "library")
    for article in ARTICLES:
        library.put(article)
    scene = Scene(write_set(tmp_path / "sets"), tmp_path / "library", tmp_path / "baseline.json", Oracle)
    assert conduct(scene, Settings(), Wish(pin=True)) == 0
    return scene


def rewrite(scene: Scene, name: str, **changes: Any) -> None:  # noqa: ANN401  (JSON)
    """Changes the row of one item in the scene's set."""
    write_set(scene.sets, [row | changes if row["id"] == name else row for row in ROWS])


def test_update_then_gate_is_green(scene: Scene, capsys: pytest.CaptureFixture[str]) -> None:
    assert conduct(scene, Settings(), Wish(update=True)) == 0
    assert conduct(scene, Settings(), Wish()) == 0
    assert "green, 7 items" in capsys.readouterr().out


def test_a_worse_assistant_is_red_and_its_items_are_named(
    scene: Scene, capsys: pytest.CaptureFixture[str]
) -> None:
    conduct(scene, Settings(), Wish(update=True))
    capsys.readouterr()
    assert conduct(replace(scene, assistant=Silent), Settings(), Wish()) == 1
    shown = capsys.readouterr().out
    assert "RED" in shown
    assert "fr-date Truth 1 → 0 (worse)" in shown
    assert "vital nuggets all: 0.0000 (n=4) is below its floor 0.7500" in shown


def test_update_does_not_make_a_worse_assistant_green(scene: Scene) -> None:
    conduct(scene, Settings(), Wish(update=True))
    worse = replace(scene, assistant=Silent)
    assert conduct(worse, Settings(), Wish(update=True)) == 1
    assert conduct(worse, Settings(), Wish()) == 1
    assert conduct(worse, Settings(), Wish(update=True, allow_regression=True)) == 0
    assert conduct(worse, Settings(), Wish()) == 0


def test_without_baseline_nothing_is_measured(scene: Scene) -> None:
    with pytest.raises(BadBaseline, match="--update"):
        conduct(scene, Settings(), Wish())


class Muddled(Oracle):
    """Buries each answer under passages that nobody asked for."""

    def cites(self, question: str) -> Sequence[str]:
        """Gold, and three passages that are not; nothing where there is no gold."""
        gold = super().cites(question)
        return [*gold, "zoo-fr#p0", "zoo-fr#p1", "bridge-en#p2"] if gold else []


def test_a_buried_answer_is_only_half_of_one(scene: Scene, capsys: pytest.CaptureFixture[str]) -> None:
    conduct(scene, Settings(), Wish(update=True))
    capsys.readouterr()
    assert conduct(replace(scene, assistant=Muddled), Settings(), Wish()) == 1
    shown = capsys.readouterr().out
    assert "fr-date Truth 1 → 0.5 (worse)" in shown
    assert "of 6 items of test 5 worse than in the baseline, 0 better: exact one-sided p = 0.031" in shown


class Breaks(Oracle):
    """Raises at the seventh question."""

    def ask(self, question: str, /) -> Answer:
        """Raises when asked for the seventh time."""
        answer = super().ask(question)
        if len(self.asked) == 7:
            raise RuntimeError("boom")
        return answer


class Nothing(Oracle):
    """Has no answer to a far question."""

    def ask(self, question: str, /) -> Answer:
        """None instead of an abstention."""
        return None if "Tempest" in question else super().ask(question)  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("assistant", "named"),
    [(Breaks, "fr-premise: RuntimeError: boom"), (Nothing, "en-far: ask returned NoneType, not an Answer")],
)
def test_an_item_that_could_not_be_measured_exits_2_with_its_id(
    scene: Scene, capsys: pytest.CaptureFixture[str], assistant: type[ToyAssistant], named: str
) -> None:
    conduct(scene, Settings(), Wish(update=True))
    before = scene.baseline.read_bytes()
    capsys.readouterr()
    broken = replace(scene, assistant=assistant)
    assert conduct(broken, Settings(), Wish()) == 2
    assert named in capsys.readouterr().out
    assert conduct(broken, Settings(), Wish(update=True)) == 2
    assert scene.baseline.read_bytes() == before


def test_an_assistant_that_cannot_open_is_unavailable_and_not_wrong(scene: Scene) -> None:
    def closed(_: Settings) -> ToyAssistant:
        raise ModelUnavailable("no weights")

    conduct(scene, Settings(), Wish(update=True))
    with pytest.raises(ModelUnavailable):
        conduct(replace(scene, assistant=closed), Settings(), Wish())


def test_a_changed_article_is_refused_with_the_passage_named(scene: Scene) -> None:
    conduct(scene, Settings(), Wish(update=True))
    altered = replace(ARTICLES[1], paragraphs=(ARTICLES[1].paragraphs[0] + " !", *ARTICLES[1].paragraphs[1:]))
    Library(scene.library).put(altered)
    with pytest.raises(BadPins, match=r"changed since it was pinned: pont-fr#p0; .*--pin"):
        conduct(scene, Settings(), Wish())
    assert conduct(scene, Settings(), Wish(pin=True)) == 0
    with pytest.raises(BadBaseline, match="about another corpus, sets"):
        conduct(scene, Settings(), Wish())


def test_an_article_that_no_item_cites_still_changes_the_corpus(scene: Scene) -> None:
    conduct(scene, Settings(), Wish(update=True))
    zoo = ARTICLES[2]
    Library(scene.library).put(replace(zoo, paragraphs=(*zoo.paragraphs, "Une phrase de plus.")))
    with pytest.raises(BadBaseline, match="about another corpus:"):
        conduct(scene, Settings(), Wish())


@pytest.mark.parametrize(
    ("gold", "why"),
    [
        ("pont-fr#p2", "pont-fr#p2 of fr-date is page furniture"),
        ("pont-fr#p9", "pont-fr#p9 of fr-date is unknown"),
        ("gone#p0", "gone#p0 of fr-date is unknown"),
        ("bridge-en#p0", "not pinned: bridge-en#p0"),
    ],
)
def test_a_gold_passage_that_cannot_be_cited_is_refused(scene: Scene, gold: str, why: str) -> None:
    # Without the twin, bridge-en#p0 is in no item and has no pin.
    rows = [row for row in ROWS if row["id"] in ("fr-date", "fr-who")]
    rows = [{key: value for key, value in row.items() if key != "twin"} for row in rows]
    write_set(scene.sets, rows)
    conduct(scene, Settings(), Wish(pin=True))
    write_set(scene.sets, [row | {"gold": [[gold]]} if row["id"] == "fr-date" else row for row in rows])
    with pytest.raises(BadPins, match=why):
        conduct(scene, Settings(), Wish())


def test_pinning_says_what_changed_and_refuses_what_cannot_be_cited(scene: Scene, tmp_path: Path) -> None:
    from eval.loader import load_sets

    path = tmp_path / "pins.json"
    items = load_sets(scene.sets)
    assert len(pin(items, ARTICLES, path)) == 6
    assert pin(items, ARTICLES, path) == ()
    with pytest.raises(BadPins, match="unknown"):
        pin(items, ARTICLES[:1], path)
    assert pin(items, ARTICLES, path) == ()


@pytest.mark.parametrize("text", ["", "[]", '{"a#p0": 1}'])
def test_unreadable_pins_are_refused(scene: Scene, text: str) -> None:
    (scene.sets / "passages.json").write_text(text)
    with pytest.raises(BadPins, match=r"passages\.json .*--pin"):
        conduct(scene, Settings(), Wish())


class OtherModel(Oracle):
    """Was made of something else."""

    def facts(self) -> Facts:
        """The toy facts with another model and engine."""
        return replace(super().facts(), embedder="other", engine="openai:x")


def test_another_model_or_engine_is_not_held_to_this_baseline(scene: Scene) -> None:
    conduct(scene, Settings(), Wish(update=True))
    with pytest.raises(BadBaseline, match="about another engine, model"):
        conduct(replace(scene, assistant=OtherModel), Settings(), Wish())


def test_a_part_of_the_set_is_measured_without_gate(scene: Scene, capsys: pytest.CaptureFixture[str]) -> None:
    assert conduct(scene, Settings(), Wish(only=("fr-who", "fr-date"))) == 0
    assert "2 items, no gate" in capsys.readouterr().out
    assert conduct(scene, Settings(), Wish(category=("who",))) == 0
    assert "1 items, no gate" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("wish", "why"),
    [
        (Wish(only=("nobody",)), "no item nobody"),
        (Wish(explain="nobody"), "no item nobody"),
        (Wish(category=("when",)), "no item of category when"),
        (Wish(only=("fr-who",), category=("date",)), "no item is both"),
    ],
)
def test_a_wish_for_what_is_not_there_is_refused(scene: Scene, wish: Wish, why: str) -> None:
    with pytest.raises(BadItem, match=why):
        conduct(scene, Settings(), wish)


def test_a_baseline_is_never_pinned_on_a_part(scene: Scene) -> None:
    with pytest.raises(BadBaseline, match="--update needs all items"):
        conduct(scene, Settings(), Wish(update=True, only=("fr-who",)))


def test_explain_shows_one_item(scene: Scene, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert conduct(scene, Settings(), Wish(explain="fr-who")) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("fr-who · who · fr\nquestion   Qui a coupé le ruban du pont ?\n")
    assert "verdict    Truth 1" in shown
    assert conduct(replace(scene, assistant=Nothing), Settings(), Wish(explain="en-far")) == 2


def test_the_evaluation_has_a_home_of_its_own(scene: Scene, home: Path) -> None:
    seen: list[Settings] = []

    def opened(settings: Settings) -> ToyAssistant:
        seen.append(settings)
        assert settings.home.is_dir()
        return Oracle()

    user = Settings(home=home, chroma="http://127.0.0.1:8000")
    conduct(replace(scene, assistant=opened), user, Wish(only=("fr-who",)))
    assert seen[0].home != home
    assert seen[0].chroma == ""
    assert not seen[0].home.exists()
    assert not home.exists()


def test_reports_are_written_where_wished(scene: Scene, tmp_path: Path) -> None:
    conduct(scene, Settings(), Wish(update=True, out=tmp_path / "out"))
    summary = json.loads((tmp_path / "out" / "summary.json").read_text())
    assert summary["gate"] == {"applied": True, "failures": []}
    assert summary["dev"] == ["en-far"]
    assert summary["paired"] == {"n": 6, "worse": 0, "better": 0, "p": 1.0}
    assert sorted(summary["digests"]) == ["corpus", "engine", "model", "reader", "sets"]
    assert len((tmp_path / "out" / "results.jsonl").read_text().splitlines()) == len(ROWS)


def test_a_run_that_breaks_leaves_no_report_of_an_earlier_one(scene: Scene, tmp_path: Path) -> None:
    def killed(_: Settings) -> ToyAssistant:
        raise MemoryError

    out = tmp_path / "out"
    conduct(scene, Settings(), Wish(update=True, out=out))
    assert sorted(path.name for path in out.iterdir()) == sorted(REPORTS)
    (out / "mine.txt").write_text("kept")
    with pytest.raises(MemoryError):
        conduct(replace(scene, assistant=killed), Settings(), Wish(out=out))
    assert [path.name for path in out.iterdir()] == ["mine.txt"]


@pytest.mark.parametrize("damage", ["", "{"])
def test_an_unreadable_baseline_is_refused_before_a_question_is_asked(scene: Scene, damage: str) -> None:
    def never(_: Settings) -> ToyAssistant:
        raise AssertionError("asked although nothing can be compared")

    scene.baseline.write_text(damage)
    with pytest.raises(BadBaseline, match=r"baseline\.json"):
        conduct(replace(scene, assistant=never), Settings(), Wish())
