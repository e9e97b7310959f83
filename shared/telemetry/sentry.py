"""Exceptions to Sentry, where a DSN is set: which types, where, in what request; never with what.

What Sentry's client would add by itself (local variables, messages of exceptions, the request, breadcrumbs, the names
of machines) may hold prospects' data or keys, so it is off or taken away (docs/decisions/0060-no-session-replay.md).
"""

from collections.abc import Mapping
from typing import Any

from sentry_sdk import Client
from sentry_sdk.utils import event_from_exception

from shared.telemetry.logs import Report

FLUSH_SECONDS = 1.0
"""A function has no processor between requests: what is not sent before the answer may never be."""

_SENT = frozenset(
    "contexts environment event_id exception level platform release sdk tags timestamp transaction".split()
)
_TAGS = ("function", "request_id", "route", "code", "operation", "batch_id")


def sentry_reporter(dsn: str, release: str) -> Report:
    """Sends an exception and the log fields of its line. A Sentry that does not answer delays a failed request by at
    most a second and changes nothing else. Raises ValueError if `dsn` is none.
    """
    client = Client(
        dsn=dsn,
        release=release,
        auto_enabling_integrations=False,
        default_integrations=False,
        include_local_variables=False,
        max_breadcrumbs=0,
        send_client_reports=False,
        server_name="",
        before_send=_without_words,
    )

    def report(error: BaseException, fields: Mapping[str, object]) -> None:
        event, hint = event_from_exception(error, client_options=client.options)
        event["tags"] = {name: str(fields[name]) for name in _TAGS if name in fields}
        client.capture_event(event, hint)
        client.flush(FLUSH_SECONDS)

    return report


def _without_words(event: Any, _hint: Any) -> Any:
    """The event with nothing but what is named above; an exception's message goes, its type stays."""
    for part in event.get("exception", {}).get("values", ()):
        part["value"] = ""
    return {name: value for name, value in event.items() if name in _SENT}
