"""A person's right to be forgotten: nothing of them is left in the store, the queue or the logs."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from shared.adapters.embedded.sqlite_file import SqliteFile
from shared.bootstrap.adapters import DATABASE
from shared.domain.ids import derived_id
from shared.services.open_demo import DEMO_WORKSPACE
from tests.api.product.caller import GENERATION
from tests.api.product.test_batches import Worked
from tests.api.product.test_message_life import note

MARKERS = ("zoraidamarker", "quintanamarker", "secretomarker", "empresamarker")
PERSON: dict[str, Any] = {
    "full_name": "Zoraidamarker Quintanamarker",
    "title": "Directora de Operaciones",
    "company": "Empresamarker Norte",
    "email": "zoraidamarker@empresamarker.example",
    "linkedin_url": "https://www.linkedin.com/in/zoraidamarker",
    "about": "Secretomarker de toda la vida.",
}
OTHERS = "Ana Gil,ana.gil@otra.example,Otra Casa,\n"
FILE = (
    "Nombre,Correo,Empresa,Notas\n" + OTHERS + "ZORAIDAMARKER QUINTANAMARKER,,Empresamarker Norte S.L.,secretomarker\n"
    "Z. Q.,zoraidamarker@empresamarker.example,Empresamarker,\n"
)
UNREAD = "Quien,Donde,Otra cosa\n" + "Ana Gil,Otra Casa,x\n" + "Zoraidamarker,y,zoraidamarker@empresamarker.example\n"


class Traces(Worked):
    """The product, in which a person has left traces everywhere."""

    def leave(self) -> str:
        """All traces that a person can leave; the person's id."""
        self.webhook = self.caller.post(
            "/v1/webhooks", {"url": "https://example.com/hook", "events": ["message.outcome"]}
        )
        message = self._written()
        prospect_id = str(message["prospect"]["id"])
        self.caller.post("/v1/exports", {"filter": {"q": "zoraidamarker"}})
        by_name = {"full_name": "ZORAIDAMARKER QUINTANAMARKER", "company": "Empresamarker Norte S.L."}
        self.caller.generate(prospect=by_name | {"about": "secretomarker"})
        suppressed = self.caller.post(
            "/v1/suppressions", {"email": PERSON["email"], "reason": "requested", "note": "secretomarker"}
        )
        assert suppressed.status_code == 201, suppressed.get_json()
        self.imported, self.unread = self._imported(FILE), self._imported(UNREAD)
        self.create(import_id=self.imported, on_duplicate="generate")
        self.work()
        self.waiting = self.create(prospects=[PERSON, GENERATION["prospect"]])["id"]
        self.named = self.create(prospects=None, prospect_ids=[prospect_id])["id"]
        return prospect_id

    def create(self, **fields: Any) -> dict[str, Any]:
        if fields.keys() & {"import_id", "prospect_ids"}:
            fields["prospects"] = None
        return super().create(**fields)

    def _written(self) -> dict[str, Any]:
        caller, key = self.caller, {"Idempotency-Key": "once"}
        message = caller.post("/v1/generations", GENERATION | {"prospect": PERSON}, headers=key).get_json()
        approval = {"fingerprint": message["fingerprint"], "reason": "La conozco: secretomarker"}
        message = caller.post(f"/v1/messages/{message['id']}/approve", approval).get_json()
        note(caller, message, kind="sent")
        note(caller, message, kind="replied", sentiment="positive", note="Contesta que secretomarker")
        return message  # type: ignore[no-any-return]

    def _imported(self, text: str) -> str:
        answer = self.caller.post("/v1/imports", {"text": text})
        assert answer.status_code == 201, answer.get_json()
        return str(answer.get_json()["id"])

    def everything(self) -> list[dict[str, Any]]:
        """Every document of the workspace, its bookkeeping too."""
        return [
            {"path": document.path, "fields": document.fields, "payload": document.payload}
            for document in self.caller.services.delete_workspace.contents(DEMO_WORKSPACE)
        ]

    def holding(self) -> list[str]:
        """The documents in which a marker stands."""
        return [one["path"] for one in self.everything() if any(marker in str(one).lower() for marker in MARKERS)]


@pytest.fixture
def traces(start) -> Traces:
    return Traces(start)


def bytes_of(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in folder.rglob("*") if file.is_file()).lower()


def test_nothing_of_an_erased_person_is_left_in_store_queue_and_logs(traces, data_dir, capsys):
    person = traces.leave()
    held = {path.split("/")[-2] for path in traces.holding()}
    assert held >= {"prospects", "messages", "outcomes", "chunks", "sources", "items", "suppressions", "exports"}
    [other] = traces.caller.get(f"/v1/prospects/{person}").get_json()["perhaps_same"]
    for one in (person, other["id"]):
        assert traces.caller.delete(f"/v1/prospects/{one}").status_code == 204
    assert traces.holding() == []
    assert all(marker not in str(task.payload).lower() for task in traces.queue.waiting for marker in MARKERS)
    traces.work()
    assert traces.holding() == []
    logged = capsys.readouterr()
    assert all(marker not in (logged.err + logged.out).lower() for marker in MARKERS)
    traces.caller.services.close()
    with SqliteFile(data_dir / DATABASE, "", busy_timeout_seconds=5.0) as file:
        file.rewrite(date(2026, 9, 1))  # as the night's round does
    assert [marker for marker in MARKERS if marker.encode() in bytes_of(data_dir)] == []


