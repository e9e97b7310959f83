"""What a log line says, and what it never says."""

import ast
import errno
import io
import json
import logging
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from shared.telemetry import logs
from shared.telemetry.exceptions import exception_type, render_exception
from shared.telemetry.log_fields import LOGGABLE_FIELDS
from shared.telemetry.logs import bind_fields, configure_logging, get_logger
from shared.telemetry.trace import Trace, bind_request

ROOT = Path(__file__).parents[2]
SOURCES = [path for folder in ("shared", "functions", "cli") for path in sorted((ROOT / folder).rglob("*.py"))]


@pytest.fixture
def fresh_logs(monkeypatch):
    """Logs as at the start of a process."""
    root = logging.getLogger()
    level, handlers = root.level, list(root.handlers)
    monkeypatch.setattr(logs._Process, "form", None)
    bind_fields()
    root.handlers[:] = [handler for handler in handlers if type(handler).__module__ != "shared.telemetry.logs"]
    yield
    bind_fields()
    root.setLevel(level)
    root.handlers[:] = handlers


@pytest.fixture
def lines(fresh_logs, capsys):
    """Reads what was logged since the last call."""
    return lambda: [json.loads(line) for line in capsys.readouterr().err.splitlines()]


def test_a_line_has_the_keys_that_cloud_logging_knows(lines):
    configure_logging()
    get_logger().warning("queue_paused", count=3)
    [line] = lines()
    assert line.pop("time").endswith("Z")
    assert line == {"severity": "WARNING", "message": "queue_paused", "count": 3}


def test_standard_output_stays_free(fresh_logs, capsys):
    configure_logging()
    get_logger().error("queue_paused")
    assert capsys.readouterr().out == ""


def test_a_field_that_is_not_on_the_list_is_left_out_and_named(lines):
    configure_logging()
    get_logger().info("message_generated", message_id="m", full_name="Lucía Planted", body="planted")
    [line] = lines()
    assert line["message_id"] == "m"
    assert line["refused_fields"] == ["body", "full_name"]
    assert "lanted" not in json.dumps(line)


def test_every_field_that_the_product_logs_is_on_the_list():
    """A line that leaves out what it is about helps nobody at night."""
    known = LOGGABLE_FIELDS | {"exc_info"}
    refused = [(path.name, name) for path in SOURCES for name in _logged(path) if name not in known]
    assert refused == []
    assert sum(1 for path in SOURCES for _ in _logged(path)) > 50


