"""The laptop's own sign-in, as a browser and its application use it, through the local server."""

import base64
import hashlib
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
import pytest
from werkzeug.test import Client

from scripts.dev_server import compose
from shared.adapters.embedded.local_issuer import LocalIssuer
from shared.bootstrap import Services, build_services
from shared.config import Settings
from shared.domain.errors import NotAuthenticatedError, StartError
from shared.prompts.demo_people import LOCAL_PEOPLE
from tests.fakes import FixedClock, FixedSecrets

HOST = "http://localhost:8080"
BACK = "http://localhost:5173/signed-in"
VERIFIER = "v" * 64
CHALLENGE = base64.urlsafe_b64encode(hashlib.sha256(VERIFIER.encode()).digest()).rstrip(b"=").decode()
ASKED = {
    "client_id": "reteki-web",
    "response_type": "code",
    "redirect_uri": BACK,
    "scope": "openid email",
    "state": "st&ate",
    "nonce": "n1",
    "code_challenge": CHALLENGE,
    "code_challenge_method": "S256",
}


@pytest.fixture
def browser(services: Services) -> Client:
    return Client(compose(services, HOST, None))


def chosen(browser: Client, person: str = "agent", **changes: str) -> dict[str, str]:
    answer = browser.post("/auth/authorize", base_url=HOST, data=ASKED | {"person": person} | changes)
    assert answer.status_code == 303, answer.get_json()
    address = urlsplit(answer.headers["Location"])
    assert f"{address.scheme}://{address.netloc}{address.path}" == BACK
    return {name: values[0] for name, values in parse_qs(address.query).items()}


def exchanged(browser: Client, code: str, **changes: str) -> Any:
    form = {
        "grant_type": "authorization_code",
        "client_id": "reteki-web",
        "redirect_uri": BACK,
        "code": code,
        "code_verifier": VERIFIER,
    }
    return browser.post("/auth/token", base_url=HOST, data=form | changes)


def test_a_person_signs_in_and_uses_the_product(browser):
    page = browser.get(f"/auth/authorize?{urlencode(ASKED)}", base_url=HOST)
    assert page.status_code == 200
    assert all(person.name in page.get_data(as_text=True) for person in LOCAL_PEOPLE)
    back = chosen(browser)
    assert (back["state"], back["iss"]) == ("st&ate", f"{HOST}/auth")
    tokens = exchanged(browser, back["code"]).get_json()
    me = browser.get("/v1/me", base_url=HOST, headers={"Authorization": f"Bearer {tokens['id_token']}"})
    assert me.get_json()["workspaces"][0]["role"] == "agent"


def test_the_token_is_what_a_standard_client_verifies(browser):
    described = browser.get("/auth/.well-known/openid-configuration", base_url=HOST).get_json()
    keys = browser.get(urlsplit(described["jwks_uri"]).path, base_url=HOST).get_json()
    token = exchanged(browser, chosen(browser)["code"]).get_json()["id_token"]
    key = jwt.PyJWKSet.from_dict(keys)[jwt.get_unverified_header(token)["kid"]]
    options: Any = {"verify_exp": False, "verify_iat": False}
    claims = jwt.decode(
        token, key, algorithms=["ES256"], audience="reteki-web", issuer=described["issuer"], options=options
    )
    assert (claims["sub"], claims["nonce"], claims["email_verified"]) == ("agent", "n1", True)


def test_a_code_works_once(browser):
    code = chosen(browser)["code"]
    assert exchanged(browser, code).status_code == 200
    again = exchanged(browser, code)
    assert (again.status_code, again.get_json()) == (400, {"error": "invalid_grant"})


@pytest.mark.parametrize(
    "changes",
    [
        {"code_verifier": "w" * 64},
        {"code_verifier": ""},
        {"redirect_uri": "http://localhost:5173/elsewhere"},
        {"client_id": "another"},
        {"grant_type": "password"},
        {"code": "x"},
    ],
)
def test_a_code_is_for_whom_it_was_made(browser, changes):
    assert exchanged(browser, **({"code": chosen(browser)["code"]} | changes)).status_code == 400


