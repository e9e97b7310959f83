"""Python's garbage collector at the start of a function."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collection_paused() -> Iterator[None]:
    """Start without looking for garbage, and never look through what was made.

    Modules, models and tables stay as long as the process does. Looking through them again and again while they are
    made is a tenth of a start; set apart with `gc.freeze`, they are also left alone later, so that the workers which
    gunicorn forks go on sharing their memory (https://docs.python.org/3/library/gc.html#gc.freeze).
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
