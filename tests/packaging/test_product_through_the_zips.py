"""The whole product as it is deployed: five zips under production's server, behind the load balancer's map."""

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from typing import Any, NamedTuple

import httpx2
import pytest

from scripts.deployed import FUNCTIONS
from scripts.export_url_map import url_paths
from scripts.function_apps import all_routes
from shared.bootstrap.adapters import SEALING_KEY
from tests.cloud_tasks_server import oidc_token
from tests.contract.firestore_emulator import HOW_TO_INSTALL, is_left_out
from tests.infra.url_map import owner
from tests.packaging.served_function import UnpackedFunction, client_of, free_port
from tests.packaging.test_served_functions import GENERATION
from tests.production_stand_ins import CLOCK_CALLER, stand_ins

pytestmark = pytest.mark.skipif(is_left_out(), reason=HOW_TO_INSTALL)

PEOPLE = [
    {"full_name": "Ana Ruiz", "title": "Directora Financiera", "company": "Miravent", "email": "ana@miravent.example"},
    {"full_name": "Owen Kerr", "title": "Head of Sales", "company": "Larkfield", "email": "owen@larkfield.example"},
    {"full_name": "Inés Soto", "title": "Jefa de Compras", "company": "Norpapel", "email": "ines@norpapel.example"},
]
PATIENCE_SECONDS = 60.0


class Deployment(NamedTuple):
    """Each function's client, and the address of the one that no path leads to."""

    clients: Mapping[str, httpx2.Client]
    tasks_address: str

    def ask(self, method: str, path: str, **given: Any) -> httpx2.Response:
        """Send a request where the load balancer's map sends its path."""
        function = owner(path, url_paths(all_routes()))
        assert function is not None, f"no path leads to {path}"
        return self.clients[function].request(method, path, **given)


@pytest.fixture(scope="module")
def deployment(unpack: Callable[[str], UnpackedFunction]) -> Iterator[Deployment]:
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    with ExitStack() as running:
        cloud = running.enter_context(stand_ins())
        cloud.secret_manager.add(SEALING_KEY, b"k" * 32)
        clients = {}
        for name in FUNCTIONS:
            settings = cloud.settings_of(name, address)
            served, _ = running.enter_context(unpack(name).running(settings, port if name == "tasks" else None))
            clients[name] = running.enter_context(client_of(served, cloud.key))
        yield Deployment(clients, address)


def test_a_message_is_written_by_one_zip_and_listed_by_another(deployment: Deployment) -> None:
    written = deployment.ask("POST", "/v1/generations", json=GENERATION)
    assert written.status_code == 201, written.text
    listed = deployment.ask("GET", "/v1/messages", params={"limit": 1})
    assert [message["id"] for message in listed.json()["items"]] == [written.json()["id"]]


def test_a_batch_is_taken_by_one_zip_moved_by_the_queue_and_read_by_a_third(deployment: Deployment) -> None:
    asked = {"name": "Tres personas", "prospects": PEOPLE, "format": "linkedin_note", "language": "es"}
    started = deployment.ask("POST", "/v1/batches", json=asked)
    assert started.status_code in (201, 202), started.text
    batch = started.json()["id"]
    end = time.monotonic() + PATIENCE_SECONDS
    state = started.json()["state"]
    while state not in {"completed", "done"} and time.monotonic() < end:
        time.sleep(0.2)
        state = deployment.ask("GET", f"/v1/batches/{batch}").json()["state"]
    listed = deployment.ask("GET", "/v1/messages", params={"batch": batch})
    assert {message["prospect"]["full_name"] for message in listed.json()["items"]} == {
        person["full_name"] for person in PEOPLE
    }, deployment.ask("GET", f"/v1/batches/{batch}").text


def test_the_clock_is_let_in_by_its_account_and_nobody_by_another(deployment: Deployment) -> None:
    codes = [
        httpx2.post(
            f"{deployment.tasks_address}/v1/tasks/tick",
            json={},
            headers={"Authorization": f"Bearer {oidc_token(caller, deployment.tasks_address)}"},
            timeout=60,
        ).status_code
        for caller in (CLOCK_CALLER, "somebody@example.com")
    ]
    assert codes == [200, 403]


def test_every_public_function_says_that_it_is_well_at_the_address_that_is_watched(deployment: Deployment) -> None:
    public = [name for name in FUNCTIONS if name != "tasks"]
    assert [deployment.ask("GET", f"/v1/{name}/health").status_code for name in public] == [200] * len(public)
