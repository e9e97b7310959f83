"""Each night, hold the counters of some days against the messages, mend what differs, and keep what was found.

A day is proven three times: the night after it, when nothing is generated on it any more; when its cohort is mature,
and its rates begin to be believed; and 45 days after it, when the summary that it belongs to is final.
"""

from datetime import date, timedelta

from shared.domain.metrics import MATURITY
from shared.domain.proof import KEPT, MOST_SHOWN, CounterProof, MendedCount
from shared.ports import Clock
from shared.repositories.store import Store
from shared.services.recount_counters import Recount, RecountCounters
from shared.services.workspace_day import running_day
from shared.telemetry.logs import get_logger

_log = get_logger()

AGES = (timedelta(days=1), MATURITY, timedelta(days=45))
"""How old the days are that a night looks at."""


class ProveCounters:
    """A night's visit of one workspace; repeating it in one night does nothing."""

    def __init__(self, store: Store, recount: RecountCounters, clock: Clock) -> None:
        self._store = store
        self._recount = recount
        self._clock = clock

    def __call__(self, workspace_id: str) -> CounterProof:
        """What was found. Raises NotFoundError if the workspace is gone."""
        night = running_day(self._store, self._clock, workspace_id)
        proofs = self._store.of(workspace_id).counter_proofs
        kept = proofs.find(str(night))
        if kept is not None:
            return kept
        days = self._days(workspace_id, night)
        found = [self._recount(workspace_id, day, day) for day in days]
        proof = self._proof(night, days, found)
        self._store.documents.write([proofs.replacement(str(night), proof)])
        if not proof.is_clean:
            _log.warning("counters_mended", workspace_id=workspace_id, mended=proof.mended_counts)
        return proof

    def _days(self, workspace_id: str, night: date) -> list[date]:
        """The days of the night's ages, and those that were too busy the night before."""
        last = self._store.of(workspace_id).counter_proofs.newest(None, 1).items
        busy = last[0].busy_days if last else []
        return sorted({*(night - age for age in AGES), *busy})

    def _proof(self, night: date, days: list[date], found: list[Recount]) -> CounterProof:
        mended = [MendedCount(**one._asdict()) for recount in found for one in recount.mended]
        now = self._clock.now()
        return CounterProof(
            night=night,
            at=now,
            days=days,
            busy_days=[date.fromisoformat(day) for recount in found for day in recount.busy],
            mended_counts=len(mended),
            mended=mended[:MOST_SHOWN],
            expires_at=now + KEPT,
        )
