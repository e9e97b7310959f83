"""Each zip, started by the command and the server that production uses, answers a real request."""

from typing import Any

from scripts.deployed import FUNCTIONS
from tests.packaging.served_function import UnpackedFunction

GENERATION = {
    "prospect": {"full_name": "Lucía Ferrer", "title": "Directora de Operaciones", "company": "Logística Norte"},
    "format": "linkedin_note",
    "language": "es",
}
REQUESTS: dict[str, tuple[str, str, Any, int]] = {
    "accounts": ("GET", "/v1/settings", None, 200),
    "batch": ("GET", "/v1/imports", None, 200),
    "generate": ("POST", "/v1/generations", GENERATION, 201),
    "history": ("GET", "/v1/messages", None, 200),
}


def test_a_zip_serves_its_function(unpacked: UnpackedFunction) -> None:
    method, path, body, status = REQUESTS[unpacked.name]
    with unpacked.served() as client:
        answer = client.request(method, path, json=body)
        stranger = client.request(method, path, json=body, headers={"Authorization": "Bearer rtk_nobody"})

    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["server"].startswith("gunicorn")
    assert stranger.status_code == 401
    assert stranger.headers["content-type"] == "application/problem+json"


def test_every_function_is_served_here() -> None:
    assert set(REQUESTS) == set(FUNCTIONS)
