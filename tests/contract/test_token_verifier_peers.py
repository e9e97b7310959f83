"""Tokens of an issuer that we did not write: npm's oauth2-mock-server."""

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode
from urllib.request import urlopen

import pytest

from shared.adapters.id_token import Audience
from shared.adapters.oidc_tokens import OidcTokens, TrustedIssuer
from shared.adapters.system import SystemClock
from shared.domain.errors import NotAuthenticatedError
from tests.contract.oauth2_mock_server import HOW_TO_INSTALL, may_be_skipped, running

pytestmark = pytest.mark.skipif(may_be_skipped(), reason=HOW_TO_INSTALL)


@pytest.fixture(scope="module")
def issuer() -> Iterator[str]:
    with running() as address:
        yield address


def tokens(issuer: str, client_id: str) -> dict[str, Any]:
    form = {
        "grant_type": "authorization_code",
        "code": "c",
        "client_id": client_id,
        "redirect_uri": "http://localhost/x",
    }
    with urlopen(f"{issuer.replace('localhost', '127.0.0.1')}/token", urlencode(form).encode()) as answer:
        found: dict[str, Any] = json.load(answer)
    return found


def verifier(issuer: str) -> OidcTokens:
    keys = f"{issuer.replace('localhost', '127.0.0.1')}/jwks"
    return OidcTokens([TrustedIssuer(Audience(issuer, ("client-1",)), keys)], SystemClock())


def test_its_id_token_names_the_person(issuer):
    identity = verifier(issuer).verify(tokens(issuer, "client-1")["id_token"])
    assert (identity.issuer, identity.subject) == (issuer, "johndoe")


def test_its_token_for_another_client_is_refused(issuer):
    with pytest.raises(NotAuthenticatedError):
        verifier(issuer).verify(tokens(issuer, "client-2")["id_token"])


def test_its_access_token_is_no_proof_of_who_somebody_is(issuer):
    with pytest.raises(NotAuthenticatedError):
        verifier(issuer).verify(tokens(issuer, "client-1")["access_token"])


def test_a_token_of_another_run_with_other_keys_is_refused(issuer):
    with running() as stranger:
        token = tokens(stranger, "client-1")["id_token"]
    with pytest.raises(NotAuthenticatedError):
        verifier(issuer).verify(token)
