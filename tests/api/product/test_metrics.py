"""GET /v1/metrics as a caller meets it."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from tests.api.product.caller import Caller
from tests.api.product.test_batches import Worked
from tests.fakes import FixedClock


def test_what_was_done_is_in_the_figures_at_once(caller: Caller) -> None:
    made = caller.generate()
    caller.generate(format="email")
    caller.post(f"/v1/messages/{made['id']}/approve", {"fingerprint": made["fingerprint"]})
    for outcome in ({"kind": "sent"}, {"kind": "accepted"}, {"kind": "replied", "sentiment": "positive"}):
        assert caller.post(f"/v1/messages/{made['id']}/outcomes", outcome).status_code == 201
    before = caller.get("/v1/metrics?group_by=author&compare=previous").get_json()
    [group] = [one for one in before["groups"] if one["key"] == {"author": made["author"]}]
    assert (group["generated"], group["approved"], group["sent"], group["positive"]) == (2, 1, 1, 1)
    assert group["rates"]["acceptance"] == {
        "value": 1.0,
        "numerator": 1,
        "denominator": 1,
        "of": "invitations sent",
        "low": 0.2065,
        "high": 1.0,
        "mature": False,
    }
    assert before["previous"]["to"] < before["from"]


def test_every_grouping_answers_and_names_its_keys(caller: Caller) -> None:
    caller.generate()
    for group_by in ("day", "role", "format", "language", "variant", "prompt", "author", "batch", "role,format"):
        shown = caller.get("/v1/metrics", query_string={"group_by": group_by}).get_json()
        assert all(list(group["key"]) == group_by.split(",") for group in shown["groups"])
        assert shown["totals"]["generated"] >= 1
    pairs = caller.get("/v1/metrics?group_by=role,format").get_json()["groups"]
    assert {"role": "operations", "format": "linkedin_note"} in [group["key"] for group in pairs]


def test_days_are_those_of_the_workspace_and_may_be_empty(caller: Caller) -> None:
    long_ago = datetime.now(UTC).date() - timedelta(days=3000)
    shown = caller.get(f"/v1/metrics?from={long_ago}&to={long_ago}&group_by=day").get_json()
    assert (shown["from"], shown["to"]) == (str(long_ago), str(long_ago))
    assert [group["generated"] for group in shown["groups"]] == [0]
    assert shown["totals"]["rates"]["positive"]["value"] is None
    assert shown["previous"] is None
    assert caller.get("/v1/metrics?group_by=weekday").status_code == 422


def test_the_time_from_a_file_to_the_approval_is_told_of_messages_that_came_of_one(
    start: Callable[..., Caller],
) -> None:
    clock = FixedClock()
    work = Worked(lambda **adapters: start(clock=clock, **adapters))
    caller = work.caller
    made = caller.post("/v1/imports", {"text": "Nombre,Cargo,Empresa\nLucía Ferrer,Directora de Operaciones,Norte\n"})
    clock.advance(3600)
    work.create(import_id=made.get_json()["id"], prospects=None)
    work.work()
    caller.generate(format="email")
    clock.advance(60)
    items = [{key: one[key] for key in ("id", "fingerprint")} for one in caller.get("/v1/messages").get_json()["items"]]
    approved = caller.post("/v1/messages/approve", {"items": items}).get_json()["items"]
    assert [one["status"] for one in approved] == ["approved", "approved"]
    totals = caller.get("/v1/metrics").get_json()["totals"]
    assert (totals["seconds_to_approval"], totals["seconds_from_import"]) == (60, 3660)
