"""A line of writers, of whom the first writes for those behind as well."""

import threading
import time
from collections import deque
from collections.abc import Callable, Sequence
from itertools import islice, takewhile
from typing import Any, Generic, TypeVar

Given = TypeVar("Given")
Result = TypeVar("Result")

_MOST_TOGETHER = 16
"""So that the first of them does not wait long for the last."""


class Errand(Generic[Given, Result]):
    """Something that whoever has the turn may do for the one who waits: `work`, and what came of it."""

    def __init__(self, work: Callable[[Given], Result]) -> None:
        self.work = work
        self._outcome: Callable[[], Result] | None = None

    @property
    def is_over(self) -> bool:
        """Whether it is known what came of it."""
        return self._outcome is not None

    def succeed(self, result: Result) -> None:
        """Note what the work has answered."""
        self._outcome = lambda: result

    def fail(self, error: BaseException) -> None:
        """Note what the work has raised."""

        def raise_again() -> Result:
            raise error

        self._outcome = raise_again

    def result(self) -> Result:
        """What the work has answered; raises what it has raised."""
        assert self._outcome is not None  # noqa: S101  narrows the type
        return self._outcome()


class Turns:
    """A lock that one holds at a time, in the order in which they come. Who comes with an errand may take it at once
    where only errands wait, since those are done together.

    Each hand-over waits until the next thread gets the interpreter, several milliseconds where others compute, in which
    nobody writes. Done together, errands need one hand-over, and one commit.
    """

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._line: deque[_Place] = deque()
        self._along: list[_Place] = []
        self._is_taken = False

    def acquire(self, timeout: float) -> bool:
        """Take the lock alone; False if that was not possible within `timeout` seconds."""
        return self._enter(_Place(None, time.monotonic() + timeout))

    def release(self) -> None:
        """Give the lock back, and call those whose errands are over and the first of those who wait."""
        with self._guard:
            self._is_taken = False
            for place in (*self._along, *islice(self._line, 1)):
                place.called.set()
            self._along = []

    def run(
        self, errand: Errand[Given, Result], timeout: float, together: Callable[[Sequence[Errand[Given, Any]]], None]
    ) -> bool:
        """Return once the errand is over; False if its turn did not come within `timeout` seconds.

        It is done by `together` with those that wait, here or where another of them has the turn.
        """
        if not self._enter(_Place(errand, time.monotonic() + timeout)):
            return False
        if not errand.is_over:
            self._run_all([errand, *self._waiting_errands()], together)
        return True

    def _run_all(
        self, errands: Sequence[Errand[Given, Any]], together: Callable[[Sequence[Errand[Given, Any]]], None]
    ) -> None:
        try:
            together(errands)
        except BaseException as error:
            for errand in errands:
                if not errand.is_over:
                    errand.fail(error)
            raise
        finally:
            self.release()

    def _waiting_errands(self) -> "list[Errand[Any, Any]]":
        """Those of the line before anybody who wants the lock alone. They wait no longer for their turn."""
        with self._guard:
            first = takewhile(lambda place: place.errand is not None, self._line)
            self._along = list(islice(first, _MOST_TOGETHER - 1))
            for place in self._along:
                self._line.popleft()
                place.deadline = None
            return [place.errand for place in self._along if place.errand is not None]

    def _enter(self, place: "_Place") -> bool:
        with self._guard:
            if not self._is_taken and self._may_pass(place):
                self._is_taken = True
                return True
            self._line.append(place)
        try:
            return self._wait(place)
        except BaseException:
            self._leave(place)
            raise

    def _may_pass(self, place: "_Place") -> bool:
        return not self._line or (place.errand is not None and all(one.errand is not None for one in self._line))

    def _wait(self, place: "_Place") -> bool:
        while True:
            place.called.wait(place.seconds_left())
            with self._guard:
                place.called.clear()
                if place.errand is not None and place.errand.is_over:
                    return True
                if not self._is_taken and self._line[0] is place:
                    self._line.popleft()
                    self._is_taken = True
                    return True
                is_late = place.seconds_left() == 0.0
            if is_late:
                self._leave(place)
                return False

    def _leave(self, place: "_Place") -> None:
        """Give up waiting; a call that came for this place goes to the next."""
        with self._guard:
            if place in self._line:
                self._line.remove(place)
            if not self._is_taken and self._line:
                self._line[0].called.set()


class _Place:
    """Somebody who waits, until when (None: their errand is being done), and how they are called."""

    def __init__(self, errand: Errand[Any, Any] | None, deadline: float) -> None:
        self.errand = errand
        self.deadline: float | None = deadline
        self.called = threading.Event()

    def seconds_left(self) -> float | None:
        """How long they may wait."""
        return None if self.deadline is None else max(0.0, self.deadline - time.monotonic())
