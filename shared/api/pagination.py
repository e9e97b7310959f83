"""Pages of a list, and the opaque cursors that lead from one to the next.

A cursor is (sort values, id) in a form that fits into an address, signed with a key that depends on the workspace,
the route and the filter. So one that was forged, or comes from elsewhere, fails its signature, and tells nothing.
"""

import hashlib
import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, Generic, TypeVar

from itsdangerous import BadData, URLSafeSerializer
from pydantic import BaseModel, ConfigDict, Field

from shared.domain.documents import Scalar
from shared.domain.errors import InvalidInputError
from shared.domain.principal import Principal

Item = TypeVar("Item")

Position = tuple[Scalar, ...]
"""Where a page begins: the sort values of the last entry seen, then its id."""

_PAGING = frozenset({"cursor", "limit"})


class PageQuery(BaseModel, defer_build=True):
    """The query parameters of every list; a list with filters derives its own from this."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    limit: int = Field(default=50, ge=1, le=200, description="How many entries a page has at most.")
    cursor: str | None = Field(
        default=None, max_length=2000, description="`next_cursor` of the page before; the filters must be the same."
    )


class Page(BaseModel, Generic[Item]):
    """One page of a list; `next_cursor` leads to the next one and is null at the end."""

    items: list[Item]
    next_cursor: str | None


class CursorCodec:
    """Writes and reads cursors. `secret` is asked at each use, so that a rotated key needs no restart."""

    def __init__(self, secret: Callable[[], bytes]) -> None:
        self._secret = secret

    def write(self, principal: Principal, route: str, query: PageQuery, position: Position) -> str:
        """The cursor that leads `principal` to what follows `position` of the list at `route` under these filters."""
        cursor: str = self._serializer(principal, route, query).dumps([_packed(value) for value in position])
        return cursor

    def read(self, principal: Principal, route: str, query: PageQuery) -> Position | None:
        """Where the page begins; None without a cursor. Raises InvalidInputError at /query/cursor for any cursor that
        was not written for this workspace, route and filter.
        """
        if query.cursor is None:
            return None
        try:
            packed = self._serializer(principal, route, query).loads(query.cursor)
        except BadData as error:
            raise InvalidInputError.at(
                "/query/cursor",
                "Este cursor no es de esta lista con estos filtros.",
                "This cursor is not of this list with these filters.",
            ) from error
        return tuple(_unpacked(value) for value in packed)

    def _serializer(self, principal: Principal, route: str, query: PageQuery) -> URLSafeSerializer:
        filters = query.model_dump(mode="json", by_alias=True, exclude=set(_PAGING))
        scope = json.dumps([principal.workspace_id, route, filters], sort_keys=True)
        signing = {"key_derivation": "hmac", "digest_method": hashlib.sha256}
        return URLSafeSerializer(self._secret(), salt=b"cursor:" + scope.encode(), signer_kwargs=signing)


def _packed(value: Scalar) -> Any:
    return {"at": value.astimezone(UTC).isoformat()} if isinstance(value, datetime) else value


def _unpacked(value: Any) -> Scalar:
    return datetime.fromisoformat(value["at"]) if isinstance(value, dict) else value
