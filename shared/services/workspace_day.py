"""Days as a workspace counts them."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from shared.domain.workspace import WorkspaceSettings


def day_of(moment: datetime, settings: WorkspaceSettings) -> date:
    """The date that `moment` has in the workspace's time zone."""
    return moment.astimezone(ZoneInfo(settings.time_zone)).date()
