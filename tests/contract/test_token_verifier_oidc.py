"""Tokens of OpenID Connect issuers: what holds, and everything that must not."""

import base64
import hashlib
import hmac
import json
from collections.abc import Iterator
from typing import Any

import jwt
import pytest

from shared.adapters.id_token import Audience
from shared.adapters.oidc_tokens import OidcTokens, TrustedIssuer, identity_platform
from shared.domain.errors import NotAuthenticatedError, StartError, UpstreamFailedError
from shared.domain.identity import Identity, person_id
from tests.fakes import FixedClock
from tests.issuer_server import Issuer, running_issuer

CLIENT = "client-1"


@pytest.fixture(scope="module")
def server() -> Iterator[Issuer]:
    with running_issuer() as issuer:
        issuer.add_key("ec-1", "ES256")
        yield issuer


@pytest.fixture
def issuer(server: Issuer) -> Issuer:
    server.requests.clear()
    server.down = False
    server.description = {"issuer": server.address, "jwks_uri": f"{server.address}/keys"}
    return server


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


def verifier(issuer: Issuer, clock: FixedClock, *, tenant: str | None = None) -> OidcTokens:
    return OidcTokens([TrustedIssuer(Audience(issuer.address, (CLIENT,), tenant))], clock)


def claims(issuer: Issuer, clock: FixedClock, **changes: Any) -> dict[str, Any]:
    now = int(clock.now().timestamp())
    known = {
        "iss": issuer.address,
        "sub": "s-1",
        "aud": CLIENT,
        "iat": now,
        "exp": now + 3600,
        "email": "Lucia@Example.com",
        "email_verified": True,
        "name": "Lucía",
    }
    return {name: value for name, value in (known | changes).items() if value is not ...}


def forged(header: dict[str, Any], payload: dict[str, Any], signature: bytes = b"") -> str:
    parts = [json.dumps(header).encode(), json.dumps(payload).encode(), signature]
    return ".".join(base64.urlsafe_b64encode(part).rstrip(b"=").decode() for part in parts)


@pytest.mark.parametrize("key_id", ["rsa-1", "ec-1"])
def test_a_token_that_holds_names_the_person(issuer, clock, key_id):
    identity = verifier(issuer, clock).verify(issuer.sign(claims(issuer, clock), key_id))
    assert identity == Identity(issuer.address, "s-1", "Lucia@Example.com", True, "Lucía", clock.now())
    assert identity.person.email == "lucia@example.com"
    assert identity.person.id == person_id(issuer.address, "s-1")


def test_an_address_that_nobody_verified_is_none(issuer, clock):
    for unverified in (False, ..., "false", None, 1.5, "yes"):
        token = issuer.sign(claims(issuer, clock, email_verified=unverified))
        assert verifier(issuer, clock).verify(token).person.email is None
    said_as_text = issuer.sign(claims(issuer, clock, email_verified="true"))  # LinkedIn's form
    assert verifier(issuer, clock).verify(said_as_text).person.email == "lucia@example.com"


def test_the_sign_in_is_when_the_issuer_says(issuer, clock):
    earlier = int(clock.now().timestamp()) - 900
    identity = verifier(issuer, clock).verify(issuer.sign(claims(issuer, clock, auth_time=earlier)))
    assert identity.signed_in_at.timestamp() == earlier


WRONG_CLAIMS: dict[str, dict[str, Any]] = {
    "another audience": {"aud": "client-2"},
    "no audience": {"aud": ...},
    "an audience that is no text": {"aud": 5},
    "several audiences, ours not authorised": {"aud": [CLIENT, "client-2"]},
    "authorised for somebody else": {"azp": "client-2"},
    "another issuer": {"iss": "https://accounts.google.com"},
    "our issuer with a slash more": {"iss": "ISSUER/"},
    "no issuer": {"iss": ...},
    "an issuer that is no text": {"iss": ["ISSUER"]},
    "no subject": {"sub": ...},
    "an empty subject": {"sub": ""},
    "a subject that is no text": {"sub": 7},
    "a subject without end": {"sub": "s" * 256},
    "no end": {"exp": ...},
    "an end that is no time": {"exp": "tomorrow"},
    "an end that is a truth value": {"exp": True},
    "no beginning": {"iat": ...},
    "a tenant where none is ours": {"firebase": {"tenant": "stranger"}},
    "a sign-in beyond all calendars": {"auth_time": -1e300},
}


