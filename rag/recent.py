"""What was computed lately, so that it need not be computed again."""

from collections import OrderedDict
from collections.abc import Hashable, Iterable, Mapping
from threading import Lock
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class Recent(Generic[Key, Value]):
    """Up to ``capacity`` values by key; the least recently used goes first. Thread-safe."""

    def __init__(self, capacity: int) -> None:
        self._capacity = capacity
        self._known: OrderedDict[Key, Value] = OrderedDict()
        self._lock = Lock()

    def among(self, keys: Iterable[Key]) -> dict[Key, Value]:
        """The values of those ``keys`` that are known."""
        with self._lock:
            return {key: self._known[key] for key in keys if key in self._known}

    def keep(self, values: Mapping[Key, Value]) -> None:
        """Remember ``values`` as the last used."""
        with self._lock:
            for key, value in values.items():
                self._known[key] = value
                self._known.move_to_end(key)
            while len(self._known) > self._capacity:
                self._known.popitem(last=False)
