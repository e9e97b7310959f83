"""People, workspaces, members and invitations, through the API."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from shared.bootstrap import Services, build_services
from shared.config import Settings
from shared.domain.principal import Permission, WorkspaceRole
from shared.services.open_demo import DEMO_WORKSPACE
from tests.api.accounts.people import id_of, signed_in
from tests.api.product.caller import Caller
from tests.api.product.conftest import caller_of


def invite(owner: Caller, subject: str, role: str = "agent") -> str:
    answer = owner.post("/v1/invitations", {"email": f"{subject}@talaya.example", "role": role})
    assert answer.status_code == 201
    token: str = answer.get_json()["token"]
    return token


def joined(services: Services, owner: Caller, subject: str, role: str = "agent") -> Caller:
    person = signed_in(services, subject)
    assert person.post("/v1/invitations/accept", {"token": invite(owner, subject, role)}).status_code == 200
    return person


def member_ids(owner: Caller) -> set[str]:
    return {one["id"] for one in owner.get("/v1/members?limit=200").get_json()["items"]}


def open_workspace(person: Caller, name: str = "Otra casa") -> dict[str, Any]:
    answer = person.post("/v1/workspaces", {"name": name})
    assert answer.status_code == 201
    made: dict[str, Any] = answer.get_json()
    return made


@pytest.mark.parametrize("role", list(WorkspaceRole))
def test_each_demo_person_is_told_who_they_are(services, role):
    told = signed_in(services, role.value).get("/v1/me").get_json()
    assert told["kind"] == "person"
    assert told["email"] == f"{role.value}@talaya.example"
    assert [(one["id"], one["role"], one["plan"]) for one in told["workspaces"]] == [
        (DEMO_WORKSPACE, role.value, "enterprise")
    ]


def test_a_key_is_told_what_it_may_do(caller):
    told = caller.get("/v1/me").get_json()
    assert told["kind"] == "key"
    assert "workspace:manage" in told["permissions"]
    assert told["workspaces"][0]["id"] == DEMO_WORKSPACE


def test_somebody_new_is_in_no_workspace_and_may_open_one(services):
    guest = signed_in(services, "guest")
    assert guest.get("/v1/me").get_json()["workspaces"] == []
    assert guest.get("/v1/members").status_code == 403

    made = open_workspace(guest)

    shown = {"id": made["id"], "name": "Otra casa", "plan": "free", "demo": False, "role": "owner"}
    assert made == shown | {"permissions": sorted(Permission)}
    assert member_ids(guest) == {id_of("guest")}
    assert len(guest.get("/v1/roles?limit=200").get_json()["items"]) == 8
    assert guest.get("/v1/settings").get_json()["proof_points"] == []


def test_a_workspace_that_is_asked_for_twice_under_one_key_is_opened_once(services):
    guest = signed_in(services, "guest")
    same = {"Idempotency-Key": "k1"}
    first = guest.post("/v1/workspaces", {"name": "Una"}, headers=same)
    second = guest.post("/v1/workspaces", {"name": "Una"}, headers=same)
    assert first.get_json() == second.get_json()
    assert second.headers["Idempotent-Replay"] == "true"
    assert len(guest.get("/v1/workspaces").get_json()["items"]) == 1


def test_keys_open_no_workspaces_and_accept_no_invitations(caller):
    assert caller.post("/v1/workspaces", {"name": "x"}).status_code == 403
    assert caller.post("/v1/invitations/accept", {"token": "inv_x"}).status_code == 403


def test_a_person_in_several_workspaces_names_one(services):
    owner = signed_in(services, "owner")
    other = open_workspace(owner)["id"]

    unnamed = owner.get("/v1/settings")
    assert unnamed.status_code == 422
    assert unnamed.get_json()["errors"][0]["pointer"] == "/headers/X-Workspace"

    names = {
        workspace: owner.get("/v1/settings", headers={"X-Workspace": workspace}).get_json()["name"]
        for workspace in (other, DEMO_WORKSPACE)
    }
    assert names == {other: "Otra casa", DEMO_WORKSPACE: "Talaya (demo)"}


def test_another_workspace_and_one_that_does_not_exist_are_refused_alike(services):
    other = open_workspace(signed_in(services, "guest"))["id"]
    agent = signed_in(services, "agent")
    refusals = [agent.get("/v1/settings", headers={"X-Workspace": name}) for name in (other, "a" * 26, "../x", "")]
    assert {answer.status_code for answer in refusals} == {403}
    assert len({answer.get_json()["detail"] for answer in refusals}) == 1


def test_a_key_stays_in_its_workspace(services, caller):
    other = open_workspace(signed_in(services, "guest"))["id"]
    assert caller.get("/v1/settings", headers={"X-Workspace": other}).status_code == 403
    assert caller.get("/v1/settings", headers={"X-Workspace": DEMO_WORKSPACE}).status_code == 200


def test_an_invitation_works_once_for_whom_it_is_meant(services, owner):
    token = invite(owner, "nuria", "viewer")
    assert signed_in(services, "iker").post("/v1/invitations/accept", {"token": token}).status_code == 404

    nuria = signed_in(services, "nuria")
    accepted = nuria.post("/v1/invitations/accept", {"token": token})
    assert accepted.status_code == 200
    assert accepted.get_json()["role"] == "viewer"
    assert nuria.get("/v1/messages").status_code == 200
    assert nuria.post("/v1/invitations/accept", {"token": token}).status_code == 404


def test_an_invitation_ends_after_seven_days(services, owner, clock):
    token = invite(owner, "nuria")
    clock.advance(7 * 24 * 3600)
    late = signed_in(services, "nuria").post("/v1/invitations/accept", {"token": token})
    assert late.status_code == 404


def test_a_revoked_invitation_is_closed(services, owner):
    token = invite(owner, "nuria")
    made = owner.get("/v1/invitations").get_json()["items"][0]
    assert made["token"] is None
    assert owner.delete(f"/v1/invitations/{made['id']}").status_code == 204
    assert signed_in(services, "nuria").post("/v1/invitations/accept", {"token": token}).status_code == 404
    assert owner.delete(f"/v1/invitations/{made['id']}").status_code == 409


def test_an_invitation_with_another_secret_is_none(services, owner):
    token = invite(owner, "nuria")
    forged = token[:-4] + "aaaa"
    assert signed_in(services, "nuria").post("/v1/invitations/accept", {"token": forged}).status_code == 404


def test_two_who_accept_at_once_are_one_member(services, owner):
    token = invite(owner, "nuria")
    callers = [signed_in(services, "nuria") for _ in range(6)]
    with ThreadPoolExecutor(6) as pool:
        statuses = list(pool.map(lambda one: one.post("/v1/invitations/accept", {"token": token}).status_code, callers))
    assert statuses.count(200) == 1
    assert set(statuses) <= {200, 404, 409}


def test_a_removed_person_is_out_at_once_here_and_may_come_back(services, owner):
    nuria = joined(services, owner, "nuria")
    assert nuria.get("/v1/messages").status_code == 200
    assert owner.delete(f"/v1/members/{id_of('nuria')}").status_code == 204
    assert nuria.get("/v1/messages").status_code == 403
    assert nuria.get("/v1/me").get_json()["workspaces"] == []
    assert id_of("nuria") not in member_ids(owner)

    joined(services, owner, "nuria", "admin")
    assert nuria.get("/v1/members").status_code == 200


def test_a_removed_person_is_out_of_every_other_instance_within_ten_seconds(services, elsewhere, owner, clock):
    nuria = joined(services, owner, "nuria")
    there = caller_of(elsewhere, nuria.key)
    assert there.get("/v1/messages").status_code == 200
    owner.delete(f"/v1/members/{id_of('nuria')}")
    clock.advance(9.9)
    assert there.get("/v1/messages").status_code == 403


def test_a_changed_role_holds_at_once(services, owner):
    admin = signed_in(services, "admin")
    assert admin.get("/v1/audit").status_code == 200
    assert owner.patch(f"/v1/members/{id_of('admin')}", {"role": "viewer"}).status_code == 200
    assert admin.get("/v1/audit").status_code == 403


def test_an_admin_neither_makes_nor_unmakes_owners(services):
    admin = signed_in(services, "admin")
    assert admin.patch(f"/v1/members/{id_of('agent')}", {"role": "owner"}).status_code == 403
    assert admin.patch(f"/v1/members/{id_of('owner')}", {"role": "agent"}).status_code == 403
    assert admin.delete(f"/v1/members/{id_of('owner')}").status_code == 403
    assert admin.post("/v1/invitations", {"email": "x@talaya.example", "role": "owner"}).status_code == 403
    assert admin.patch(f"/v1/members/{id_of('agent')}", {"role": "admin"}).status_code == 200


def test_the_last_owner_stays(services, owner):
    for answer in (
        owner.delete("/v1/me/membership"),
        owner.delete(f"/v1/members/{id_of('owner')}"),
        owner.patch(f"/v1/members/{id_of('owner')}", {"role": "viewer"}),
    ):
        assert answer.status_code == 409
    owner.patch(f"/v1/members/{id_of('admin')}", {"role": "owner"})
    assert owner.delete("/v1/me/membership").status_code == 204
    assert owner.get("/v1/members").status_code == 403


def test_anybody_else_may_leave(services, owner):
    viewer = signed_in(services, "viewer")
    assert viewer.delete("/v1/me/membership").status_code == 204
    assert viewer.get("/v1/messages").status_code == 403
    assert id_of("viewer") not in member_ids(owner)


def test_a_workspace_is_handed_over_in_one_step(services, owner):
    agent = signed_in(services, "agent")
    path = f"/v1/workspaces/{DEMO_WORKSPACE}"
    assert owner.post(f"{path}/transfer", {"member": id_of("agent")}).get_json()["role"] == "owner"
    assert owner.get("/v1/me").get_json()["workspaces"][0]["role"] == "admin"
    assert owner.delete(path).status_code == 403
    assert agent.patch(f"/v1/members/{id_of('owner')}", {"role": "agent"}).status_code == 200


def test_an_export_holds_everything_and_no_secret(services, owner, caller):
    message = caller.generate()["id"]
    owner.post("/v1/api-keys", {"name": "k", "role": "viewer"})
    documents: dict[str, Any] = {}
    cursor = ""
    while cursor is not None:
        page = owner.get(f"/v1/workspaces/{DEMO_WORKSPACE}/export?limit=90{cursor and '&cursor=' + cursor}").get_json()
        documents |= {one["path"]: one["data"] for one in page["items"]}
        cursor = page["next_cursor"]
    assert documents["settings"]["name"] == "Talaya (demo)"
    assert documents[f"messages/{message}"]["body"]
    assert sum(path.startswith("prospects/") for path in documents) >= 256
    assert f"members/{id_of('viewer')}" in documents
    assert "secret_hash" not in str(documents)
    assert owner.get(f"/v1/workspaces/{'a' * 26}/export").status_code == 404


def test_a_deleted_workspace_is_closed_at_once_and_leaves_nothing(services, owner, caller):
    caller.generate()
    assert owner.delete(f"/v1/workspaces/{'a' * 26}").status_code == 404
    assert owner.delete(f"/v1/workspaces/{DEMO_WORKSPACE}").status_code == 204
    assert owner.get("/v1/me").get_json()["workspaces"] == []
    assert owner.get("/v1/messages").status_code == 403
    assert caller.get("/v1/messages").status_code == 401
    left = services.documents.get(f"workspaces/{DEMO_WORKSPACE}")
    assert left is not None
    assert list(services.delete_workspace.contents(DEMO_WORKSPACE)) == []


def test_a_token_for_another_address_joins_nothing(services, owner):
    token = invite(owner, "nuria")
    nobody = signed_in(services, "nuria-impostor")
    assert nobody.post("/v1/invitations/accept", {"token": token}).status_code == 404


def test_emptying_that_a_request_had_no_time_for_goes_on_with_the_clock(data_dir, services, caller):
    hurried = build_services(Settings(data_dir=data_dir, model_call_seconds=1e-10, item_seconds=1e-9))
    answer = signed_in(hurried, "owner").delete(f"/v1/workspaces/{DEMO_WORKSPACE}")
    assert answer.status_code == 202
    assert list(services.delete_workspace.contents(DEMO_WORKSPACE))
    hurried.close()

    assert services.delete_workspace.go_on() == 1
    assert list(services.delete_workspace.contents(DEMO_WORKSPACE)) == []
    assert services.delete_workspace.go_on() == 0
