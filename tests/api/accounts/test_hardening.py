"""What every answer says to a browser, who may call from one, and what never reaches a log."""

import logging
from collections.abc import Iterator

import pytest

from shared.bootstrap import Services, build_services
from shared.config import Settings
from shared.services.open_demo import DEMO_WORKSPACE
from tests.api.accounts.people import signed_in
from tests.api.product.caller import GENERATION, Caller

PAGE = "https://app.example.com"


@pytest.fixture
def open_to_page(data_dir, clock) -> Iterator[Services]:
    made = build_services(Settings(data_dir=data_dir, origins=frozenset({PAGE})), clock=clock)
    yield made
    made.close()


def preflight(caller: Caller, origin: str) -> object:
    headers = {"Origin": origin, "Access-Control-Request-Method": "POST", "Authorization": ""}
    return caller._clients[0].options("/v1/generations", headers=headers)


@pytest.mark.parametrize("path", ["/v1/settings", "/v1/nothing", "/v1/settings?x=1", "/v1/accounts/health"])
def test_every_answer_is_safe_in_a_browser(owner, path):
    headers = owner.get(path).headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert headers["Strict-Transport-Security"].startswith("max-age=63072000")
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["Cache-Control"] == "no-store"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"


def test_no_other_origin_may_call_unless_settings_name_it(owner):
    assert preflight(owner, PAGE).status_code in (404, 405)  # type: ignore[attr-defined]
    answer = owner.get("/v1/settings", headers={"Origin": PAGE})
    assert not [name for name in answer.headers if name[0].startswith("Access-Control")]


def test_a_named_origin_may_call_and_no_other(open_to_page):
    owner = signed_in(open_to_page, "owner")
    allowed = preflight(owner, PAGE)
    assert allowed.status_code == 204  # type: ignore[attr-defined]
    assert allowed.headers["Access-Control-Allow-Origin"] == PAGE  # type: ignore[attr-defined]
    assert "X-Workspace" in allowed.headers["Access-Control-Allow-Headers"]  # type: ignore[attr-defined]
    answer = owner.get("/v1/settings", headers={"Origin": PAGE})
    assert answer.headers["Access-Control-Allow-Origin"] == PAGE
    assert "Access-Control-Allow-Credentials" not in answer.headers
    assert "Origin" in answer.headers["Vary"]
    for origin in ("https://app.example.com.evil.example", "https://evil.example", "null", "http://app.example.com"):
        assert preflight(owner, origin).status_code in (404, 405)  # type: ignore[attr-defined]
        refused = owner.get("/v1/settings", headers={"Origin": origin})
        assert "Access-Control-Allow-Origin" not in refused.headers


def test_a_forwarded_address_is_believed_only_behind_our_own_proxies(data_dir, clock):
    for proxies, expected in ((0, "127.0.0.1"), (1, "198.51.100.7"), (2, "203.0.113.9")):
        services = build_services(Settings(data_dir=data_dir, trusted_proxies=proxies), clock=clock)
        owner = signed_in(services, "owner")
        forwarded = {"X-Forwarded-For": "1.1.1.1, 203.0.113.9, 198.51.100.7"}
        owner.patch("/v1/settings", {"max_links": proxies + 1}, headers=forwarded)
        clock.advance(1)
        newest = owner.get("/v1/audit?limit=1&action=change_settings").get_json()["items"][0]
        assert newest["address"] == expected
        services.close()


def test_secrets_and_personal_data_never_reach_a_log(services, owner, caller, capsys):
    """A run with planted words, refusals and failures; then every line that was logged is searched."""
    planted = {
        "name": "Zacarías Planchuelo",
        "mail": "zacarias@planchuelo.example",
        "url": "zacarias-planchuelo",
        "post": "palabra-plantada-en-un-post",
    }
    person = {
        "full_name": planted["name"],
        "email": planted["mail"],
        "linkedin_url": f"https://www.linkedin.com/in/{planted['url']}",
        "posts": [planted["post"]],
        "company": "Plantada SL",
    }
    caller.generate(prospect=person)
    caller.post("/v1/generations", GENERATION | {"prospect": person | {"nothing": planted["post"]}})
    caller.get(f"/v1/messages?q={planted['url']}")
    caller.get(f"/v1/nothing/{planted['url']}")
    key = owner.post("/v1/api-keys", {"name": planted["name"], "role": "agent"}).get_json()["secret"]
    invited = owner.post("/v1/invitations", {"email": planted["mail"], "role": "agent"}).get_json()["token"]
    hook = owner.post("/v1/webhooks", {"url": f"https://{planted['url']}.example/x?token=s3cr3t-in-url"}).get_json()
    owner.post(f"/v1/webhooks/{hook['id']}/test")
    signed_in(services, "guest").post("/v1/invitations/accept", {"token": invited})
    signed_in(services, "viewer").post("/v1/generations", GENERATION)
    caller.post("/v1/imports", {"text": f"name,email\n{planted['name']},{planted['mail']}\n"})
    services.deliver_webhooks(DEMO_WORKSPACE)
    logging.getLogger("a.library").warning("a line of a library")

    lines = capsys.readouterr().err
    assert "request_answered" in lines
    words = [*planted.values(), "Zacar", "Plantada", "s3cr3t", invited.rpartition("_")[2], key.rpartition("_")[2]]
    for word in [*words, hook["secret"], owner.key, caller.key]:
        assert word not in lines


def test_a_body_that_is_left_out_where_one_of_its_fields_is_needed_is_the_callers_error(caller):
    """Found by benchmarks/attacks.py: it was a 500."""
    answer = caller.post("/v1/messages/approve", headers={"Content-Type": "application/json"}, data=b"")
    assert answer.status_code == 400
