"""GET /v1/messages and GET /v1/prospects."""

from datetime import UTC, datetime, timedelta

from shared.domain.ids import derived_id
from tests.api.product.caller import Caller


def pages(caller: Caller, path: str, limit: int) -> list[dict[str, object]]:
    """Everything behind a list, page by page."""
    found: list[dict[str, object]] = []
    cursor = ""
    while True:
        answer = caller.get(f"{path}{'&' if '?' in path else '?'}limit={limit}{cursor}").get_json()
        found.extend(answer["items"])
        if answer["next_cursor"] is None:
            return found
        cursor = f"&cursor={answer['next_cursor']}"


def test_messages_come_newest_first_and_each_once(caller: Caller) -> None:
    made = [caller.generate()["id"] for _ in range(5)]
    assert [message["id"] for message in pages(caller, "/v1/messages", 2)] == made[::-1]


def test_filters_can_be_combined(caller: Caller) -> None:
    caller.generate(format="email")
    note = caller.generate()
    caller.generate(prospect={"full_name": "Ana Gil", "title": "CFO", "company": "Cuentas Claras"})
    found = caller.get("/v1/messages?role=operations&format=linkedin_note&status=ready&language=es").get_json()
    assert [message["id"] for message in found["items"]] == [note["id"]]


def test_days_are_those_of_the_workspace_and_both_included(caller: Caller) -> None:
    made = caller.generate()
    caller.patch("/v1/settings", {"time_zone": "Pacific/Kiritimati"})
    created = datetime.fromisoformat(made["created_at"])
    day = (created.astimezone(UTC) + timedelta(hours=14)).date()
    assert caller.get(f"/v1/messages?from={day}&to={day}").get_json()["items"] == [made]
    assert caller.get(f"/v1/messages?to={day - timedelta(days=1)}").get_json()["items"] == []
    assert caller.get(f"/v1/messages?from={day + timedelta(days=1)}").get_json()["items"] == []


def test_a_last_day_before_the_first_is_refused(caller: Caller) -> None:
    answer = caller.get("/v1/messages?from=2026-11-02&to=2026-11-01")
    assert answer.status_code == 422
    assert answer.get_json()["errors"][0]["pointer"] == "/query/to"


def test_a_cursor_belongs_to_its_list_and_filters(caller: Caller) -> None:
    for _ in range(2):
        caller.generate()
    cursor = caller.get("/v1/messages?limit=1").get_json()["next_cursor"]
    assert caller.get(f"/v1/messages?limit=1&cursor={cursor}").status_code == 200
    for path in ("/v1/messages?format=email&", "/v1/prospects?", "/v1/roles?"):
        assert caller.get(f"{path}cursor={cursor}").get_json()["errors"][0]["pointer"] == "/query/cursor"


def test_a_message_that_does_not_exist_is_a_404(caller: Caller) -> None:
    answer = caller.get(f"/v1/messages/{derived_id('nothing')}")
    assert answer.status_code == 404
    assert answer.content_type == "application/problem+json"


def test_prospects_show_whom_the_workspace_knows(caller: Caller) -> None:
    made = caller.generate()
    newest = caller.get("/v1/prospects?limit=1").get_json()["items"][0]
    assert newest["id"] == made["prospect"]["id"]
    assert newest["linkedin_url"] == "https://www.linkedin.com/in/lucia-ferrer"
    assert newest["custom"] == {"evento": "SIL 2026"}
    assert len(pages(caller, "/v1/prospects", 200)) >= 201


def test_all_that_is_known_of_a_person_is_shown_to_who_asks(caller: Caller) -> None:
    made = caller.generate()
    caller.post(f"/v1/messages/{made['id']}/approve", {"fingerprint": made["fingerprint"]})
    caller.post(f"/v1/messages/{made['id']}/outcomes", {"kind": "sent"})
    caller.post("/v1/suppressions", {"prospect_id": made["prospect"]["id"]})
    person = caller.get(f"/v1/prospects/{made['prospect']['id']}").get_json()
    assert person["prospect"]["full_name"] == "Lucía Ferrer"
    assert [message["id"] for message in person["messages"]] == [made["id"]]
    assert [outcome["kind"] for outcome in person["outcomes"]] == ["sent"]
    assert {entry["kind"] for entry in person["suppressions"]} == {"linkedin", "name", "prospect"}
    assert caller.get(f"/v1/prospects/{derived_id('nobody')}").status_code == 404
