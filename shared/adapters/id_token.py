"""One ID token, checked as OpenID Connect Core 1.0 (3.1.3.7) and RFC 8725 (JSON Web Token Best Current Practices) ask.

Only asymmetric signatures are taken, each with the key type that its algorithm names: `none` and HMAC with a public key
for a secret are refused before any key is looked at.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, NamedTuple

import jwt

from shared.domain.errors import NotAuthenticatedError, Sentence
from shared.domain.identity import Identity

ALGORITHMS = ("RS256", "ES256")
LEEWAY_SECONDS = 60
_MOST_SUBJECT_CHARACTERS = 255  # OpenID Connect Core 1.0, section 2
_REQUIRED = ["iss", "sub", "aud", "exp", "iat"]
_REFUSED = Sentence("La credencial falta o no es válida.", "The credential is missing or not valid.")


class Audience(NamedTuple):
    """Whose tokens count: the exact issuer, and our client ids at it.

    `tenant` is Identity Platform's: a token of another tenant of the same project, or of one where none is ours, is a
    stranger's. None takes tokens without a tenant only.
    """

    issuer: str
    client_ids: tuple[str, ...]
    tenant: str | None = None


def refusal() -> NotAuthenticatedError:
    """What every token gets that does not hold, in the same words whatever is wrong."""
    return NotAuthenticatedError(_REFUSED)


def read_header(token: str) -> tuple[str, str]:
    """The key id and the algorithm that the token names. Raises NotAuthenticatedError unless both can be ours."""
    try:
        header = jwt.get_unverified_header(token)
    except jwt.PyJWTError as error:
        raise refusal() from error
    key_id, algorithm = header.get("kid"), header.get("alg")
    if not isinstance(key_id, str) or algorithm not in ALGORITHMS or "crit" in header:
        raise refusal()
    return key_id, algorithm


def unverified_issuer(token: str) -> str | None:
    """The issuer that the token names, to choose whose keys are asked; believed by nobody until the signature holds."""
    try:
        claims = jwt.decode(token, options={"verify_signature": False})
    except (jwt.PyJWTError, ValueError) as error:
        raise refusal() from error
    issuer = claims.get("iss")
    return issuer if isinstance(issuer, str) else None


def read_identity(
    token: str, key: jwt.PyJWK, algorithm: str, audience: Audience, name_of_issuer: str, now: datetime
) -> Identity:
    """The identity that the token states, `issuer` under the name that person ids are made with.

    Raises NotAuthenticatedError unless signature, issuer, audience, times and tenant hold.
    """
    try:
        claims = jwt.decode(
            token,
            key,
            algorithms=[algorithm],
            audience=audience.client_ids,
            issuer=audience.issuer,
            # Times are held against our own clock, below.
            options={"require": _REQUIRED, "verify_exp": False, "verify_iat": False, "verify_nbf": False},
        )
        _require_current(claims, now.timestamp())
        _require_ours(claims, audience)
        return _identity(claims, name_of_issuer)
    except (jwt.PyJWTError, ValueError, TypeError, OverflowError, OSError) as error:
        raise refusal() from error


def _require_current(claims: Mapping[str, Any], now: float) -> None:
    """Not over, not issued or valid only later; clocks may differ by a minute."""
    begin = max(_seconds(claims["iat"]), _seconds(claims.get("nbf", claims["iat"])), _signed_in(claims))
    if not begin - LEEWAY_SECONDS <= now < _seconds(claims["exp"]) + LEEWAY_SECONDS:
        raise refusal()


def _signed_in(claims: Mapping[str, Any]) -> float:
    return _seconds(claims.get("auth_time", claims["iat"]))


def _seconds(value: object) -> float:
    """A NumericDate (RFC 7519, section 2); ValueError for anything else."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError("not a time")
    return float(value)


def _require_ours(claims: Mapping[str, Any], audience: Audience) -> None:
    several = isinstance(claims["aud"], list) and len(claims["aud"]) > 1
    if (several or "azp" in claims) and claims.get("azp") not in audience.client_ids:
        raise refusal()
    firebase = claims.get("firebase")
    tenant = firebase.get("tenant") if isinstance(firebase, dict) else None
    if tenant != audience.tenant or not 0 < len(claims["sub"]) <= _MOST_SUBJECT_CHARACTERS:
        raise refusal()


def _identity(claims: Mapping[str, Any], issuer: str) -> Identity:
    return Identity(
        issuer=issuer,
        subject=claims["sub"],
        email=_text(claims.get("email")),
        email_verified=claims.get("email_verified") in (True, "true"),  # LinkedIn says it as a string
        name=_text(claims.get("name")),
        signed_in_at=datetime.fromtimestamp(_signed_in(claims), UTC),
    )


def _text(value: object) -> str | None:
    return value[:200] if isinstance(value, str) and value.strip() else None
