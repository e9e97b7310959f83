"""What is added to each request before and around a service: who asks, how much is left to them, and the audit entry.

Each step over a workspace with 4 members and 1 key, and over one with 10,000 members and 1,000 keys; the last column is
the ratio of the two medians. Bar: membership and keys do not change the cost (ratio under 1.5).
"""

import statistics
import time
from collections.abc import Callable, Sequence
from typing import Any

from benchmarks.example import demo_folder
from benchmarks.table import percentile, print_table
from shared.adapters.system import RandomIds
from shared.bootstrap import Services, build_services
from shared.config import Settings
from shared.domain.act import Act, acting
from shared.domain.documents import Operation, Put
from shared.domain.principal import Principal
from shared.prompts.demo_people import LOCAL_PEOPLE
from shared.services.open_demo import DEMO_KEY, DEMO_WORKSPACE

TIMES = 2_000
MEMBERS, KEYS = 10_000, 1_000
_A_WRITE = 400


def main() -> None:
    """Time each step, small and large."""
    with demo_folder() as (folder, key):
        services = build_services(Settings(data_dir=folder, log_level="error"))
        small = _steps(services, key)
        _fill(services)
        large = _steps(services, key)
        services.close()
    rows = []
    for name, values in small.items():
        median, grown = statistics.median(values), statistics.median(large[name])
        rows.append([name, f"{median:.3f}", f"{percentile(values, 0.95):.3f}", f"{grown:.3f}", f"{grown / median:.2f}"])
    print_table(
        f"Added to a request, ms, {TIMES:,} times each (bar: ratio under 1.5)",
        ["step", "median", "p95", f"median, {MEMBERS:,} members and {KEYS:,} keys", "ratio"],
        rows,
    )


def _steps(services: Services, key: str) -> dict[str, list[float]]:
    assert services.local_issuer is not None
    token = services.local_issuer().token(LOCAL_PEOPLE[0], "http://localhost:8080/auth")
    owner = services.authenticate(key)
    services.authenticate(token)
    act = Act(owner.id, owner.kind.value, "bench")
    return {
        "API key, read 5 s ago": _timed(lambda: services.authenticate(key)),
        "API key, read now": _timed(lambda: _forgetful(services, key)),
        "person's token, read 5 s ago": _timed(lambda: services.authenticate(token)),
        "person's token, read now": _timed(lambda: _forgetful(services, token, LOCAL_PEOPLE[0].id)),
        "requests a minute": _timed(lambda: services.limit_requests(owner)),
        "a write without its audit entry": _timed(lambda: services.documents.write(_change(owner))),
        "the same write with it": _timed(lambda: _audited(services, act, owner)),
    }


def _forgetful(services: Services, token: str, member_id: str = "") -> None:
    services.identify.forget_key(DEMO_WORKSPACE, DEMO_KEY)
    services.authenticate.forget_member(DEMO_WORKSPACE, member_id)
    services._read_workspace.forget(DEMO_WORKSPACE)  # noqa: SLF001
    services.authenticate(token)


def _change(owner: Principal) -> Sequence[Operation]:
    return [Put(f"workspaces/{owner.workspace_id}/roles/bench", {"key": "bench"}, {"tone": "plain"})]


def _audited(services: Services, act: Act, owner: Principal) -> None:
    with acting(act):
        services.documents.write(_change(owner))


def _timed(step: Callable[[], Any]) -> list[float]:
    found = []
    for _ in range(TIMES):
        begun = time.perf_counter()
        step()
        found.append((time.perf_counter() - begun) * 1000)
    return found


def _fill(services: Services) -> None:
    """Many members and keys, written as the product writes them."""
    store, ids = services.store.of(DEMO_WORKSPACE), RandomIds()
    member, key = store.members.find(LOCAL_PEOPLE[0].id), store.api_keys.find(DEMO_KEY)
    assert member is not None
    assert key is not None
    operations: list[Operation] = []
    for _ in range(MEMBERS):
        id_ = ids.new()
        operations.append(store.members.creation(id_, member.model_copy(update={"id": id_})))
    for _ in range(KEYS):
        id_ = ids.new()
        operations.append(store.api_keys.creation(id_, key.model_copy(update={"id": id_})))
    for start in range(0, len(operations), _A_WRITE):
        services.documents.write(operations[start : start + _A_WRITE])


if __name__ == "__main__":
    main()