@pytest.mark.parametrize("wrong", WRONG_CLAIMS, ids=lambda name: name.replace(" ", "-"))
def test_a_token_is_refused_with(issuer, clock, wrong):
    changes = json.loads(
        json.dumps({name: None if value is ... else value for name, value in WRONG_CLAIMS[wrong].items()}).replace(
            "ISSUER", issuer.address
        )
    )
    changes |= {name: ... for name, value in WRONG_CLAIMS[wrong].items() if value is ...}
    payload = json.dumps(claims(issuer, clock, **changes)).encode()
    algorithm, key = issuer.private["rsa-1"]
    token = jwt.api_jws.encode(payload, key, algorithm, headers={"kid": "rsa-1"})
    with pytest.raises(NotAuthenticatedError):
        verifier(issuer, clock).verify(token)


@pytest.mark.parametrize(
    ("claim", "seconds", "holds"),
    [
        ("exp", -59, True),
        ("exp", -61, False),
        ("iat", 59, True),
        ("iat", 61, False),
        ("nbf", 59, True),
        ("nbf", 61, False),
    ],
)
def test_clocks_may_differ_by_a_minute(issuer, clock, claim, seconds, holds):
    token = issuer.sign(claims(issuer, clock, **{claim: int(clock.now().timestamp()) + seconds}))
    if holds:
        verifier(issuer, clock).verify(token)
    else:
        with pytest.raises(NotAuthenticatedError):
            verifier(issuer, clock).verify(token)


def test_a_token_without_signature_is_refused(issuer, clock):
    for algorithm in ("none", "None", "NONE", "nOnE", "", None):
        for header in ({"alg": algorithm}, {"alg": algorithm, "kid": "rsa-1"}):
            with pytest.raises(NotAuthenticatedError):
                verifier(issuer, clock).verify(forged(header, claims(issuer, clock)))


def test_the_public_key_is_no_secret(issuer, clock):
    """The old confusion: HMAC with the published key for its secret."""
    public = issuer.private["rsa-1"][1].public_key()
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat  # noqa: PLC0415

    for secret in (
        public.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo),
        public.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo),
        json.dumps(issuer.keys()["keys"][0]).encode(),
    ):
        unsigned = forged({"alg": "HS256", "kid": "rsa-1", "typ": "JWT"}, claims(issuer, clock)).rstrip(".")
        signature = hmac.new(secret, unsigned.encode(), hashlib.sha256).digest()
        token = f"{unsigned}.{base64.urlsafe_b64encode(signature).rstrip(b'=').decode()}"
        with pytest.raises(NotAuthenticatedError):
            verifier(issuer, clock).verify(token)


def test_a_key_signs_only_with_its_own_algorithm(issuer, clock):
    token = issuer.sign(claims(issuer, clock), "ec-1", kid="rsa-1")
    with pytest.raises(NotAuthenticatedError):
        verifier(issuer, clock).verify(token)


def test_a_stolen_signature_a_changed_claim_and_a_critical_header_are_refused(issuer, clock):
    token = issuer.sign(claims(issuer, clock))
    head, body, signature = token.split(".")
    other = forged({}, claims(issuer, clock, sub="s-2")).split(".")[1]
    critical = issuer.sign(claims(issuer, clock), crit=["exp"])
    for wrong in (f"{head}.{other}.{signature}", f"{head}.{body}.", f"{head}.{body}", critical, "a.b.c", "", "." * 2):
        with pytest.raises(NotAuthenticatedError):
            verifier(issuer, clock).verify(wrong)


def test_the_key_of_another_issuer_proves_nothing(issuer, clock):
    with running_issuer() as stranger:
        token = stranger.sign(claims(issuer, clock))
        with pytest.raises(NotAuthenticatedError):
            verifier(issuer, clock).verify(token)


