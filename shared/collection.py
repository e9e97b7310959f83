"""Python's garbage collector at the start of a function."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_MADE_BEFORE_LOOKING = 100_000
"""Python's own 700 has it look a hundred times while the first message is written."""


@contextmanager
def collection_paused() -> Iterator[None]:
    """Start without looking for garbage, never look through what was made, and seldom look at all.

    Modules, models and tables stay as long as the process does. Looking through them again and again while they are
    made is a tenth of a start; set apart with `gc.freeze`, they are also left alone later, so that the workers which
    gunicorn forks go on sharing their memory (https://docs.python.org/3/library/gc.html#gc.freeze). A request makes
    tens of thousands of objects, all but a few of which are gone without a collector when it ends.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.set_threshold(_MADE_BEFORE_LOOKING)
        gc.enable()
