"""What locust's users do in the soak: one message, the list, one of it, figures, settings, and now and then a batch.

Each path goes where the load balancer's map sends it: ADDRESSES is the functions' addresses as JSON, by name.
"""

import itertools
import json
import os

from locust import HttpUser, constant_throughput, task

_ADDRESSES: dict[str, str] = json.loads(os.environ["ADDRESSES"])
_SURNAMES = ("Ferrer", "Soto", "Ibarra", "Campos", "Vidal", "Rey", "Luna", "Prado")
_numbers = itertools.count()


def _person() -> dict[str, str]:
    number = next(_numbers)
    surname = f"{_SURNAMES[number % 8]} {_SURNAMES[number // 8 % 8]}"
    return {"full_name": f"Lucía {surname}", "title": "Directora de Operaciones", "company": f"Logística {number}"}


class Seller(HttpUser):
    """So many requests a second as PER_USER says, however long each takes."""

    wait_time = constant_throughput(float(os.environ["PER_USER"]))
    host = "http://127.0.0.1"

    @task(10)
    def generate(self) -> None:
        """Ask for a message."""
        asked = {"prospect": _person(), "format": "linkedin_note", "language": "es"}
        self._ask("generate", "POST", "/v1/generations", json=asked)

    @task(4)
    def read_the_list(self) -> None:
        """Read a page of the history."""
        self._ask("history", "GET", "/v1/messages", params={"limit": 50})

    @task(1)
    def search(self) -> None:
        """Look for a person."""
        self._ask("history", "GET", "/v1/messages", "?q", params={"q": "Ibarra", "limit": 20})

    @task(1)
    def read_figures(self) -> None:
        """Read the rates by role."""
        self._ask("history", "GET", "/v1/metrics", params={"group_by": "role"})

    @task(2)
    def read_settings(self) -> None:
        """Read the workspace's settings, as each page does."""
        self._ask("accounts", "GET", "/v1/settings")

    @task(1)
    def start_a_batch(self) -> None:
        """Have the queue write two messages."""
        asked = {"name": "Dos", "prospects": [_person(), _person()], "format": "linkedin_note", "language": "es"}
        self._ask("batch", "POST", "/v1/batches", json=asked)

    def _ask(self, function: str, method: str, path: str, kind: str = "", **given: object) -> None:
        """Anything but success is a failure."""
        headers = {"Authorization": f"Bearer {os.environ['KEY']}"}
        address = f"{_ADDRESSES[function]}{path}"
        with self.client.request(
            method, address, name=f"{method} {path}{kind}", headers=headers, catch_response=True, **given
        ) as answer:
            if answer.status_code not in {200, 201, 202}:
                answer.failure(f"status {answer.status_code}")
