"""Do something for every workspace once a night, however many ticks that takes."""

from collections.abc import Callable
from datetime import date

from shared.domain.errors import OutreachError, WriteConflictError
from shared.ports import Clock
from shared.repositories.rounds import Round
from shared.repositories.store import Store
from shared.telemetry.logs import get_logger

_log = get_logger()

NIGHT_HOUR = 4
"""In UTC. Where the day is not over by then, its figures are folded the night after."""
PATIENCE_SECONDS = 10.0
_PAGE = 100


class MakeNightRound:
    """A step of the tick: begins at four in the morning, UTC, and goes on from where the last tick stopped."""

    def __init__(self, store: Store, name: str, visit: Callable[[str], object], clock: Clock) -> None:
        """`visit` takes a workspace's id; visiting one twice must be harmless."""
        self._store = store
        self._name = name
        self._visit = visit
        self._clock = clock

    def __call__(self) -> int:
        """How many workspaces were visited."""
        now = self._clock.now()
        if now.hour < NIGHT_HOUR:
            return 0
        found = self._store.rounds.find_versioned(self._name)
        if found is not None and found[0].night == now.date() and found[0].done:
            return 0
        return self._go_on(found, now.date())

    def _go_on(self, found: tuple[Round, str] | None, night: date) -> int:
        after = found[0].after if found is not None and found[0].night == night else None
        end, visited, done = self._clock.monotonic() + PATIENCE_SECONDS, 0, False
        while not done and self._clock.monotonic() < end:
            ids = self._store.workspaces.ids(after, _PAGE)
            for id_ in ids:
                self._visited(id_)
            visited += len(ids)
            after, done = (ids[-1] if ids else after), len(ids) < _PAGE
        self._keep(Round(night=night, after=after, done=done), found)
        return visited

    def _visited(self, workspace_id: str) -> None:
        try:
            self._visit(workspace_id)
        except OutreachError as error:  # the next night finds the same work again
            _log.error("night_round_missed", workspace_id=workspace_id, operation=self._name, code=error.code)

    def _keep(self, reached: Round, found: tuple[Round, str] | None) -> None:
        rounds = self._store.rounds
        operation = (
            rounds.creation(self._name, reached) if found is None else rounds.change(self._name, reached, found[1])
        )
        try:
            self._store.documents.write([operation])
        except WriteConflictError:  # another tick makes the same round
            _log.info("night_round_shared", operation=self._name)
