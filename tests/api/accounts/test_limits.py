"""Limits, through the API: requests a minute, messages a month."""

from shared.domain.documents import Create, Update
from shared.services.open_demo import DEMO_WORKSPACE
from tests.api.accounts.people import signed_in
from tests.api.product.caller import GENERATION


def test_every_answer_says_what_is_left(owner):
    first = owner.get("/v1/settings")
    assert first.headers["RateLimit-Policy"] == '"requests";q=6000;w=60'
    assert first.headers["RateLimit"].startswith('"requests";r=5999;t=')
    refused = owner.get("/v1/settings?nothing=1")
    assert refused.status_code == 422
    assert '"requests";r=5998;' in refused.headers["RateLimit"]


def test_one_request_too_many_is_told_to_wait(services, clock):
    guest = signed_in(services, "guest")
    guest.post("/v1/workspaces", {"name": "x"})
    assert guest.get("/v1/usage").status_code == 200
    caller = services.authenticate(guest.key)
    for _ in range(597):  # opening the workspace was one too
        services.limit_requests(caller)
    last = guest.get("/v1/usage")
    assert last.status_code == 200
    over = guest.get("/v1/usage")
    assert over.status_code == 429
    assert over.headers["Content-Type"] == "application/problem+json"
    assert 0 < int(over.headers["Retry-After"]) <= 60
    assert ";r=0;" in over.headers["RateLimit"]
    assert signed_in(services, "owner").get("/v1/usage").status_code == 200
    clock.advance(int(over.headers["Retry-After"]) + 60)
    assert guest.get("/v1/usage").status_code == 200


def test_a_person_is_one_caller_in_all_their_workspaces(services):
    guest = signed_in(services, "guest")
    first, second = (guest.post("/v1/workspaces", {"name": name}).get_json()["id"] for name in "xy")
    for workspace, left in ((first, 597), (second, 596), (first, 595)):
        answer = guest.get("/v1/usage", headers={"X-Workspace": workspace})
        assert f";r={left};" in answer.headers["RateLimit"]


def test_a_stranger_is_told_nothing_of_limits(services):
    client = signed_in(services, "owner")._clients[0]
    assert "RateLimit" not in client.get("/v1/generate/health").headers
    assert "RateLimit" not in client.get("/v1/roles").headers


def test_the_free_plan_ends_at_its_hundredth_message(services):
    guest = signed_in(services, "guest")
    guest.post("/v1/workspaces", {"name": "x"})
    before = guest.get("/v1/usage").get_json()
    assert (before["messages_used"], before["messages_limit"], before["month"]) == (0, 100, "2026-11")
    workspace = guest.get("/v1/me").get_json()["workspaces"][0]["id"]
    services.documents.write([Create(f"workspaces/{workspace}/usage/2026-11", payload={"spent": 97, "blocks": {}})])
    for number in range(3):
        answer = guest.post("/v1/generations", GENERATION, headers={"Idempotency-Key": f"k{number}"})
        assert answer.status_code == 201, answer.get_json()
    over = guest.post("/v1/generations", GENERATION)
    assert over.status_code == 429
    assert int(over.headers["Retry-After"]) == 600
    assert guest.post("/v1/generations", GENERATION, headers={"Idempotency-Key": "k1"}).status_code == 201
    assert guest.post("/v1/generations", GENERATION | {"dry_run": True}).status_code == 200
    after = guest.get("/v1/usage").get_json()
    assert (after["messages_used"], after["messages_remaining"]) == (100, 0)


def test_what_is_refused_or_fails_costs_nothing(services):
    guest = signed_in(services, "guest")
    guest.post("/v1/workspaces", {"name": "x"})
    assert guest.post("/v1/generations", GENERATION | {"role": "nothing"}).status_code == 422
    guest.patch("/v1/settings", {"generation_paused": True})
    assert guest.post("/v1/generations", GENERATION).status_code == 409
    assert guest.get("/v1/usage").get_json()["messages_used"] == 0


def test_nobody_changes_their_own_plan(owner, services):
    assert owner.patch("/v1/settings", {"plan": "enterprise"}).status_code == 422
    path = f"workspaces/{DEMO_WORKSPACE}"
    services.documents.write([Update(path, payload={("settings", "demo"): False, ("settings", "plan"): "starter"})])
    assert owner.get("/v1/usage").get_json()["messages_limit"] == 2_000
