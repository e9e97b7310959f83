"""Tokens of Firebase's Auth emulator say all that Identity Platform's say, and nobody has signed them."""

import base64
import json
from collections.abc import Iterator
from typing import Any

import pytest

from shared.adapters.oidc_tokens import OidcTokens, identity_platform
from shared.adapters.system import SystemClock
from shared.domain.errors import NotAuthenticatedError
from tests.contract.auth_emulator import HOW_TO_INSTALL, PROJECT, may_be_skipped, running, signed_up

pytestmark = pytest.mark.skipif(may_be_skipped(), reason=HOW_TO_INSTALL)


@pytest.fixture(scope="module")
def token() -> Iterator[str]:
    with running() as emulator:
        yield signed_up(emulator, "somebody@example.com")


def part(token: str, place: int) -> dict[str, Any]:
    text = token.split(".")[place]
    found: dict[str, Any] = json.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
    return found


def test_its_token_names_issuer_audience_and_person_as_the_real_one_does(token):
    claims = part(token, 1)
    assert (claims["iss"], claims["aud"]) == (f"https://securetoken.google.com/{PROJECT}", PROJECT)
    assert claims["sub"]
    assert part(token, 0)["alg"] == "none"
    assert token.endswith(".")


def test_its_token_is_refused_for_want_of_a_signature(token):
    with pytest.raises(NotAuthenticatedError):
        OidcTokens([identity_platform(PROJECT, None)], SystemClock()).verify(token)


def test_a_signature_that_somebody_made_up_helps_nothing(token):
    for signature in ("x", base64.urlsafe_b64encode(b"0" * 256).decode().rstrip("=")):
        with pytest.raises(NotAuthenticatedError):
            OidcTokens([identity_platform(PROJECT, None)], SystemClock()).verify(token + signature)
