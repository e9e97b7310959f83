"""Each zip, started by the command and the server that production uses, answers a real request."""

from collections.abc import Callable
from typing import Any

from scripts.deployed import FUNCTIONS
from tests.packaging.served_function import UnpackedFunction
from tests.unit.importing.profile_pdfs import OWEN, profile_pdf
from tests.unit.importing.workbooks import workbook

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
    "tasks": ("GET", "/v1/tasks/health", None, 200),
}

GUARDED = {name: request[:3] for name, request in REQUESTS.items()} | {"tasks": ("POST", "/v1/tasks/run-item", {})}


def test_a_zip_serves_its_function(unpacked: UnpackedFunction) -> None:
    method, path, body, status = REQUESTS[unpacked.name]
    guarded, guarded_path, guarded_body = GUARDED[unpacked.name]
    with unpacked.served() as client:
        answer = client.request(method, path, json=body)
        stranger = client.request(
            guarded, guarded_path, json=guarded_body, headers={"Authorization": "Bearer rtk_nobody"}
        )

    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["server"].startswith("gunicorn")
    assert stranger.status_code == 401
    assert stranger.headers["content-type"] == "application/problem+json"


def test_a_workbook_and_a_pdf_are_read_by_a_process_that_the_zip_alone_can_start(
    unpack: Callable[[str], UnpackedFunction],
) -> None:
    rows = [["Nombre", "Empresa"], ["Ana Ruiz", "Miravent"]]
    files = {"gente.xlsx": workbook({"Personas": rows}), "Profile.pdf": profile_pdf(OWEN)}
    with unpack("batch").served() as client:
        answers = [client.post("/v1/imports", files={"file": file}) for file in files.items()]

    assert [answer.status_code for answer in answers] == [201, 201], answers[0].text
    assert [answer.json()["preview"][0]["full_name"] for answer in answers] == ["Ana Ruiz", "Owen Kerr"]


def test_every_function_is_served_here() -> None:
    assert set(REQUESTS) == set(FUNCTIONS)