def _logged(path: Path) -> Iterator[str]:
    """The names that calls of a module's logger give."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Call) and ast.unparse(node.func).startswith("_log."):
            yield from (keyword.arg for keyword in node.keywords if keyword.arg is not None)


def test_a_long_value_is_cut(lines):
    configure_logging()
    get_logger().info("queue_paused", reason="x" * 10_000)
    assert len(lines()[0]["reason"]) == 300


def test_a_value_cannot_break_a_line_in_two(fresh_logs, capsys):
    configure_logging()
    get_logger().info("queue_paused", reason='a\n{"severity": "ERROR"}')
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_what_is_absent_is_not_written(lines):
    configure_logging()
    get_logger().info("queue_paused", reason=None)
    assert "reason" not in lines()[0]


class FullDisk(io.StringIO):
    def write(self, text: str) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")


def test_a_log_that_cannot_be_written_fails_nothing(fresh_logs, monkeypatch):
    configure_logging()
    monkeypatch.setattr(sys, "stderr", FullDisk())
    get_logger().info("queue_paused")


def test_lines_below_the_level_are_not_written(lines):
    configure_logging("warning")
    get_logger().info("queue_paused")
    assert lines() == []


def test_the_first_configuration_stands(lines):
    configure_logging("warning")
    configure_logging("debug")
    get_logger().info("queue_paused")
    assert lines() == []


def fail() -> None:
    secret = "planted-local"
    raise ValueError(f"planted-message {secret}")


def test_an_exception_is_logged_by_type_and_place_without_locals_and_message(lines):
    configure_logging()
    try:
        fail()
    except ValueError:
        get_logger().exception("import_failed")
    [line] = lines()
    assert line["exception"] == "ValueError"
    assert line["stack_trace"].startswith("Traceback (most recent call last):\n")
    assert ", in fail\nValueError" in line["stack_trace"]
    assert "planted" not in json.dumps(line)


def test_the_causes_of_an_exception_are_shown_first(lines):
    try:
        try:
            fail()
        except ValueError as cause:
            raise LookupError from cause
    except LookupError as error:
        rendered = render_exception(error)
    assert rendered.index("\nValueError") < rendered.index("\nLookupError")


def test_exceptions_that_cause_each_other_end():
    first, second = ValueError(), LookupError()
    first.__cause__, second.__cause__ = second, first
    assert render_exception(first).count("Traceback") == 2


def test_an_exception_of_a_library_is_named_with_its_module():
    assert exception_type(json.JSONDecodeError("m", "d", 0)) == "json.decoder.JSONDecodeError"


def test_a_deep_stack_is_cut_to_its_innermost_frames():
    def dive(depth: int) -> None:
        if depth == 0:
            fail()
        dive(depth - 1)

    with pytest.raises(ValueError, match="planted") as failure:
        dive(200)
    rendered = render_exception(failure.value)
    assert rendered.count("File ") == 60
    assert "in fail" in rendered


def test_a_library_s_warning_becomes_a_line_of_ours_without_its_text(lines):
    configure_logging()
    logging.getLogger("vendor.sdk").warning("request to https://x/?key=planted failed")
    [line] = lines()
    assert (line["severity"], line["message"], line["logger"]) == ("WARNING", "library_reported", "vendor.sdk")
    assert "planted" not in json.dumps(line)


def test_a_library_s_chatter_is_not_written(lines):
    configure_logging()
    logging.getLogger("vendor.sdk").info("hello")
    assert lines() == []


def test_a_line_names_its_request_and_trace(lines):
    configure_logging(google_project="p1")
    bind_request("r1", "generate", "0.1.0", Trace("a" * 32, "b" * 16, sampled=True))
    get_logger().info("queue_paused")
    [line] = lines()
    assert line["request_id"] == "r1"
    assert line["logging.googleapis.com/labels"] == {"function": "generate", "version": "0.1.0"}
    assert line["logging.googleapis.com/trace"] == f"projects/p1/traces/{'a' * 32}"
    assert line["logging.googleapis.com/spanId"] == "b" * 16
    assert line["logging.googleapis.com/trace_sampled"] is True


def test_a_new_request_carries_nothing_of_the_one_before(lines):
    configure_logging()
    bind_request("r1", "generate", "0.1.0", Trace("a" * 32, None, sampled=False))
    bind_request("r2", "generate", "0.1.0", None)
    get_logger().info("queue_paused")
    [line] = lines()
    assert line["request_id"] == "r2"
    assert "logging.googleapis.com/trace" not in line


def test_a_terminal_gets_lines_for_people(fresh_logs, capsys):
    configure_logging(for_terminal=True)
    try:
        fail()
    except ValueError:
        get_logger().exception("import_failed", count=1)
    shown = capsys.readouterr().err
    assert "import_failed" in shown
    assert ", in fail\nValueError" in shown
    assert "planted" not in shown


def test_lines_of_many_threads_do_not_mix():
    program = (
        "import threading\n"
        "from shared.telemetry.logs import configure_logging, get_logger\n"
        "configure_logging()\n"
        "log = get_logger()\n"
        "def work():\n"
        "    for _ in range(200): log.info('queue_paused', reason='x' * 250)\n"
        "threads = [threading.Thread(target=work) for _ in range(8)]\n"
        "[thread.start() for thread in threads]; [thread.join() for thread in threads]\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    lines = done.stderr.splitlines()
    assert len(lines) == 1600
    assert all(json.loads(line)["message"] == "queue_paused" for line in lines)
