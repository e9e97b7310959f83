"""Make API keys, list them, rotate them, revoke them. A key's secret is shown when it is made, and never again."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Annotated

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from shared.domain.api_key import ApiKey
from shared.domain.errors import ConflictError, InvalidInputError, NotFoundError, NotPermittedError, Sentence
from shared.domain.principal import PERMISSIONS_OF, Permission, Principal, WorkspaceRole
from shared.domain.role import Line
from shared.domain.secret import hash_of_secret, new_secret
from shared.ports import Clock
from shared.repositories.aggregate import Position, Slice
from shared.repositories.store import Store
from shared.services.guarded_change import retrying_conflicts
from shared.services.identify import Identify

LONGEST_OVERLAP_SECONDS = 30 * 24 * 3600

NO_SUCH_KEY = Sentence("No hay ninguna clave con ese identificador.", "No API key has this id.")
IS_OVER = Sentence("Esa clave ya no vale.", "This key does not hold any more.")
MORE_THAN_YOURS = Sentence("Una clave no puede permitir más que tú.", "A key cannot allow more than you may.")


class NewApiKey(BaseModel):
    """A key to make: at most what the role may do, less what is not in `scopes`; null scopes mean all of it."""

    model_config = ConfigDict(extra="forbid")

    name: Line
    role: WorkspaceRole
    scopes: Annotated[list[Permission], Field(min_length=1)] | None = None
    expires_at: AwareDatetime | None = None


class ManageApiKeys:
    """GET, POST and DELETE /v1/api-keys, POST /v1/api-keys/{id}/rotate."""

    def __init__(self, store: Store, identify: Identify, clock: Clock) -> None:
        self._store = store
        self._identify = identify
        self._clock = clock

    def create(self, principal: Principal, new: NewApiKey, key_id: str) -> tuple[ApiKey, str]:
        """The key, and what its holder sends: `rtk_<workspace>_<id>_<secret>`.

        A repetition after a crash makes a new secret for the key that nobody was told of. Raises NotPermittedError
        where the key could do more than its maker, InvalidInputError for an end in the past.
        """
        scopes = None if new.scopes is None else frozenset(new.scopes)
        _require_within(principal, new.role, scopes)
        now = self._clock.now()
        if new.expires_at is not None and new.expires_at <= now:
            raise InvalidInputError.at("/expires_at", "Ese momento ya ha pasado.", "This moment has passed.")
        made = {"name": new.name, "role": new.role, "scopes": scopes, "expires_at": new.expires_at}
        key, secret = _made(key_id, principal, now, made)
        self._store.documents.write([self._store.of(principal.workspace_id).api_keys.replacement(key_id, key)])
        return key, shown(principal.workspace_id, key, secret)

    def page(self, principal: Principal, after: Position | None, limit: int) -> Slice[ApiKey]:
        """A page of the keys, newest first; expired and revoked ones too."""
        return self._store.of(principal.workspace_id).api_keys.newest(after, limit)

    def one(self, principal: Principal, key_id: str) -> ApiKey:
        """The key. Raises NotFoundError."""
        found = self._store.of(principal.workspace_id).api_keys.find(key_id)
        if found is None:
            raise NotFoundError(NO_SUCH_KEY)
        return found

    def rotate(self, principal: Principal, key_id: str, overlap_seconds: int, new_id: str) -> tuple[ApiKey, str]:
        """A new key with the same rights; the old one holds for `overlap_seconds` more, and no longer than it would.

        Raises NotFoundError, NotPermittedError as `create` does, ConflictError for a key that is over.
        """
        return retrying_conflicts(lambda: self._rotate(principal, key_id, timedelta(seconds=overlap_seconds), new_id))

    def revoke(self, principal: Principal, key_id: str) -> None:
        """End the key: at once here, within 10 s on every other instance. Raises NotFoundError, NotPermittedError."""
        self._change(principal, key_id, lambda key: {"revoked_at": key.revoked_at or self._clock.now()})

    def _rotate(self, principal: Principal, key_id: str, overlap: timedelta, new_id: str) -> tuple[ApiKey, str]:
        keys, now = self._store.of(principal.workspace_id).api_keys, self._clock.now()
        found = keys.find_versioned(key_id)
        if found is None:
            raise NotFoundError(NO_SUCH_KEY)
        old, version = found
        _require_within(principal, old.role, old.scopes)
        if old.revoked_at is not None or old.replaced_by not in (None, new_id) or _is_over(old, now):
            raise ConflictError(IS_OVER)
        kept = old.model_dump(include={"name", "role", "scopes", "expires_at"})
        key, secret = _made(new_id, principal, now, kept)
        end = min(now + overlap, old.expires_at or datetime.max.replace(tzinfo=now.tzinfo))
        replaced = old.model_copy(update={"expires_at": end, "replaced_by": new_id})
        self._store.documents.write([keys.change(key_id, replaced, version), keys.replacement(new_id, key)])
        self._identify.forget_key(principal.workspace_id, key_id)
        return key, shown(principal.workspace_id, key, secret)

    def _change(self, principal: Principal, key_id: str, change: Callable[[ApiKey], dict[str, object]]) -> None:
        def apply() -> None:
            keys = self._store.of(principal.workspace_id).api_keys
            found = keys.find_versioned(key_id)
            if found is None:
                raise NotFoundError(NO_SUCH_KEY)
            key, version = found
            _require_within(principal, key.role, key.scopes)
            self._store.documents.write([keys.change(key_id, key.model_copy(update=change(key)), version)])

        retrying_conflicts(apply)
        self._identify.forget_key(principal.workspace_id, key_id)


def shown(workspace_id: str, key: ApiKey, secret: str) -> str:
    """The whole key, as its holder sends it."""
    return f"rtk_{workspace_id}_{key.id}_{secret}"


def _made(key_id: str, principal: Principal, now: datetime, rights: Mapping[str, object]) -> tuple[ApiKey, str]:
    secret = new_secret()
    key = {"id": key_id, "secret_hash": hash_of_secret(secret), "created_at": now, "created_by": principal.id}
    return ApiKey.model_validate({**key, **rights}), secret


def _is_over(key: ApiKey, now: datetime) -> bool:
    return key.expires_at is not None and key.expires_at <= now


def _require_within(principal: Principal, role: WorkspaceRole, scopes: frozenset[Permission] | None) -> None:
    """Nobody makes, renews or ends a key that may do what they may not."""
    rights = PERMISSIONS_OF[role] & (frozenset(Permission) if scopes is None else scopes)
    if not rights <= principal.permissions:
        raise NotPermittedError(MORE_THAN_YOURS)
