"""Batches over HTTP: people start and watch them, the queue moves them, and nobody else can."""

from typing import Any

import pytest

from scripts.function_apps import all_routes
from scripts.openapi_document import openapi_document
from shared.domain.tasks import ADVANCE_BATCH_PATH, RUN_ITEM_PATH
from tests.api.product.caller import GENERATION, Caller
from tests.fakes import RecordingQueue

PERSON = GENERATION["prospect"]
BATCH: dict[str, Any] = {
    "name": "Almacenes del norte",
    "prospects": [PERSON],
    "format": "linkedin_note",
    "language": "es",
    "register": "usted",
}


class Worked:
    """Somebody in front of the product, and the queue behind it, whose tasks a test delivers over HTTP."""

    def __init__(self, start) -> None:
        self.queue = RecordingQueue()
        self.caller: Caller = start(queue=self.queue)
        self.callers = self.caller.services.tasks.callers

    def create(self, **fields: Any) -> dict[str, Any]:
        answer = self.caller.post("/v1/batches", BATCH | fields)
        assert answer.status_code == 202, answer.get_data(as_text=True)
        made: dict[str, Any] = answer.get_json()
        return made

    def deliver(self, task):
        return self.caller.send(
            "POST",
            task.path,
            dict(task.payload),
            {
                "Authorization": f"Bearer {self.callers._token.for_path(task.path)}",
                "X-CloudTasks-TaskName": task.name,
                "X-CloudTasks-TaskRetryCount": "0",
            },
        )

    def work(self) -> None:
        """Deliver until nothing waits."""
        for _ in range(50):
            tasks = self.queue.take()
            if not tasks:
                return
            for task in tasks:
                answer = self.deliver(task)
                assert answer.status_code == 200, answer.get_data(as_text=True)
        raise AssertionError("the batch did not end")

    def get(self, batch_id: str) -> dict[str, Any]:
        answer = self.caller.get(f"/v1/batches/{batch_id}")
        assert answer.status_code == 200
        found: dict[str, Any] = answer.get_json()
        return found


@pytest.fixture
def worked(start) -> Worked:
    return Worked(start)


def people(count: int) -> list[dict[str, Any]]:
    return [PERSON | {"linkedin_url": f"https://www.linkedin.com/in/lucia-{n}"} for n in range(count)]


def test_a_batch_is_accepted_moved_by_the_queue_and_completed(worked):
    made = worked.create(prospects=people(3))
    assert (made["state"], made["total"], made["counts"]["pending"]) == ("queued", 3, 3)
    assert made["poll_after_ms"] == 1000
    worked.work()

    done = worked.get(made["id"])
    assert (done["state"], done["stopped_by"], done["poll_after_ms"]) == ("completed", None, None)
    assert done["counts"] == {"pending": 0, "running": 0, "done": 3, "failed": 0, "cancelled": 0, "skipped": 0}
    assert (done["cost_micros"], done["currency"], done["eta_seconds"]) == (0, "USD", 0)
    items = worked.caller.get(f"/v1/batches/{made['id']}/items").get_json()["items"]
    assert [(item["row"], item["state"], item["error"]) for item in items] == [(n, "done", None) for n in (1, 2, 3)]
    message = worked.caller.get(f"/v1/messages/{items[0]['message_id']}").get_json()
    assert message["batch_id"] == made["id"]
    assert items[0]["prospect"] == message["prospect"]


def test_people_who_cannot_be_known_again_are_told_of_when_the_batch_starts_and_before(worked):
    unknown = [PERSON | {"company": f"Logística {number}", "linkedin_url": None} for number in range(2)]
    (told,) = worked.create(prospects=[*people(1), *unknown])["warnings"]
    assert told.startswith("2 personas no tienen correo ni dirección de LinkedIn")
    (before,) = worked.caller.post("/v1/batches/estimate", BATCH | {"prospects": unknown[:1]}).get_json()["warnings"]
    assert before.startswith("Una persona no tiene")
    assert worked.create(prospects=people(2))["warnings"] == []


def test_a_batch_from_an_import_in_which_nobody_has_an_address_says_so(worked):
    made = worked.caller.post("/v1/imports", {"text": "Nombre,Empresa\nAna Ruiz,Acme\nLuis Gil,Acme\n"}).get_json()
    batch = worked.create(prospects=None, import_id=made["id"])
    assert batch["warnings"] == made["warnings"] != []


def test_batches_are_listed_newest_first_and_by_state(worked):
    first = worked.create(name="Primero")
    worked.work()
    second = worked.create(name="Segundo")
    listed = worked.caller.get("/v1/batches").get_json()["items"]
    assert [batch["id"] for batch in listed] == [second["id"], first["id"]]
    completed = worked.caller.get("/v1/batches?state=completed").get_json()["items"]
    assert [batch["id"] for batch in completed] == [first["id"]]


def test_items_come_in_pages_and_by_state(worked):
    made = worked.create(prospects=[*people(3), {"email": "nadie@example.com"}])
    worked.work()
    path = f"/v1/batches/{made['id']}/items"
    page = worked.caller.get(f"{path}?limit=3").get_json()
    rest = worked.caller.get(f"{path}?limit=3&cursor={page['next_cursor']}").get_json()
    assert [item["row"] for item in page["items"] + rest["items"]] == [1, 2, 3, 4]
    assert rest["next_cursor"] is None
    (failed,) = worked.caller.get(f"{path}?state=failed", headers={"Accept-Language": "en"}).get_json()["items"]
    assert failed["error"]["type"] == "/problems/invalid-input"
    assert failed["error"]["errors"] == [
        {
            "pointer": "/prospect/full_name",
            "detail": "The person's name is missing: no message can be written without it.",
        }
    ]


