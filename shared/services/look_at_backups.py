"""Say each hour whether last night's backup was made: one that was not made tells nobody by itself."""

from datetime import timedelta

from shared.ports import Backups, Clock
from shared.telemetry.logs import get_logger

_log = get_logger()

MINUTE = 17
"""Of each hour."""
OLDEST = timedelta(hours=26)
"""A backup a day, and two hours in which it may begin late or still be under way."""


class LookAtBackups:
    """A step of the tick. Its lines are counted: Cloud Monitoring tells somebody of `backup_missing`, and of an hour's
    silence, since a look that fails says nothing of backups.
    """

    def __init__(self, backups: Backups, clock: Clock) -> None:
        self._backups = backups
        self._clock = clock

    def __call__(self) -> int:
        """1 if there was a look at the backups, else 0. Raises UpstreamFailedError if nobody can say what there is."""
        now = self._clock.now()
        if now.minute != MINUTE:
            return 0
        newest = self._backups.newest()
        age_hours = None if newest is None else round((now - newest) / timedelta(hours=1), 1)
        if newest is None or now - newest > OLDEST:
            _log.error("backup_missing", age_hours=age_hours)
        else:
            _log.info("backup_found", age_hours=age_hours)
        return 1
