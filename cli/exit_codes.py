"""How commands end, so that scripts can tell without reading."""

from enum import IntEnum

from shared.domain.errors import InvalidInputError, MalformedRequestError, NotFoundError, OutreachError, TooLargeError


class ExitCode(IntEnum):
    """0 to 2 as everywhere; the others say what a script may want to do about it."""

    OK = 0
    UNEXPECTED = 1
    USAGE = 2
    INVALID_INPUT = 3
    UPSTREAM = 4
    NEEDS_REVIEW = 5
    SOME_FAILED = 6
    INTERRUPTED = 130


EXPLAINED = """\
Exit codes: 0 all messages are ready · 2 wrong usage · 3 the input cannot be used · 4 the model, the database or the
set-up failed · 5 done, but some messages need review · 6 done, but some rows failed · 130 interrupted"""


def code_of(error: OutreachError) -> ExitCode:
    """The exit code of a command that ended with this error."""
    unusable = (InvalidInputError, MalformedRequestError, NotFoundError, TooLargeError)
    return ExitCode.INVALID_INPUT if isinstance(error, unusable) else ExitCode.UPSTREAM
