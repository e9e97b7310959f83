"""What is left of what LinkedIn lets a person send."""

from datetime import datetime

from shared.domain.allowance import INVITATIONS_WINDOW, Allowance, AllowanceKind
from shared.domain.principal import Principal
from shared.domain.workspace import WorkspaceSettings
from shared.ports import Clock
from shared.repositories.sent_invitations import SentInvitations
from shared.repositories.store import Store
from shared.services.read_settings import ReadSettings
from shared.services.workspace_day import day_of, start_of


class ReadAllowances:
    """GET /v1/allowances, and beside a message that is marked sent.

    Counted from the messages themselves, by who marked them sent and when they were: taking a sending back gives the
    allowance back, whoever notes a sending late counts it on its day, and there is no counter that could be wrong.
    """

    def __init__(self, store: Store, read_settings: ReadSettings, clock: Clock) -> None:
        self._store = store
        self._read_settings = read_settings
        self._clock = clock

    def __call__(self, principal: Principal) -> list[Allowance]:
        """How the caller stands, invitations first."""
        settings = self._read_settings(principal)
        invitations = self._store.of(principal.workspace_id).messages.sent_invitations
        now = self._clock.now()
        today = invitations.count(principal.id, start_of(day_of(now, settings), settings))
        return [
            _invitations(invitations, principal.id, settings, now, today),
            _notes(invitations, principal.id, settings, now, today),
        ]


def _invitations(
    sent: SentInvitations, sender: str, settings: WorkspaceSettings, now: datetime, today: int
) -> Allowance:
    since = now - INVITATIONS_WINDOW
    used = sent.count(sender, since)
    oldest = sent.first(sender, since) if used else None
    return Allowance(
        AllowanceKind.INVITATIONS,
        settings.allowances.invitations_in_7_days,
        used,
        today,
        since,
        None if oldest is None else oldest + INVITATIONS_WINDOW,
    )


def _notes(sent: SentInvitations, sender: str, settings: WorkspaceSettings, now: datetime, today: int) -> Allowance:
    """Every invitation that is written here has a note."""
    first = day_of(now, settings).replace(day=1)
    next_first = first.replace(year=first.year + first.month // 12, month=first.month % 12 + 1)
    since = start_of(first, settings)
    used = sent.count(sender, since)
    limit = settings.allowances.notes_in(settings.linkedin_tier)
    return Allowance(AllowanceKind.NOTES, limit, used, today, since, start_of(next_first, settings) if used else None)
