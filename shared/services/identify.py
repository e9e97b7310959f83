"""Tell who brings a credential, before any workspace is chosen: a person with a token, or an API key."""

from datetime import datetime, timedelta

from shared.domain.api_key import ApiKey
from shared.domain.documents import Update
from shared.domain.errors import ConflictError, NotAuthenticatedError, NotFoundError, OutreachError, Sentence
from shared.domain.lazy_pattern import lazy_pattern
from shared.domain.principal import PERMISSIONS_OF, Caller, Permission, Person, Principal, PrincipalKind
from shared.domain.secret import SECRET_PATTERN, is_secret
from shared.ports import Clock, TokenVerifier
from shared.repositories.store import Store
from shared.services.read_workspace import ReadWorkspace
from shared.services.recent_reads import RecentReads
from shared.telemetry.logs import get_logger

KEY_PREFIX = "rtk_"
LAST_USE_EVERY = timedelta(minutes=10)

_KEY = lazy_pattern(rf"rtk_([a-z2-7]{{26}})_([a-z2-7]{{26}})_({SECRET_PATTERN})")
_REFUSED = Sentence("La credencial falta o no es válida.", "The credential is missing or not valid.")
_log = get_logger()


class Identify:
    """API keys read `rtk_<workspace>_<id>_<secret>`: one read by path and a comparison in constant time. Everything
    else is a token for the verifier.
    """

    def __init__(self, store: Store, workspaces: ReadWorkspace, verifier: TokenVerifier, clock: Clock) -> None:
        self._store = store
        self._workspaces = workspaces
        self._verifier = verifier
        self._clock = clock
        self._keys: RecentReads[ApiKey] = RecentReads(clock)

    def __call__(self, token: str) -> Caller:
        """The caller. Raises NotAuthenticatedError, in the same words whatever is wrong."""
        return self._key_holder(token) if token.startswith(KEY_PREFIX) else self.person(token)

    def person(self, token: str) -> Person:
        """The person whose token this is. Raises NotAuthenticatedError."""
        return self._verifier.verify(token).person

    def forget_key(self, workspace_id: str, key_id: str) -> None:
        """This instance knows that the key has changed."""
        self._keys.forget((workspace_id, key_id))

    def _key_holder(self, token: str) -> Principal:
        match = _KEY.fullmatch(token)
        if match is None:
            raise NotAuthenticatedError(_REFUSED)
        workspace_id, key_id, secret = match.groups()
        keys = self._store.of(workspace_id).api_keys
        key = self._keys.get((workspace_id, key_id), lambda: keys.find(key_id))
        now = self._clock.now()
        if key is None or not _holds(key, secret, now):
            raise NotAuthenticatedError(_REFUSED)
        try:
            settings = self._workspaces(workspace_id)
        except NotFoundError as error:
            raise NotAuthenticatedError(_REFUSED) from error
        self._note_use(workspace_id, key, now)
        permissions = PERMISSIONS_OF[key.role] & (frozenset(Permission) if key.scopes is None else key.scopes)
        return Principal(
            workspace_id, PrincipalKind.KEY, key.id, key.role, permissions, requests_a_minute=settings.requests_a_minute
        )

    def _note_use(self, workspace_id: str, key: ApiKey, now: datetime) -> None:
        """Keep when the key was last used, at most every 10 minutes; what fails here fails nobody's request."""
        if key.last_used_at is not None and now - key.last_used_at < LAST_USE_EVERY:
            return
        path = self._store.of(workspace_id).api_keys.path(key.id)
        try:
            self._store.documents.write([Update(path, payload={("last_used_at",): now.isoformat()})])
        except ConflictError:
            pass  # deleted meanwhile
        except OutreachError:
            _log.warning("last_use_not_kept", exc_info=True)
        self.forget_key(workspace_id, key.id)


def _holds(key: ApiKey, secret: str, now: datetime) -> bool:
    same = is_secret(secret, key.secret_hash)
    expired = key.expires_at is not None and key.expires_at <= now
    return same and key.revoked_at is None and not expired
