"""What the shipped assistant was measured at: the limits that its evaluation holds it to."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from rag.answer import Facts

# `depeche eval --update` writes it; read by its path, because nothing here may import the evaluation.
LIMITS = Path(__file__).parent.parent / "eval" / "baseline.json"


@dataclass(frozen=True, slots=True)
class Measured:
    """Shares of ``questions``, 0…1 by name of the measure: at least its floor, at most its ceiling."""

    floors: Mapping[str, float]
    ceilings: Mapping[str, float]
    digests: Mapping[str, str]
    questions: int

    def tells_of(self, facts: Facts) -> bool:
        """Whether the engine and models in use are those that were measured."""
        names = ("engine", facts.engine), ("model", facts.embedder), ("reader", facts.reader)
        return all(self.digests.get(name) == used for name, used in names)


def measured(path: Path = LIMITS) -> Measured | None:
    """The limits in ``path``; None where there is no such file or another kind of one."""
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
        return Measured(dict(raw["floors"]), dict(raw["ceilings"]), dict(raw["digests"]), len(raw["items"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None
