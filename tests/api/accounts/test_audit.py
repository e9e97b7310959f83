"""The audit log: in the same write as the change, whoever makes it, and readable by those who may."""

import csv
import re
from pathlib import Path
from typing import Any

from scripts.function_apps import all_routes
from shared.adapters.embedded.sqlite_documents import SqliteDocuments
from shared.api.route import Internal, Public
from shared.bootstrap.adapters import DATABASE
from shared.repositories.store import DECLARED_INDEXES, expiring_collections
from shared.services.open_demo import DEMO_WORKSPACE
from tests.api.accounts.people import id_of, signed_in
from tests.api.product.caller import GENERATION, Caller

WORDS = Path(__file__).parents[3] / "web/src/features/settings/audit-words.ts"
OF_THE_CLOCK = {"sign_in", "pause_generation", "switch_off_webhook", "erase_person"}


def entries(owner: Caller, query: str = "") -> list[dict[str, Any]]:
    answer = owner.get(f"/v1/audit?limit=200{query}")
    assert answer.status_code == 200, answer.get_json()
    found: list[dict[str, Any]] = answer.get_json()["items"]
    return found


def test_a_change_is_kept_with_who_what_and_from_where(owner):
    owner.patch(
        "/v1/settings",
        {"max_links": 2},
        headers={"User-Agent": "panel/1.0"},
        environ_base={"REMOTE_ADDR": "203.0.113.9"},
    )
    entry = entries(owner, "&action=change_settings")[0]
    assert entry["actor"] == id_of("owner")
    assert (entry["actor_kind"], entry["outcome"]) == ("person", "done")
    assert (entry["address"], entry["agent"]) == ("203.0.113.9", "panel/1.0")
    target = entry["targets"][0]
    assert (target["kind"], target["id"], target["change"]) == ("workspaces", DEMO_WORKSPACE, "changed")
    assert target["before"] != target["after"]


def test_digests_tell_whether_a_content_came_back(owner):
    role = owner.get("/v1/roles/sales").get_json()
    body = {name: value for name, value in role.items() if name != "key"}
    owner.put("/v1/roles/sales", body | {"tone": "seco"})
    owner.put("/v1/roles/sales", body)
    back, there = (entry["targets"][0] for entry in entries(owner, "&target=roles/sales"))
    assert there["after"] == back["before"]
    assert there["before"] == back["after"]


def test_every_kind_of_change_is_there(services, owner, caller):
    message = caller.generate()
    key = owner.post("/v1/api-keys", {"name": "k", "role": "viewer"}).get_json()["id"]
    owner.delete(f"/v1/api-keys/{key}")
    invitation = owner.post("/v1/invitations", {"email": "nuria@talaya.example", "role": "agent"}).get_json()
    signed_in(services, "nuria").post("/v1/invitations/accept", {"token": invitation["token"]})
    owner.delete(f"/v1/members/{id_of('nuria')}")
    owner.get(f"/v1/workspaces/{DEMO_WORKSPACE}/export")

    done = [(entry["action"], entry["targets"][0]["kind"] if entry["targets"] else None) for entry in entries(owner)]
    assert sorted(done, key=str) == [
        ("accept_invitation", "members"),
        ("create_api_key", "api_keys"),
        ("create_generation", "messages"),
        ("create_invitation", "invitations"),
        ("export_workspace", None),
        ("remove_member", "members"),
        ("revoke_api_key", "api_keys"),
        ("sign_in", "members"),
    ]
    assert entries(owner, f"&target=messages/{message['id']}")[0]["actor_kind"] == "key"


def test_signing_in_is_kept_once_for_each_sign_in(services, clock):
    for _ in range(2):
        owner = signed_in(services, "owner")
        for _ in range(3):
            owner.get("/v1/messages")
        clock.advance(60)
    assert len(entries(owner, "&action=sign_in")) == 2


def test_a_refusal_is_kept_once_a_minute(services, owner, clock):
    viewer = signed_in(services, "viewer")
    for _ in range(5):
        assert viewer.post("/v1/generations", {}).status_code == 403
    clock.advance(61)
    viewer.post("/v1/generations", {})
    refused = entries(owner, f"&outcome=refused&actor={id_of('viewer')}")
    assert [entry["action"] for entry in refused] == ["create_generation"] * 2
    assert refused[0]["targets"] == []


def test_who_tries_to_rise_above_their_rights_is_in_the_log(services, owner):
    """The route lets an admin in, and the service refuses."""
    admin = signed_in(services, "admin")
    key = next(one for one in owner.get("/v1/api-keys").get_json()["items"] if one["role"] == "owner")["id"]
    for answer in (
        admin.post("/v1/invitations", {"email": "x@talaya.example", "role": "owner"}),
        admin.post("/v1/api-keys", {"name": "k", "role": "owner"}),
        admin.post(f"/v1/api-keys/{key}/rotate", {}),
        admin.delete(f"/v1/api-keys/{key}"),
        admin.patch(f"/v1/members/{id_of('admin')}", {"role": "owner"}),
        admin.delete(f"/v1/members/{id_of('owner')}"),
    ):
        assert answer.status_code == 403
    refused = entries(owner, f"&outcome=refused&actor={id_of('admin')}")
    assert sorted(entry["action"] for entry in refused) == [
        "change_member",
        "create_api_key",
        "create_invitation",
        "remove_member",
        "revoke_api_key",
        "rotate_api_key",
    ]
    assert {entry["target_count"] for entry in refused} == {0}


