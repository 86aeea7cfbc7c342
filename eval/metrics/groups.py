"""Gold as groups: a full answer needs one passage of each group; which one does not matter."""

from collections.abc import Collection, Sequence

Groups = Sequence[Sequence[str]]


def groups_met(ids: Collection[str], gold: Groups) -> int:
    """How many groups have a passage among ``ids``."""
    return sum(1 for group in gold if not set(group).isdisjoint(ids))