def test_a_key_that_the_token_brings_along_is_not_looked_at(issuer, clock):
    with running_issuer() as stranger:
        token = stranger.sign(claims(issuer, clock), jku=f"{stranger.address}/keys", jwk=stranger.keys()["keys"][0])
        with pytest.raises(NotAuthenticatedError):
            verifier(issuer, clock).verify(token)
        assert stranger.requests == {}


def test_only_the_named_tenant_is_let_in(issuer, clock):
    ours = verifier(issuer, clock, tenant="t-1")
    assert ours.verify(issuer.sign(claims(issuer, clock, firebase={"tenant": "t-1"}))).subject == "s-1"
    for firebase in ({"tenant": "t-2"}, {}, None, ["t-1"]):
        with pytest.raises(NotAuthenticatedError):
            ours.verify(issuer.sign(claims(issuer, clock, firebase=firebase)))


def test_identity_platform_has_exactly_its_own_issuer_and_audience():
    trusted = identity_platform("a-project", None)
    assert trusted.audience == Audience("https://securetoken.google.com/a-project", ("a-project",), None)
    assert trusted.keys_address is not None
    assert trusted.keys_address.startswith("https://www.googleapis.com/")


def test_keys_are_fetched_once_and_a_rotated_one_is_found(issuer, clock):
    checked = verifier(issuer, clock)
    for _ in range(5):
        checked.verify(issuer.sign(claims(issuer, clock)))
    assert issuer.requests == {"/.well-known/openid-configuration": 1, "/keys": 1}

    clock.advance(31)
    issuer.add_key("rsa-2", "RS256")
    checked.verify(issuer.sign(claims(issuer, clock), "rsa-2"))
    assert issuer.requests["/keys"] == 2
    issuer.remove_key("rsa-2")


def test_a_withdrawn_key_stops_holding_within_the_hour(issuer, clock):
    issuer.add_key("rsa-3", "RS256")
    checked = verifier(issuer, clock)
    token = issuer.sign(claims(issuer, clock, exp=int(clock.now().timestamp()) + 9000), "rsa-3")
    checked.verify(token)
    issuer.remove_key("rsa-3")
    clock.advance(3601)
    with pytest.raises(NotAuthenticatedError):
        checked.verify(token)


def test_made_up_key_ids_do_not_hammer_the_issuer(issuer, clock):
    checked = verifier(issuer, clock)
    checked.verify(issuer.sign(claims(issuer, clock)))
    for number in range(50):
        with pytest.raises(NotAuthenticatedError):
            checked.verify(issuer.sign(claims(issuer, clock), kid=f"made-up-{number}"))
    assert issuer.requests["/keys"] == 1


def test_an_issuer_that_is_down_is_no_refusal_before_and_no_harm_after_its_keys_are_known(issuer, clock):
    checked = verifier(issuer, clock)
    issuer.down = True
    with pytest.raises(UpstreamFailedError):
        checked.verify(issuer.sign(claims(issuer, clock)))
    issuer.down = False
    clock.advance(31)
    checked.verify(issuer.sign(claims(issuer, clock)))
    issuer.down = True
    clock.advance(3601)
    checked.verify(issuer.sign(claims(issuer, clock)))


def test_a_description_of_somebody_else_is_not_believed(issuer, clock):
    issuer.description = {"issuer": "https://elsewhere.example", "jwks_uri": f"{issuer.address}/keys"}
    with pytest.raises(UpstreamFailedError):
        verifier(issuer, clock).verify(issuer.sign(claims(issuer, clock)))
    issuer.description = {"issuer": issuer.address, "jwks_uri": "http://198.51.100.1/keys"}
    with pytest.raises(StartError):
        verifier(issuer, clock).verify(issuer.sign(claims(issuer, clock)))


@pytest.mark.parametrize("address", ["http://issuer.example", "ftp://127.0.0.1", "file:///etc/passwd", "https://", "x"])
def test_keys_that_could_be_forged_on_the_way_stop_the_start(clock, address):
    with pytest.raises(StartError):
        OidcTokens([TrustedIssuer(Audience(address, (CLIENT,)))], clock)
