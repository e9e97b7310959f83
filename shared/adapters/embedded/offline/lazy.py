"""Things that are made when they are first asked for."""

from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

T = TypeVar("T")


class Lazy(Generic[T]):
    """What an iterable gives, made once and kept: most sentences that a message could have are never looked at."""

    def __init__(self, source: Iterable[T]) -> None:
        self._made: list[T] = []
        self._source = iter(source)

    def __iter__(self) -> Iterator[T]:
        place = 0
        while place < len(self._made) or self._makes_another():
            yield self._made[place]
            place += 1

    def __bool__(self) -> bool:
        return bool(self._made) or self._makes_another()

    def _makes_another(self) -> bool:
        for thing in self._source:
            self._made.append(thing)
            return True
        return False
