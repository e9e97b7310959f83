"""Days as a workspace counts them."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from shared.domain.errors import InvalidInputError, NotFoundError, Sentence
from shared.domain.workspace import WorkspaceSettings
from shared.ports import Clock
from shared.repositories.store import Store

NO_SUCH_WORKSPACE = Sentence("Este espacio de trabajo ya no existe.", "This workspace no longer exists.")


def day_of(moment: datetime, settings: WorkspaceSettings) -> date:
    """The date that `moment` has in the workspace's time zone."""
    return moment.astimezone(ZoneInfo(settings.time_zone)).date()


def start_of(day: date, settings: WorkspaceSettings) -> datetime:
    """The first moment of the day in the workspace's time zone, told in UTC. A midnight that the clock skips counts as
    the minute after the gap.
    """
    return datetime.combine(day, time(), tzinfo=ZoneInfo(settings.time_zone)).astimezone(UTC)


def require_in_order(first: date | None, last: date | None) -> None:
    """Raise InvalidInputError at /query/to for days that end before they begin."""
    if first is not None and last is not None and last < first:
        raise InvalidInputError.at("/query/to", "«to» es anterior a «from».", "“to” is before “from”.")


def running_day(store: Store, clock: Clock, workspace_id: str) -> date:
    """Today in the workspace. Raises NotFoundError if it is gone."""
    found = store.workspaces.settings(workspace_id)
    if found is None:
        raise NotFoundError(NO_SUCH_WORKSPACE)
    return day_of(clock.now(), found[0])