def test_a_batch_that_has_not_changed_is_not_sent_again(worked):
    made = worked.create()
    answer = worked.caller.get(f"/v1/batches/{made['id']}")
    tag = answer.headers["ETag"]
    path = f"/v1/batches/{made['id']}"
    for known in (tag, tag.removeprefix("W/"), f'"other", {tag}', "*"):
        same = worked.caller.get(path, headers={"If-None-Match": known})
        assert (same.status_code, same.get_data(), same.headers["ETag"]) == (304, b"", tag)
    worked.work()
    changed = worked.caller.get(path, headers={"If-None-Match": tag})
    assert changed.status_code == 200
    assert changed.headers["ETag"] != tag


def test_the_same_idempotency_key_makes_one_batch(worked):
    headers = {"Idempotency-Key": "lunes-1"}
    first = worked.caller.post("/v1/batches", BATCH, headers=headers)
    again = worked.caller.post("/v1/batches", BATCH, headers=headers)
    other = worked.caller.post("/v1/batches", BATCH | {"name": "Otro"}, headers=headers)
    assert (first.status_code, again.status_code, other.status_code) == (202, 202, 422)
    assert again.headers["Idempotent-Replay"] == "true"
    assert again.get_json()["id"] == first.get_json()["id"]
    assert len(worked.caller.get("/v1/batches").get_json()["items"]) == 1


@pytest.mark.parametrize("ask", ["estimate", "dry_run"])
def test_an_estimate_stores_nothing(worked, ask):
    fields = {"prospects": [{"email": "nadie@example.com"}, *people(29)]}
    if ask == "estimate":
        answer = worked.caller.post("/v1/batches/estimate", BATCH | fields)
    else:
        answer = worked.caller.post("/v1/batches", BATCH | fields | {"dry_run": True})
    assert answer.status_code == 200
    assert answer.get_json() == {
        "total": 30,
        "sampled": 20,
        "failing": 1,
        "provider": "offline",
        "model": "offline-1",
        "input_tokens": 0,
        "output_tokens": 0,
        "cost_micros": 0,
        "currency": "USD",
        "warnings": [],
    }
    assert worked.caller.get("/v1/batches").get_json()["items"] == []
    assert worked.queue.take() == []


def test_pause_resume_and_cancel_answer_the_batch_as_it_then_is(worked):
    made = worked.create(prospects=people(2))
    path = f"/v1/batches/{made['id']}"
    assert worked.caller.post(f"{path}/pause").get_json()["state"] == "paused"
    assert worked.caller.post(f"{path}/pause").get_json()["state"] == "paused"
    assert worked.caller.post(f"{path}/resume").get_json()["state"] == "running"
    assert worked.caller.post(f"{path}/retry-failed").status_code == 409
    cancelled = worked.caller.post(f"{path}/cancel").get_json()
    assert (cancelled["state"], cancelled["counts"]["cancelled"]) == ("cancelled", 2)
    assert worked.caller.post(f"{path}/pause").status_code == 409
    worked.work()
    assert worked.get(made["id"])["counts"]["cancelled"] == 2


@pytest.mark.parametrize(
    ("fields", "pointer"),
    [
        ({"prospects": None, "import_id": "a" * 26}, "/import_id"),
        ({"prospects": []}, "/prospects"),
        ({"prospects": [PERSON] * 501}, "/prospects"),
        ({"format": "fax"}, "/format"),
        ({"budget_micros": 0}, "/budget_micros"),
        ({"on_duplicate": "twice"}, "/on_duplicate"),
        ({"surprise": 1}, "/surprise"),
    ],
)
def test_a_wrong_batch_is_told_where_it_is_wrong_and_nothing_is_stored(worked, fields, pointer):
    body = {name: value for name, value in (BATCH | fields).items() if value is not None}
    answer = worked.caller.post("/v1/batches", body)
    assert answer.status_code == 422
    assert [error["pointer"] for error in answer.get_json()["errors"]] == [pointer]
    assert worked.caller.get("/v1/batches").get_json()["items"] == []


@pytest.mark.parametrize("path", ["", "/items"])
def test_a_batch_that_nobody_made_is_not_found(worked, path):
    assert worked.caller.get(f"/v1/batches/{'a' * 26}{path}").status_code == 404
    assert worked.caller.post(f"/v1/batches/{'a' * 26}/pause").status_code == 404


@pytest.mark.parametrize("path", [ADVANCE_BATCH_PATH, RUN_ITEM_PATH])
def test_nobody_but_the_queue_may_call_a_task(worked, path):
    token = worked.callers._token
    other = RUN_ITEM_PATH if path == ADVANCE_BATCH_PATH else ADVANCE_BATCH_PATH
    for credential in (f"Bearer {worked.caller.key}", "Bearer x", f"Bearer {token.for_path(other)}", ""):
        answer = worked.caller.send("POST", path, {"workspace_id": "no"}, {"Authorization": credential})
        assert answer.status_code == 401, credential
    wrong = worked.caller.send("POST", path, {}, {"Authorization": f"Bearer {token.for_path(path)}"})
    assert wrong.status_code == 422


def test_the_tasks_are_in_no_description_of_the_api(worked):
    paths = openapi_document(route for declared in all_routes().values() for route in declared)["paths"]
    assert "/v1/batches" in paths
    assert [path for path in paths if path.startswith("/v1/tasks/")] == []


def test_a_task_of_a_batch_that_is_gone_is_done(worked):
    worked.create()
    (task,) = worked.queue.take()
    gone = task.__class__(task.name, task.path, {**task.payload, "batch_id": "a" * 26})
    assert worked.deliver(gone).status_code == 200