def test_days_that_end_before_they_begin_are_refused(owner):
    for path in ("/v1/audit", "/v1/audit/export.csv"):
        answer = owner.get(f"{path}?from=2026-11-23&to=2026-11-22")
        assert answer.status_code == 422
        assert answer.get_json()["errors"][0]["pointer"] == "/query/to"


def test_an_entry_is_void_when_its_time_is_over_and_then_leaves_the_store(services, owner, data_dir, clock):
    """The list does not wait for the store, which collects when it likes."""
    owner.patch("/v1/settings", {"max_links": 2})
    path = f"workspaces/{DEMO_WORKSPACE}/audit/{entries(owner, '&action=change_settings')[0]['id']}"
    clock.advance(730 * 86_400 - 1)
    late = signed_in(services, "owner")
    assert len(entries(late, "&action=change_settings")) == 1
    clock.advance(1.1)
    assert entries(late, "&action=change_settings") == []
    assert entries(late, "&action=change_settings&from=2020-01-01") == []
    assert "change_settings" not in late.get("/v1/audit/export.csv?action=change_settings").get_data(as_text=True)
    assert services.documents.get(path) is not None
    with SqliteDocuments(data_dir / DATABASE, DECLARED_INDEXES) as store:
        store.collect(expiring_collections(), clock.now())
    assert services.documents.get(path) is None


def test_the_page_has_words_for_every_action_that_changes_or_takes_out():
    """In both languages; what only reads is in the log where it was refused, and has one word for all of it."""
    routes = [route for found in all_routes().values() for route in found]
    mine = [route for route in routes if not isinstance(route.permission, Public | Internal)]
    taking_out = ("export", "messages.csv", "messages.jsonl")
    named = {one.name for one in mine if one.method != "GET" or any(part in one.path for part in taking_out)}
    spanish, english = WORDS.read_text().split("\n  en: {")
    for words in (spanish, english):
        assert set(re.findall(r"^    (\w+): ", words, re.MULTILINE)) == named | OF_THE_CLOCK


def test_nothing_personal_stands_in_an_entry(owner, caller):
    caller.generate()
    owner.post("/v1/invitations", {"email": "nuria@talaya.example", "role": "agent"})
    text = str(entries(owner))
    for personal in ("Lucía", "Ferrer", "nuria@", "linkedin.com"):
        assert personal not in text


def test_reading_leaves_no_entry(owner):
    before = len(entries(owner))
    for path in ("/v1/messages", "/v1/roles", "/v1/settings", "/v1/members", "/v1/me"):
        assert owner.get(path).status_code == 200
    assert len(entries(owner)) == before


def test_filters_combine_and_days_are_the_workspaces(owner):
    owner.patch("/v1/settings", {"max_links": 2})
    query = f"&actor={id_of('owner')}&action=change_settings&outcome=done&target=workspaces/{DEMO_WORKSPACE}"
    assert len(entries(owner, f"{query}&from=2026-11-22&to=2026-11-22")) == 1
    assert entries(owner, f"{query}&from=2026-11-23") == []
    assert entries(owner, f"{query}&to=2026-11-21") == []


def test_a_change_that_fails_leaves_no_entry(services, owner):
    before = len(entries(owner))
    assert owner.delete("/v1/roles/nothing").status_code == 404
    assert owner.patch("/v1/settings", {"default_role": "nothing"}).status_code == 422
    assert len(entries(owner)) == before


def test_entries_are_for_those_who_may_read_them(services):
    for subject, status in (("owner", 200), ("admin", 200), ("agent", 403), ("viewer", 403)):
        assert signed_in(services, subject).get("/v1/audit").status_code == status


def test_a_repeated_generation_is_one_entry(owner, caller):
    for _ in range(2):
        assert caller.post("/v1/generations", GENERATION, headers={"Idempotency-Key": "same"}).status_code == 201
    assert len(entries(owner, "&action=create_generation")) == 1


def test_the_log_goes_out_as_a_file_that_a_spreadsheet_opens_and_runs_nothing(owner):
    owner.patch("/v1/settings", {"max_links": 2}, headers={"User-Agent": "=HYPERLINK(1)"})
    answer = owner.get("/v1/audit/export.csv?action=change_settings")
    assert answer.content_type == "text/csv; charset=utf-8"
    assert answer.data.startswith(b"\xef\xbb\xbf")
    [row] = csv.DictReader(answer.get_data(as_text=True).lstrip("\ufeff").splitlines())
    [entry] = entries(owner, "&action=change_settings")
    assert (row["created_at"], row["actor"], row["outcome"]) == (entry["created_at"], id_of("owner"), "done")
    assert row["targets"] == f"workspaces/{DEMO_WORKSPACE} changed"
    assert row["agent"] == "'=HYPERLINK(1)"
    assert [one["action"] for one in entries(owner, "&action=export_audit")] == ["export_audit"]


def test_a_long_log_goes_out_whole(owner, services):
    for number in range(205):
        owner.patch("/v1/settings", {"max_links": number % 5})
    rows = owner.get("/v1/audit/export.csv?action=change_settings").get_data(as_text=True).splitlines()
    assert len(rows) == 206
    assert len(set(rows)) == 206
