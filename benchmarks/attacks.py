"""Attack every route in every place, and count: no 5xx, no leak, nothing repeated that was sent.

Bar: at least 10,000 cases, none of which is answered with a 5xx, with a trace, or with what was sent.
"""

import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

from werkzeug.test import EnvironBuilder, run_wsgi_app

from benchmarks.attack_cases import Attack, attacks
from benchmarks.example import demo_folder
from benchmarks.table import print_table
from scripts.dev_server import compose
from scripts.function_apps import all_routes
from scripts.openapi_document import openapi_document
from shared.adapters.system import SystemClock
from shared.bootstrap import build_services
from shared.config import Settings

HOST = "http://localhost:8080"
TRACES = ("Traceback", 'File "', "sqlite3", "site-packages", str(Path(__file__).parent.parent), "pydantic_core")
_SHORTEST_VALUE = 8


class HastyClock(SystemClock):
    """Seconds pass with each look, so that no limit of requests a minute ends the attack."""

    def __init__(self) -> None:
        self._now = 0.0

    def monotonic(self) -> float:
        self._now += 0.5
        return self._now


def main() -> int:
    """Send every case; 1 if one was answered badly."""
    routes = [route for declared in all_routes().values() for route in declared]
    public = [route for route in routes if not route.path.startswith("/v1/tasks/")]
    with demo_folder() as (folder, key):
        services = build_services(Settings(data_dir=folder, log_level="error"), clock=HastyClock())
        app = compose(services, HOST, None)
        begun = time.perf_counter()
        statuses: Counter[int] = Counter()
        bad: list[str] = []
        for attack in attacks(public, openapi_document(public)):
            status, complaint = attacked(app, attack, key)
            statuses[status] += 1
            bad += [] if complaint is None else [f"{attack.method} {attack.path[:80]}: {complaint}"]
        seconds = time.perf_counter() - begun
        services.close()
    print_table(
        f"{sum(statuses.values()):,} attacks on {len(public)} routes in {seconds:.0f} s "
        "(bar: 10,000, none answered badly)",
        ["status", "answers"],
        [[str(status), f"{count:,}"] for status, count in sorted(statuses.items())],
    )
    print(f"answered badly: {len(bad)}")
    print("\n".join(bad[:20]))
    return 1 if bad else 0


def attacked(app: Any, attack: Attack, key: str) -> tuple[int, str | None]:
    """The status of the answer, and what is wrong with it."""
    answer, status, headers = run_wsgi_app(app, _environ(attack, key), buffered=True)
    text = b"".join(answer).decode("utf-8", "replace")
    code = int(status.split()[0])
    if code >= 500:
        return code, f"{code} {text[:200]}"
    if code >= 400 and headers.get("Content-Type") != "application/problem+json":
        return code, f"no problem+json: {headers.get('Content-Type')}"
    if any("\r" in value or "\n" in value for value in headers.values()) or "X-Injected" in headers:
        return code, "a header was injected"
    if any(trace in text for trace in TRACES):
        return code, "a trace of the inside"
    return code, _repeated(attack, text) if code >= 400 else None


def _repeated(attack: Attack, text: str) -> str | None:
    """Whether a refusal repeats what was sent; `instance` is the path and may."""
    value = attack.value
    if value is None or len(value) < _SHORTEST_VALUE:
        return None
    before, _, rest = text.partition('"instance":"')
    return "what was sent came back" if value in before + rest.partition('"')[2] else None


def _environ(attack: Attack, key: str) -> dict[str, Any]:
    """The request as a server would hand it over, odd bytes and all."""
    builder = EnvironBuilder(method=attack.method, base_url=HOST, data=attack.body, query_string=attack.query)
    environ = builder.get_environ()
    builder.close()
    environ["PATH_INFO"] = attack.path.encode("utf-8", "surrogatepass").decode("latin-1")
    if attack.body is not None:
        environ["CONTENT_TYPE"] = "application/json"
    if attack.signed_in:
        environ["HTTP_AUTHORIZATION"] = f"Bearer {key}"
    for name, value in attack.headers:
        place = "CONTENT_TYPE" if name == "Content-Type" else f"HTTP_{name.upper().replace('-', '_')}"
        environ[place] = value.encode("utf-8", "surrogatepass").decode("latin-1")
    return environ


if __name__ == "__main__":
    sys.exit(main())
