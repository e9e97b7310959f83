"""Regular expressions that few texts need.

Compiling one takes as long as examining a sentence or more, and every start pays for what a module compiles. So what is
looked for only where a cheaper sign is seen first stays source text until then.
"""

import re
from functools import cache


@cache
def compiled(source: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern of `source`, compiled at its first use and kept (re's own cache is small enough to lose it)."""
    return re.compile(source, flags)
