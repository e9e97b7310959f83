"""API keys, through the API."""

from typing import Any

import pytest

from shared.bootstrap import Services
from shared.services.open_demo import DEMO_WORKSPACE
from tests.api.accounts.people import signed_in
from tests.api.product.caller import Caller
from tests.api.product.conftest import caller_of


def make(owner: Caller, **fields: Any) -> dict[str, Any]:
    answer = owner.post("/v1/api-keys", {"name": "panel", "role": "agent"} | fields)
    assert answer.status_code == 201, answer.get_json()
    made: dict[str, Any] = answer.get_json()
    return made


def listed(owner: Caller, key_id: str) -> dict[str, Any]:
    return next(one for one in owner.get("/v1/api-keys").get_json()["items"] if one["id"] == key_id)


def test_the_secret_is_shown_once_and_stored_nowhere(services, owner):
    made = make(owner)
    assert made["secret"].startswith(f"rtk_{DEMO_WORKSPACE}_{made['id']}_")
    assert listed(owner, made["id"])["secret"] is None
    kept = services.documents.get(f"workspaces/{DEMO_WORKSPACE}/api_keys/{made['id']}")
    assert made["secret"].rpartition("_")[2] not in str(kept)


def test_a_key_may_do_what_its_role_and_scopes_allow(services, owner):
    key = caller_of(services, make(owner, scopes=["messages:read"])["secret"])
    assert key.get("/v1/messages").status_code == 200
    assert key.get("/v1/roles").status_code == 403
    assert key.post("/v1/generations", {}).status_code == 403

    beyond = caller_of(services, make(owner, role="viewer", scopes=["messages:generate", "messages:read"])["secret"])
    assert beyond.get("/v1/me").get_json()["permissions"] == ["messages:read"]


def test_a_key_ends_when_it_was_to(services, owner, clock):
    key = caller_of(services, make(owner, expires_at="2026-11-22T10:00:00Z")["secret"])
    clock.advance(29 * 60)
    assert key.get("/v1/messages").status_code == 200
    clock.advance(2 * 60)
    assert key.get("/v1/messages").status_code == 401
    past = owner.post("/v1/api-keys", {"name": "x", "role": "agent", "expires_at": "2026-11-22T10:00:00Z"})
    assert past.status_code == 422
    assert past.get_json()["errors"][0]["pointer"] == "/expires_at"


def test_a_revoked_key_holds_nowhere_within_ten_seconds(services, elsewhere, owner, clock):
    made = make(owner)
    here, there = caller_of(services, made["secret"]), caller_of(elsewhere, made["secret"])
    assert here.get("/v1/messages").status_code == there.get("/v1/messages").status_code == 200
    assert owner.delete(f"/v1/api-keys/{made['id']}").status_code == 204
    assert here.get("/v1/messages").status_code == 401
    clock.advance(9.9)
    assert there.get("/v1/messages").status_code == 401
    assert listed(owner, made["id"])["revoked_at"] is not None


def test_the_last_use_is_kept_at_most_every_ten_minutes(services, owner, clock):
    made = make(owner)
    assert made["last_used_at"] is None
    key = caller_of(services, made["secret"])
    path = f"workspaces/{DEMO_WORKSPACE}/api_keys/{made['id']}"
    versions = []
    for _ in range(4):
        for _ in range(5):
            key.get("/v1/messages")
        kept = services.documents.get(path)
        assert kept is not None
        versions.append((kept.version, kept.payload["last_used_at"]))
        clock.advance(301)
    assert versions[0] == versions[1]
    assert versions[2] == versions[3] != versions[1]
    assert versions[2][1] == "2026-11-22T09:40:02+00:00"


def test_a_rotated_key_holds_beside_the_new_one_for_a_while(services, owner, clock):
    old = make(owner, scopes=["messages:read"])
    answer = owner.post(f"/v1/api-keys/{old['id']}/rotate", {"overlap_seconds": 600})
    assert answer.status_code == 201
    new = answer.get_json()
    assert (new["name"], new["role"], new["scopes"]) == (old["name"], old["role"], old["scopes"])
    both = [caller_of(services, made["secret"]) for made in (old, new)]
    assert [key.get("/v1/messages").status_code for key in both] == [200, 200]
    clock.advance(601)
    assert [key.get("/v1/messages").status_code for key in both] == [401, 200]
    assert listed(owner, old["id"])["replaced_by"] == new["id"]
    assert owner.post(f"/v1/api-keys/{old['id']}/rotate", {}).status_code == 409


def test_a_rotation_never_prolongs_a_key(services, owner, clock):
    old = make(owner, expires_at="2026-11-22T09:35:00Z")
    new = owner.post(f"/v1/api-keys/{old['id']}/rotate", {"overlap_seconds": 86_400}).get_json()
    assert listed(owner, old["id"])["expires_at"] == new["expires_at"] == "2026-11-22T09:35:00Z"


def test_nobody_makes_a_key_that_may_do_more_than_they(services, owner):
    admin = signed_in(services, "admin")
    assert admin.post("/v1/api-keys", {"name": "x", "role": "owner"}).status_code == 403
    assert admin.post("/v1/api-keys", {"name": "x", "role": "owner", "scopes": ["audit:read"]}).status_code == 201
    owners = make(owner, role="owner")
    assert admin.delete(f"/v1/api-keys/{owners['id']}").status_code == 403
    assert admin.post(f"/v1/api-keys/{owners['id']}/rotate", {}).status_code == 403
    narrow = caller_of(services, make(owner, role="owner", scopes=["keys:manage"])["secret"])
    assert narrow.post("/v1/api-keys", {"name": "x", "role": "viewer"}).status_code == 403


def test_a_repetition_shows_the_key_without_its_secret(owner):
    same = {"Idempotency-Key": "k"}
    body = {"name": "x", "role": "viewer"}
    first = owner.post("/v1/api-keys", body, headers=same).get_json()
    second = owner.post("/v1/api-keys", body, headers=same).get_json()
    assert first["secret"] is not None
    assert second == first | {"secret": None}


@pytest.mark.parametrize(
    "token",
    [
        "rtk_",
        "rtk_x_y_z",
        f"rtk_{DEMO_WORKSPACE}_{'a' * 26}_{'a' * 52}",
        f"rtk_{'a' * 26}_{'a' * 26}_{'a' * 52}",
        f"rtk_../{DEMO_WORKSPACE}_{'a' * 26}_{'a' * 52}",
    ],
)
def test_what_is_no_key_is_refused_in_the_same_words(services: Services, owner: Caller, token: str):
    answer = caller_of(services, token).get("/v1/messages")
    made = make(owner)
    wrong_secret = caller_of(services, made["secret"][:-3] + "aaa").get("/v1/messages")
    assert answer.status_code == wrong_secret.status_code == 401
    assert answer.get_json()["detail"] == wrong_secret.get_json()["detail"]
