"""Exceptions as a log may show them: which types, where; never with what.

Neither local variables nor messages are printed. Both may hold prospect data or keys: a `ValueError` of a parser
quotes what it could not parse.
"""

import traceback
from collections.abc import Iterator
from types import TracebackType

MAXIMUM_FRAMES = 60


def render_exception(error: BaseException) -> str:
    """The stack of `error` and of what caused it, in the form of a Python traceback without messages.

    Google's Error Reporting recognises the form (https://cloud.google.com/error-reporting/docs/formatting-error-messages).
    """
    return "\n".join(line for part in _chain(error) for line in _lines(part))


def exception_type(error: BaseException) -> str:
    """The full name of the error's class."""
    kind = type(error)
    return kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"


def _chain(error: BaseException) -> Iterator[BaseException]:
    """The causes of `error`, the first one first, then `error` itself."""
    chain: list[BaseException] = []
    current: BaseException | None = error
    while current is not None and current not in chain:
        chain.append(current)
        current = current.__cause__ or (None if current.__suppress_context__ else current.__context__)
    return reversed(chain)


def _lines(error: BaseException) -> Iterator[str]:
    yield "Traceback (most recent call last):"
    yield from _frames(error.__traceback__)
    yield exception_type(error)


def _frames(stack: TracebackType | None) -> Iterator[str]:
    for frame, line in list(traceback.walk_tb(stack))[-MAXIMUM_FRAMES:]:
        code = frame.f_code
        yield f'  File "{code.co_filename}", line {line}, in {code.co_name}'
