"""Note what was done in the web application, as a line of the log; nothing is stored."""

from shared.domain.principal import Caller
from shared.domain.usage_event import UsageEvent
from shared.telemetry.logs import get_logger

_log = get_logger()


def note_usage(caller: Caller, event: UsageEvent) -> None:
    """Write the event, with the id of whoever did it."""
    _log.info("screen_used", screen=event.screen.value, action=event.action.value, principal_id=caller.id)
