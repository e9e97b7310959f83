"""What Sentry's own client sends of an exception, read off the wire."""

import gzip
import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from shared.bootstrap.adapters import choose_error_reports
from shared.config import Settings
from shared.domain.errors import StartError
from shared.telemetry import logs
from shared.telemetry.logs import Report, bind_fields, get_logger

NAME, KEY = "-".join(("Ana", "Ruiz")), "_".join(("rtk", "secret"))
"""Not literally in this file: the lines around a failure are sent, and they are code."""


class Sentry:
    """Takes envelopes (https://develop.sentry.dev/sdk/data-model/envelopes/) and keeps their events."""

    def __init__(self) -> None:
        self.events: list[dict[str, Any]] = []
        self.bytes = b""
        sentry = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                body = gzip.decompress(body) if self.headers.get("Content-Encoding") == "gzip" else body
                sentry.bytes += body
                sentry.events.append(json.loads(body.splitlines()[2]))
                self.send_response(200)
                self.end_headers()

            def log_message(self, *_arguments: object) -> None: ...

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    @property
    def dsn(self) -> str:
        return f"http://public@127.0.0.1:{self._server.server_port}/1"

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture
def sentry(monkeypatch: pytest.MonkeyPatch) -> Iterator[Sentry]:
    sentry = Sentry()
    report = choose_error_reports(Settings(sentry_dsn=sentry.dsn))
    monkeypatch.setattr(logs._Process, "form", logs._Form(report=report))
    yield sentry
    bind_fields()
    sentry.close()


def fail_with(name: str) -> None:
    note = f"about {name}"
    raise ValueError(f"cannot read {note}")


def test_an_error_reaches_sentry_with_its_type_its_place_and_its_request(sentry: Sentry) -> None:
    bind_fields(request_id="a-request", function="generate", workspace_id="w")
    try:
        fail_with(NAME)
    except ValueError as error:
        get_logger().error("request_failed", exc_info=error, code="internal")
    (event,) = sentry.events
    (failure,) = event["exception"]["values"]
    assert failure["type"] == "ValueError"
    assert failure["stacktrace"]["frames"][-1]["function"] == "fail_with"
    assert event["tags"] == {"function": "generate", "request_id": "a-request", "code": "internal"}


def test_neither_messages_nor_variables_nor_the_machine_s_name_are_sent(sentry: Sentry) -> None:
    key = KEY
    try:
        fail_with(NAME)
    except ValueError as error:
        get_logger().error("request_failed", exc_info=error, code=key and "internal")
    assert [planted for planted in (NAME, KEY) if planted.encode() in sentry.bytes] == []
    (event,) = sentry.events
    assert all("vars" not in frame for frame in event["exception"]["values"][0]["stacktrace"]["frames"])
    assert not {"server_name", "breadcrumbs", "request", "user", "extra", "modules"} & event.keys()


def test_a_warning_and_an_error_without_an_exception_are_not_sent(sentry: Sentry) -> None:
    get_logger().warning("task_failed", code="x")
    get_logger().error("tick_step_failed", operation="x")
    assert sentry.events == []


def test_without_a_dsn_nothing_is_reported() -> None:
    reports: Report | None = choose_error_reports(Settings())
    assert reports is None


def test_an_address_that_is_none_of_sentry_s_stops_the_start() -> None:
    with pytest.raises(StartError, match="APP_SENTRY_DSN"):
        choose_error_reports(Settings(sentry_dsn="not-an-address"))
