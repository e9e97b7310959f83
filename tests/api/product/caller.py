"""Somebody who calls the API: one address, whichever function owns the path."""

from collections.abc import Mapping, Sequence
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from shared.bootstrap import Services

GENERATION: dict[str, Any] = {
    "prospect": {
        "full_name": "Lucía Ferrer",
        "title": "Directora de Operaciones",
        "company": "Logística Norte",
        "location": "Bilbao",
        "linkedin_url": "https://es.linkedin.com/in/lucia-ferrer?trk=x",
        "custom": {"evento": "SIL 2026"},
    },
    "format": "linkedin_note",
    "language": "es",
    "register": "usted",
}


class Caller:
    """Sends requests with one API key."""

    def __init__(self, clients: Sequence[FlaskClient], key: str, services: Services | None = None) -> None:
        self._services = services
        self._clients = clients
        self.key = key

    @property
    def services(self) -> Services:
        """The services behind the functions."""
        assert self._services is not None
        return self._services

    def send(
        self, method: str, path: str, json: object = None, headers: Mapping[str, str] | None = None, **options: Any
    ) -> TestResponse:
        """Send to the function that knows the path; the last one's 404 if none does."""
        sent = {"Authorization": f"Bearer {self.key}"} | dict(headers or {})
        if json is not None:
            options["json"] = json
        for client in self._clients:
            answer = client.open(path, method=method, headers=sent, **options)
            if answer.status_code != 404 or _knows(client, path, method):
                return answer
        return answer

    def get(self, path: str, **options: Any) -> TestResponse:
        return self.send("GET", path, **options)

    def post(self, path: str, json: object = None, **options: Any) -> TestResponse:
        return self.send("POST", path, json, **options)

    def put(self, path: str, json: object = None, **options: Any) -> TestResponse:
        return self.send("PUT", path, json, **options)

    def patch(self, path: str, json: object = None, **options: Any) -> TestResponse:
        return self.send("PATCH", path, json, **options)

    def delete(self, path: str, **options: Any) -> TestResponse:
        return self.send("DELETE", path, **options)

    def generate(self, **fields: Any) -> dict[str, Any]:
        """The message of a generation that succeeds."""
        answer = self.post("/v1/generations", GENERATION | fields)
        assert answer.status_code == 201, answer.get_data(as_text=True)
        made: dict[str, Any] = answer.get_json()
        return made


def _knows(client: FlaskClient, path: str, method: str) -> bool:
    adapter = client.application.url_map.bind("localhost")
    return bool(adapter.test(path.partition("?")[0], method))
