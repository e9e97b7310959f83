"""Read, change, write at the version that was read; again with jitter when somebody else was quicker.

The store has no transactions that read and write (architecture.md, "Documents"): a change of an existing document
names the version it was made from and conflicts if that is no longer the stored one.
"""

import random
import time
from collections.abc import Callable
from typing import TypeVar

from shared.domain.errors import WriteConflictError

Result = TypeVar("Result")

ATTEMPTS = 8
FIRST_PAUSE_SECONDS = 0.01


def retrying_conflicts(change: Callable[[], Result]) -> Result:
    """The result of `change`, which reads anew at each attempt.

    Raises its WriteConflictError after the last of 8 attempts (a little over a second in all).
    """
    for attempt in range(ATTEMPTS - 1):
        try:
            return change()
        except WriteConflictError:
            time.sleep(random.uniform(0.5, 1.5) * FIRST_PAUSE_SECONDS * 2**attempt)  # noqa: S311  jitter, no secret
    return change()
