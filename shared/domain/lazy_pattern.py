"""Regular expressions that cost nothing until they are needed.

Compiling one takes as long as examining a sentence or more, every start would pay for all that its modules name, and
most requests need a few of them.
"""

import re
from typing import cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split")


def lazy_pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """As `re.compile`, but compiled when it is first used; after that its methods are the compiled pattern's own.

    A source that is no regular expression is found then and not at import: a test compiles all of them.
    """
    return cast("re.Pattern[str]", _LazyPattern(source, flags))


class _LazyPattern:
    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        """Reached by what is not there yet: the first method of the pattern that anybody asks for."""
        compiled = re.compile(self._source, self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)
