"""When a schedule fires: five cron fields read in a time zone.

The fields name local minutes, as a clock on the wall shows them. One that the clock leaves out, where summer time
begins, fires at the first minute after the gap; one that it shows twice, where summer time ends, fires the first time
only; and several that fall on one moment fire once. (Cron differs by program; Debian's treats a `*` apart.)
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from cronsim import CronSim, CronSimError

from shared.domain.errors import InvalidInputError

_FIELDS = 5
_LONGEST_REPEATED_SPAN = timedelta(hours=3)
"""More than any clock is ever put back. A moment in the second hour of two equal ones has fires of the first behind it
whose local time lies ahead of its own.
"""


class FireTimes:
    """The moments, in UTC, at which a cron expression fires in a time zone."""

    def __init__(self, cron: str, time_zone: str) -> None:
        """Raises InvalidInputError at /cron for what is no cron expression of five fields, or never fires."""
        self._cron = cron
        self._zone = ZoneInfo(time_zone)
        if len(cron.split()) != _FIELDS or not self._ever_fires():
            raise InvalidInputError.at(
                "/cron",
                "Hace falta una expresión cron de cinco campos (minuto, hora, día, mes, día de la semana) posible.",
                "A possible cron expression of five fields is needed (minute, hour, day, month, day of week).",
            )

    def after(self, moment: datetime) -> Iterator[datetime]:
        """The fires later than `moment`, in order; they end after some 50 years."""
        last = moment
        for local in CronSim(self._cron, self._local(moment)):
            fire = self._moment_of(local)
            if fire > last:
                yield fire
                last = fire

    def until(self, moment: datetime) -> Iterator[datetime]:
        """The fires at `moment` and before it, the latest first."""
        # A cron expression has no fire in the future of its start: begin beyond what may be repeated.
        start = self._local(moment) + _LONGEST_REPEATED_SPAN
        last: datetime | None = None
        for local in CronSim(self._cron, start, reverse=True):
            fire = self._moment_of(local)
            if fire <= moment and fire != last:
                yield fire
                last = fire

    def _ever_fires(self) -> bool:
        try:
            next(CronSim(self._cron, datetime(2024, 1, 1)))  # noqa: DTZ001  a local time
        except (CronSimError, StopIteration):
            return False
        return True

    def _local(self, moment: datetime) -> datetime:
        """What the clock on the wall shows."""
        return moment.astimezone(self._zone).replace(tzinfo=None, fold=0)

    def _moment_of(self, local: datetime) -> datetime:
        """When the clock first shows `local`, or jumps over it."""
        moment = local.replace(tzinfo=self._zone).astimezone(UTC)
        if self._local(moment) == local:
            return moment
        return self._end_of_gap(local.replace(tzinfo=self._zone, fold=1).astimezone(UTC), moment)

    def _end_of_gap(self, before: datetime, after: datetime) -> datetime:
        """The first minute at which the clock has jumped, between two moments of which only the second has."""
        jumped = after.astimezone(self._zone).utcoffset()
        while after - before > timedelta(minutes=1):
            middle = before + timedelta(minutes=(after - before) // timedelta(minutes=2))
            if middle.astimezone(self._zone).utcoffset() == jumped:
                after = middle
            else:
                before = middle
        return after
