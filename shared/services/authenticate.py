"""Tell who is asking from the credential that they bring."""

import hashlib
import hmac

from shared.domain.errors import NotAuthenticatedError, Sentence
from shared.domain.lazy_pattern import lazy_pattern
from shared.domain.principal import PERMISSIONS_OF, Permission, Principal, PrincipalKind
from shared.ports import Clock
from shared.repositories.api_keys import ApiKey
from shared.repositories.store import Store

_KEY = lazy_pattern(r"rtk_([a-z2-7]{26})_([a-z2-7]{26})_([a-z2-7]{52})")
_REFUSED = Sentence("La credencial falta o no es válida.", "The credential is missing or not valid.")


def hash_of_secret(secret: str) -> str:
    """What is stored of an API key's secret. The secret has 256 random bits, so a plain digest is enough."""
    return hashlib.sha256(secret.encode()).hexdigest()


class Authenticate:
    """API keys: `rtk_<workspace>_<id>_<secret>`, one read by path and a comparison in constant time."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def __call__(self, token: str) -> Principal:
        """The caller. Raises NotAuthenticatedError, in the same words whatever is wrong."""
        match = _KEY.fullmatch(token)
        if match is None:
            raise NotAuthenticatedError(_REFUSED)
        workspace_id, key_id, secret = match.groups()
        key = self._store.of(workspace_id).api_keys.find(key_id)
        if key is None or not self._holds(key, secret):
            raise NotAuthenticatedError(_REFUSED)
        permissions = PERMISSIONS_OF[key.role] & (frozenset(Permission) if key.scopes is None else key.scopes)
        return Principal(workspace_id, PrincipalKind.KEY, key.id, key.role, permissions)

    def _holds(self, key: ApiKey, secret: str) -> bool:
        same = hmac.compare_digest(key.secret_hash, hash_of_secret(secret))
        expired = key.expires_at is not None and key.expires_at <= self._clock.now()
        return same and key.revoked_at is None and not expired