def test_a_code_ends_after_a_minute(browser, clock):
    code = chosen(browser)["code"]
    clock.advance(60)
    assert exchanged(browser, code).status_code == 400


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("redirect_uri", "https://evil.example/"),
        ("redirect_uri", "http://localhost@evil.example/"),
        ("redirect_uri", "http://localhost.evil.example/"),
        ("redirect_uri", "//evil.example"),
        ("redirect_uri", "javascript:alert(1)"),
        ("redirect_uri", "http://localhost:5173/x\r\nSet-Cookie: a=b"),
        ("code_challenge_method", "plain"),
        ("code_challenge", "short"),
        ("response_type", "token"),
        ("client_id", "another"),
        ("state", "x" * 3000),
    ],
)
def test_a_request_that_could_send_a_code_astray_is_refused(browser, name, value):
    asked = ASKED | {name: value}
    for answer in (
        browser.get(f"/auth/authorize?{urlencode(asked)}", base_url=HOST),
        browser.post("/auth/authorize", base_url=HOST, data=asked | {"person": "owner"}),
    ):
        assert answer.status_code == 422
        assert "Location" not in answer.headers


def test_what_the_request_says_is_never_markup(browser):
    asked = ASKED | {"state": '"><script>alert(1)</script>'}
    text = browser.get(f"/auth/authorize?{urlencode(asked)}", base_url=HOST).get_data(as_text=True)
    assert "<script>" not in text


def test_the_browser_names_the_page_that_the_choice_comes_from(browser):
    page = browser.get("/auth/authorize", base_url=HOST, query_string=ASKED)
    assert page.headers["Referrer-Policy"] == "same-origin"  # with no-referrer it sends `Origin: null`


def test_another_page_cannot_choose(browser):
    for path in ("/auth/authorize", "/auth/demo-token"):
        answer = browser.post(
            path, base_url=HOST, data=ASKED | {"person": "owner"}, headers={"Origin": "https://evil.example"}
        )
        assert answer.status_code == 403


def test_a_terminal_gets_a_token_too(browser):
    token = browser.post("/auth/demo-token", base_url=HOST, data={"person": "viewer"}).get_json()["id_token"]
    me = browser.get("/v1/me", base_url=HOST, headers={"Authorization": f"Bearer {token}"}).get_json()
    assert me["workspaces"][0]["role"] == "viewer"
    assert browser.post("/auth/demo-token", base_url=HOST, data={"person": "root"}).status_code == 422


def test_people_stay_the_same_when_the_port_or_the_process_changes(data_dir, clock, services):
    assert services.local_issuer is not None
    person = LOCAL_PEOPLE[0]
    again = build_services(Settings(data_dir=data_dir), clock=clock)
    for port in (8080, 9000):
        token = services.local_issuer().token(person, f"http://127.0.0.1:{port}/auth")
        assert again.authenticate(token).id == person.id
    again.close()


def test_a_token_of_another_machine_is_refused(services, clock):
    stranger = LocalIssuer(lambda: b"another seed", clock)
    with pytest.raises(NotAuthenticatedError):
        services.authenticate(stranger.token(LOCAL_PEOPLE[0], f"{HOST}/auth"))
    elsewhere = services.local_issuer().token(LOCAL_PEOPLE[0], "https://evil.example/auth")
    with pytest.raises(NotAuthenticatedError):
        services.authenticate(elsewhere)


def test_it_refuses_to_run_in_the_cloud(monkeypatch, tmp_path):
    monkeypatch.setenv("K_SERVICE", "accounts")
    with pytest.raises(StartError):
        LocalIssuer(lambda: b"seed", FixedClock())
    with pytest.raises(StartError):
        build_services(Settings(data_dir=tmp_path, sign_in="embedded"), secrets=FixedSecrets())
