"""Regular expressions that cost nothing until they are needed.

Compiling one takes as long as examining a sentence or more, every start would pay for all that its modules name, and
most requests need a few of them. Those of the product are compiled ahead (`kept_patterns.py`), so they are made here,
in one of two ways, and nowhere with `re.compile`.
"""

import re
from collections.abc import Callable, Iterable
from functools import cache
from typing import ParamSpec, TypeVar, cast

from shared.domain.kept_patterns import pattern

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split")
_Given = ParamSpec("_Given")
_Made = TypeVar("_Made")


def lazy_pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """As `re.compile`, but compiled when it is first used; after that its methods are the compiled pattern's own.

    A source that is no regular expression is found then and not at import: a test compiles all of them. The `re` of a
    match is the compiled one, which is another object.
    """
    return cast("re.Pattern[str]", LazyPattern(source, int(flags)))


class LazyPattern:
    """What `lazy_pattern` gives; `asked` is the source and the flags."""

    def __init__(self, source: str, flags: int) -> None:
        self.asked = (source, flags)

    def __getattr__(self, name: str) -> object:
        """Reached by what is not there yet: the first method of the pattern that anybody asks for."""
        compiled = pattern(*self.asked)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def lexicon_patterns(
    keys: Callable[[], Iterable[str]] | None = None,
) -> Callable[[Callable[_Given, _Made]], Callable[_Given, _Made]]:
    """For a function that makes lazy patterns of a lexicon: it is called once, or once for each key that is asked for.

    `keys` are all that it may be asked for, so that its patterns can be compiled ahead.
    """

    def decorate(make: Callable[_Given, _Made]) -> Callable[_Given, _Made]:
        made = cast("Callable[_Given, _Made]", cache(make))
        _MAKERS.append((made, keys))
        return made

    return decorate


_MAKERS: list[tuple[Callable[..., object], Callable[[], Iterable[str]] | None]] = []


def make_all() -> None:
    """Have every `lexicon_patterns` function of the imported modules make its patterns."""
    for make, keys in _MAKERS:
        for given in [()] if keys is None else zip(keys()):
            make(*given)