def test_figures_stay_and_a_recount_finds_nothing_to_mend(traces):
    person = traces.leave()
    today = traces.caller.services.clock.now().date()
    period = f"/v1/metrics?from={today}&to={today}&group_by=role"
    before = traces.caller.get(period).get_json()
    assert before["totals"]["positive"] == 1
    assert traces.caller.delete(f"/v1/prospects/{person}").status_code == 204
    assert traces.caller.get(period).get_json() == before
    recount = traces.caller.services.recount_counters(DEMO_WORKSPACE, today, today)
    assert (recount.mended, recount.busy) == ((), ())


def test_everybody_else_stays(traces):
    person = traces.leave()
    traces.caller.delete(f"/v1/prospects/{person}")
    rows = traces.caller.get(f"/v1/imports/{traces.imported}/rows").get_json()["items"]
    assert [row["prospect"]["full_name"] for row in rows] == ["Ana Gil", None, None]
    assert traces.caller.get(f"/v1/imports/{traces.imported}").get_json()["usable"] == 3
    items = traces.caller.get(f"/v1/batches/{traces.waiting}/items").get_json()["items"]
    traces.work()
    items = traces.caller.get(f"/v1/batches/{traces.waiting}/items").get_json()["items"]
    assert [(item["state"], item["prospect"] and item["prospect"]["full_name"]) for item in items] == [
        ("skipped", None),
        ("done", "Lucía Ferrer"),
    ]


def test_whoever_must_not_be_written_to_is_known_after_the_erasure(traces):
    traces.caller.delete(f"/v1/prospects/{traces.leave()}")
    again = traces.caller.post("/v1/generations", GENERATION | {"prospect": PERSON}).get_json()
    assert again["status"] == 409
    [entry] = [one for one in traces.caller.get("/v1/suppressions").get_json()["items"] if one["kind"] == "email"]
    assert (entry["address"], entry["note"]) == (None, None)


def test_an_erasure_is_kept_without_the_person_and_audited_at_both_ends(traces):
    person = traces.leave()
    traces.caller.delete(f"/v1/prospects/{person}")
    [erasure] = traces.caller.get("/v1/erasures").get_json()["items"]
    assert (erasure["prospect_id"], erasure["state"]) == (person, "done")
    entries = traces.caller.get("/v1/audit").get_json()["items"]
    assert [one["action"] for one in entries if "eras" in one["action"]] == ["erase_person", "erase_prospect"]
    assert entries[0]["targets"] == [
        {"kind": "erasures", "id": erasure["id"], "change": "changed", "before": None, "after": None}
    ]


def test_who_is_erased_is_gone_for_every_route(traces):
    person = traces.leave()
    message = traces.caller.get(f"/v1/prospects/{person}").get_json()["messages"][0]
    traces.caller.delete(f"/v1/prospects/{person}")
    for path in (f"/v1/prospects/{person}", f"/v1/messages/{message['id']}", f"/v1/messages/{message['id']}/outcomes"):
        assert traces.caller.get(path).status_code == 404
    assert traces.caller.delete(f"/v1/prospects/{person}").status_code == 404
    assert traces.caller.delete(f"/v1/prospects/{derived_id('nobody')}").status_code == 404
    key = {"Idempotency-Key": "once"}
    other = traces.caller.post("/v1/generations", GENERATION, headers=key)  # the key is free: the request is forgotten
    assert other.status_code == 201
    assert other.get_json()["id"] != message["id"]


def test_the_export_of_a_person_holds_what_an_erasure_would_remove(traces):
    person = traces.leave()
    answer = traces.caller.get(f"/v1/prospects/{person}/export.json")
    assert answer.headers["Content-Disposition"].startswith("attachment")
    exported = answer.get_json()
    assert exported["prospect"]["prospect"]["about"] == PERSON["about"]
    assert [outcome["note"] for outcome in exported["outcomes"]] == [None, "Contesta que secretomarker"]
    assert exported["messages"][0]["facts"]
    assert [row["row"] for row in exported["imported_rows"] if row["import_id"] == traces.imported] == [3, 4]
    assert {row["import_id"] for row in exported["imported_rows"]} == {traces.imported, traces.unread}
    assert len(exported["batch_items"]) >= 1
    assert len(exported["suppressions"]) >= 1
    assert traces.caller.get(f"/v1/prospects/{derived_id('nobody')}/export.json").status_code == 404
    entries = traces.caller.get("/v1/audit?action=export_prospect").get_json()["items"]
    assert len(entries) == 1
