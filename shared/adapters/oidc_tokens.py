"""People's tokens from any OpenID Connect issuer that the settings name, checked with the issuer's published keys."""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from shared.adapters.id_token import Audience, read_header, read_identity, refusal, unverified_issuer
from shared.adapters.issuer_keys import IssuerKeys, fetch_json, require_safe
from shared.domain.errors import Sentence, UpstreamFailedError
from shared.domain.identity import Identity
from shared.ports import Clock

_DESCRIPTION = "/.well-known/openid-configuration"


class TrustedIssuer(NamedTuple):
    """An issuer and our client ids at it; `keys_address` is read from the issuer's description where it is None."""

    audience: Audience
    keys_address: str | None = None


def identity_platform(project: str, tenant: str | None) -> TrustedIssuer:
    """Identity Platform's issuer and audience, exactly, and where its keys are
    (https://cloud.google.com/identity-platform/docs/use-rest-api, "Verify ID tokens").
    """
    keys = "https://www.googleapis.com/service_accounts/v1/jwk/securetoken@system.gserviceaccount.com"
    return TrustedIssuer(Audience(f"https://securetoken.google.com/{project}", (project,), tenant), keys)


class OidcTokens:
    """A TokenVerifier for several issuers. Which one a token names decides whose keys are asked, and no other's."""

    def __init__(self, issuers: Sequence[TrustedIssuer], clock: Clock) -> None:
        """Raises StartError for an issuer whose keys could be forged on the way."""
        self._clock = clock
        self._audiences = {trusted.audience.issuer: trusted.audience for trusted in issuers}
        self._keys: dict[str, IssuerKeys] = {}
        for trusted in issuers:
            require_safe(trusted.keys_address or trusted.audience.issuer)
            self._keys[trusted.audience.issuer] = IssuerKeys(partial(_keys_address, trusted), clock)

    def verify(self, token: str) -> Identity:
        """The identity that the token states. Raises NotAuthenticatedError, UpstreamFailedError."""
        key_id, algorithm = read_header(token)
        audience = self._audiences.get(unverified_issuer(token) or "")
        if audience is None:
            raise refusal()
        key = self._keys[audience.issuer].get(key_id)
        if key is None:
            raise refusal()
        return read_identity(token, key, algorithm, audience, audience.issuer, self._clock.now())


def _keys_address(trusted: TrustedIssuer) -> str:
    if trusted.keys_address is not None:
        return trusted.keys_address
    found = fetch_json(trusted.audience.issuer.rstrip("/") + _DESCRIPTION)
    address = found.get("jwks_uri")
    if found.get("issuer") != trusted.audience.issuer or not isinstance(address, str):
        raise UpstreamFailedError(
            Sentence("La descripción del emisor no es la suya.", "The issuer's description is not its own.")
        )
    require_safe(address)
    return address
