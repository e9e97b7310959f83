"""An OpenID Connect issuer for a laptop: demo people sign in by choosing who they are.

It speaks what a web application speaks with a real one: authorization code with PKCE (RFC 7636), ID tokens signed with
ES256, keys and a description at the usual addresses. Its key is made at first start. It refuses to run on Cloud Run,
where anybody could choose to be the owner.
"""

import base64
import hashlib
import secrets
import threading
from collections.abc import Callable
from datetime import timedelta
from typing import Any, NamedTuple

import jwt
from cryptography.hazmat.primitives.asymmetric.ec import (
    SECP256R1,
    EllipticCurvePrivateKey,
    derive_private_key,
)
from jwt.algorithms import ECAlgorithm

from shared.adapters.embedded.laptop_only import refuse_in_the_cloud
from shared.adapters.id_token import Audience, read_header, read_identity, refusal, unverified_issuer
from shared.domain.errors import InvalidInputError
from shared.domain.identity import Identity
from shared.ports import Clock
from shared.prompts.demo_people import CLIENT_ID, ISSUER, LocalPerson, is_local_issuer, local_person

_CODE_LIFE = timedelta(seconds=60)
_TOKEN_LIFE = timedelta(hours=1)
_MOST_CODES = 1_000
_ALGORITHM = "ES256"


class Grant(NamedTuple):
    """What a code stands for until it is exchanged, once."""

    person: LocalPerson
    redirect_uri: str
    challenge: str
    nonce: str | None
    expires: float


class LocalIssuer:
    """Issues tokens to demo people and verifies them again. `seed` is the secret that its key is derived from."""

    def __init__(self, seed: Callable[[], bytes], clock: Clock) -> None:
        """Raises StartError on Cloud Run."""
        refuse_in_the_cloud()
        self._clock = clock
        self._key = _private_key(seed())
        public: dict[str, Any] = ECAlgorithm.to_jwk(self._key.public_key(), as_dict=True)
        key_id = hashlib.sha256(repr(sorted(public.items())).encode()).hexdigest()[:16]
        self._public = public | {"kid": key_id, "use": "sig", "alg": _ALGORITHM}
        self._verifying = jwt.PyJWK(self._public)
        self._grants: dict[str, Grant] = {}
        self._lock = threading.Lock()

    def keys(self) -> dict[str, Any]:
        """The key set, as served at the issuer's jwks address."""
        return {"keys": [self._public]}

    def code(self, subject: str, redirect_uri: str, challenge: str, nonce: str | None) -> str:
        """A code for the person who was chosen. Raises InvalidInputError for somebody who is not in the demo."""
        person = local_person(subject)
        if person is None:
            raise InvalidInputError.at("/person", "No hay nadie con ese nombre.", "There is nobody by that name.")
        code = secrets.token_urlsafe(32)
        now = self._clock.monotonic()
        grant = Grant(person, redirect_uri, challenge, nonce, now + _CODE_LIFE.total_seconds())
        with self._lock:
            self._grants = {one: kept for one, kept in self._grants.items() if kept.expires > now}
            if len(self._grants) < _MOST_CODES:
                self._grants[code] = grant
        return code

    def exchange(self, code: str, redirect_uri: str, verifier: str, issuer: str) -> str | None:
        """The ID token for a code; None unless the code is fresh, unused, and the verifier its own (RFC 7636, 4.6)."""
        with self._lock:
            grant = self._grants.pop(code, None)
        challenge = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()
        if grant is None or grant.expires <= self._clock.monotonic():
            return None
        if grant.redirect_uri != redirect_uri or not secrets.compare_digest(grant.challenge, challenge):
            return None
        return self.token(grant.person, issuer, grant.nonce)

    def token(self, person: LocalPerson, issuer: str, nonce: str | None = None) -> str:
        """An ID token for the person, as issued at the address `issuer`."""
        now = self._clock.now()
        claims = {
            "iss": issuer,
            "sub": person.subject,
            "aud": CLIENT_ID,
            "iat": int(now.timestamp()),
            "auth_time": int(now.timestamp()),
            "exp": int((now + _TOKEN_LIFE).timestamp()),
            "email": person.email,
            "email_verified": True,
            "name": person.name,
            **({} if nonce is None else {"nonce": nonce}),
        }
        return jwt.encode(claims, self._key, _ALGORITHM, headers={"kid": self._public["kid"]})

    def verify(self, token: str) -> Identity:
        """The identity that one of our own tokens states. Raises NotAuthenticatedError.

        The issuer's address has this machine's port in it, and the port may change; the people stay the same.
        """
        key_id, algorithm = read_header(token)
        issuer = unverified_issuer(token)
        if issuer is None or not is_local_issuer(issuer) or key_id != self._public["kid"]:
            raise refusal()
        audience = Audience(issuer, (CLIENT_ID,))
        return read_identity(token, self._verifying, algorithm, audience, ISSUER, self._clock.now())


def _private_key(seed: bytes) -> EllipticCurvePrivateKey:
    """The key that follows from the seed: 32 bytes of it as a number below the curve's order."""
    number = int.from_bytes(hashlib.sha512(b"local-issuer:" + seed).digest())
    order = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551  # of NIST P-256 (SP 800-186, 3.2.1.3)
    return derive_private_key(number % (order - 1) + 1, SECP256R1())
