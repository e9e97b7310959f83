"""Whether time tells a stranger what exists in another workspace.

Somebody with a workspace of their own asks, in turn, for a thing that another workspace has and for one that nobody
has; and tries an API key and an invitation that exist, with another secret, and ones that do not. The two kinds of
request alternate, so that whatever else the machine does falls on both; compared are the quicker quarters (the lower
quartiles), where least of that is left.

Bar: who guesses by the time of one answer is right in fewer than 60 of 100 cases (50 is chance).
"""

import statistics
import sys
import time
from collections.abc import Callable
from typing import Any, NamedTuple

from werkzeug.test import Client

from benchmarks.attacks import HOST, HastyClock
from benchmarks.example import demo_folder
from benchmarks.table import print_table
from scripts.dev_server import compose
from shared.bootstrap import Services, build_services
from shared.config import Settings
from shared.domain.ids import derived_id
from shared.domain.secret import new_secret
from shared.prompts.demo_people import LOCAL_PEOPLE, LocalPerson
from shared.services.open_demo import DEMO_KEY, DEMO_WORKSPACE

TIMES = 1_000
BEST_GUESS = 0.60
PERSON = {"full_name": "Lucía Ferrer", "title": "Directora de Operaciones", "company": "Logística Norte"}


class Pair(NamedTuple):
    """A request about what is there and the same about what is not."""

    name: str
    there: Callable[[], int]
    nowhere: Callable[[], int]


def main() -> int:
    """Measure every pair; 1 if one tells."""
    with demo_folder() as (folder, key):
        services = build_services(Settings(data_dir=folder, log_level="error"), clock=HastyClock())
        client = Client(compose(services, HOST, None))
        rows = [_row(pair) for pair in _pairs(services, client, key)]
        services.close()
    print_table(
        f"Lower quartiles in ms, {TIMES:,} times each, alternating (bar: guesses right in fewer than {BEST_GUESS:.0%})",
        ["asked for", "there", "nowhere", "ratio", "guessed"],
        [row[:-1] for row in rows],
    )
    return int(any(row[-1] for row in rows))


def _row(pair: Pair) -> tuple[Any, ...]:
    there: list[float] = []
    nowhere: list[float] = []
    assert pair.there() == pair.nowhere(), pair.name
    for number in range(TIMES):
        order = ((pair.there, there), (pair.nowhere, nowhere))
        for ask, times in order if number % 2 else reversed(order):
            begun = time.perf_counter()
            ask()
            times.append((time.perf_counter() - begun) * 1000)
    one, other = (statistics.quantiles(times, n=4)[0] for times in (there, nowhere))
    middle = statistics.median([*there, *nowhere])
    right = sum(value > middle for value in there) + sum(value <= middle for value in nowhere)
    guessed = max(right, 2 * TIMES - right) / (2 * TIMES)
    return pair.name, f"{one:.2f}", f"{other:.2f}", f"{one / other:.2f}", f"{guessed:.0%}", guessed >= BEST_GUESS


def _pairs(services: Services, client: Client, key: str) -> list[Pair]:
    """What lies in the demo's workspace, asked for by a guest with a workspace of their own."""
    assert services.local_issuer is not None
    guest = next(person for person in LOCAL_PEOPLE if person.role is None)
    token = services.local_issuer().token(LocalPerson(guest.subject, guest.name, None), f"{HOST}/auth")
    _made(client, token, "/v1/workspaces", {"name": "Propio"})
    paths = {kind: _made(client, key, f"/v1/{kind}", body)["id"] for kind, body in _THINGS.items()}
    message = _made(client, key, "/v1/generations", {"prospect": PERSON, "format": "linkedin_note", "language": "es"})
    paths |= {"messages": message["id"], "prospects": message["prospect"]["id"]}
    invited = _made(client, key, "/v1/invitations", {"email": "nadie@example.com", "role": "viewer"})["token"]
    _, invitation, _ = invited.split("_", 2)
    nobody = derived_id("nobody")
    return [
        *(_things(client, token, kind, id_) for kind, id_ in paths.items()),
        Pair(
            "API key with another secret",
            lambda: _status(client, f"rtk_{DEMO_WORKSPACE}_{DEMO_KEY}_{new_secret()}", "/v1/me"),
            lambda: _status(client, f"rtk_{DEMO_WORKSPACE}_{nobody}_{new_secret()}", "/v1/me"),
        ),
        Pair(
            "invitation with another secret",
            lambda: _accepted(client, token, f"inv_{invitation}_{new_secret()}"),
            lambda: _accepted(client, token, f"inv_{nobody}_{new_secret()}"),
        ),
    ]


_THINGS: dict[str, Any] = {
    "batches": {"name": "Uno", "prospects": [PERSON], "format": "email", "language": "es"},
    "imports": {"text": "Nombre,Empresa\nLucía Ferrer,Logística Norte\nAna Gil,Otra Casa\n"},
    "webhooks": {"url": "https://example.com/hook"},
}


def _things(client: Client, token: str, kind: str, id_: str) -> Pair:
    nobody = derived_id("nobody")
    return Pair(
        f"GET /v1/{kind}/{{id}}",
        lambda: _status(client, token, f"/v1/{kind}/{id_}"),
        lambda: _status(client, token, f"/v1/{kind}/{nobody}"),
    )


def _headers(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}", "Host": "localhost:8080"}


def _status(client: Client, token: str, path: str) -> int:
    return client.get(path, headers=_headers(token)).status_code


def _accepted(client: Client, token: str, invitation: str) -> int:
    answer = client.post("/v1/invitations/accept", json={"token": invitation}, headers=_headers(token))
    return answer.status_code


def _made(client: Client, token: str, path: str, body: object) -> dict[str, Any]:
    answer = client.post(path, json=body, headers=_headers(token))
    assert answer.status_code < 300, (path, answer.get_data(as_text=True))
    found: dict[str, Any] = answer.get_json()
    return found


if __name__ == "__main__":
    sys.exit(main())
