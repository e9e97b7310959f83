"""What is watched is what the code writes, and every alert says what to do."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from scripts.function_apps import all_routes
from shared.telemetry.log_fields import LOGGABLE_FIELDS
from tests.infra.terraform_files import MODULES, TERRAFORM

ROOT = TERRAFORM.parent.parent
MONITORING = MODULES / "monitoring"
OPERATIONS = ROOT / "docs" / "operations.md"

BOUND = {"labels.function"}
"""What `bind_request` puts on every line of a request (a test of the logs holds it)."""


def log_metrics() -> dict[str, tuple[str, set[str]]]:
    """Event and fields of each log-based metric."""
    lines = re.findall(r"(?m)^ +(\w+) += (\{ event = .*\})$", (MONITORING / "log_metrics.tf").read_text())
    found = {}
    for name, text in lines:
        event = re.search(r'event = "(\w+)"', text)
        assert event
        found[name] = (event[1], set(re.findall(r'"((?:jsonPayload|labels)\.\w+)"', text)))
    return found


def written_events() -> dict[str, set[str]]:
    """Every event that the code writes, with the names of its fields."""
    events: dict[str, set[str]] = {}
    for call in _calls():
        name = call.args[0]
        if isinstance(name, ast.Constant) and isinstance(name.value, str):
            events.setdefault(name.value, set()).update(word.arg for word in call.keywords if word.arg)
    return events


def _calls() -> Iterator[ast.Call]:
    for file in (ROOT / "shared").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and _logs(node.func) and node.args:
                yield node


def _logs(function: ast.expr) -> bool:
    return isinstance(function, ast.Attribute) and isinstance(function.value, ast.Name) and function.value.id == "_log"


def test_every_log_based_metric_counts_an_event_that_the_code_writes() -> None:
    written = written_events()
    assert len(log_metrics()) > 8
    assert {event for event, _ in log_metrics().values()} <= set(written)


def test_every_field_that_a_metric_reads_is_on_the_line() -> None:
    written = written_events()
    missing = {
        (name, field)
        for name, (event, fields) in log_metrics().items()
        for field in fields - BOUND
        if field.removeprefix("jsonPayload.") not in written[event] & LOGGABLE_FIELDS
    }
    assert missing == set()


def queries() -> list[str]:
    """What alerts, dashboard and `make status` ask of log-based metrics, each with the name of its metric in front."""
    asked = re.sub(r"\$\{local\.logged\.(\w+)\}", r"logged:\1", _text(MONITORING).replace('\\"', '"'))
    status = (ROOT / "infra" / "delivery" / "status.sh").read_text(encoding="utf-8").replace('\\"', '"')
    lines = (*asked.splitlines(), *status.replace("${logged}", "logged:").splitlines())
    return [line for line in lines if "logged:" in line]


def label_names() -> dict[str, set[str]]:
    """The labels of each log-based metric."""
    text = (MONITORING / "log_metrics.tf").read_text(encoding="utf-8")
    found = re.findall(r"(?m)^ +(\w+) += \{ event = .*?labels = \{(.*?)\}", text)
    return {name: set(re.findall(r"(\w+) = ", labels)) for name, labels in found}


def test_every_query_asks_for_metrics_that_are_counted_by_labels_that_they_have() -> None:
    known = label_names()
    assert len(queries()) > 15
    for query in queries():
        asked = re.findall(r"logged:(\w+?)(?:_bucket|_sum)?(?:\{(.*?)\}|\[|$)", query)
        assert asked, query
        for metric, braces in asked:
            assert set(re.findall(r"(\w+)[!=]?[=~]", braces)) <= known[metric], query
        grouped = set(", ".join(re.findall(r"by \((.*?)\)", query)).split(", ")) - {"", "le"}
        assert grouped <= known[asked[0][0]], query


def test_a_path_that_an_alert_waits_for_is_a_route() -> None:
    paths = {route.path for routes in all_routes().values() for route in routes}
    waited_for = set(re.findall(r'route="([^"]+)"', "\n".join(queries())))
    assert waited_for
    assert waited_for <= paths


def test_every_alert_has_a_chapter_in_the_runbook() -> None:
    anchors = {
        re.sub(r"[^a-z0-9 -]", "", title.lower()).replace(" ", "-")
        for title in re.findall(r"(?m)^### (.+)$", OPERATIONS.read_text(encoding="utf-8"))
    }
    alerts = set(re.findall(r"(?m)^    ([a-z-]+) = \{$", (MONITORING / "alerts.tf").read_text()))
    assert len(alerts) > 6
    named = set(re.findall(r"runbook\}#([a-z-]+)", _text(MONITORING)))
    assert alerts | named <= anchors


def test_every_function_has_the_health_path_that_is_watched() -> None:
    paths = {name: f"/v1/{name}/health" for name in all_routes() if name != "tasks"}
    assert {name for name, path in paths.items() if path in {route.path for route in all_routes()[name]}} == set(paths)


def _text(folder: Path) -> str:
    return "".join(file.read_text(encoding="utf-8") for file in sorted(folder.glob("*.tf")))
