"""What the HTTP layer itself asks of the services behind it."""

from typing import Protocol

from shared.domain.idempotency import Claim, Finished
from shared.domain.principal import Principal


class RequestMemory(Protocol):
    """The memory behind Idempotency-Key. `digest` covers all that must be the same in a repetition."""

    def unguarded(self) -> Claim:
        """The claim of a request without a key."""

    def begin(self, principal: Principal, route: str, key: str, digest: str) -> Claim | Finished:
        """Begin the request, or tell what came of it. Raises InvalidInputError for another digest under the same
        key, ConflictError while the first request is running.
        """

    def finish(self, claim: Claim, resource_id: str, status: int) -> None:
        """Keep what was created."""

    def abandon(self, claim: Claim) -> None:
        """End the lease of a request that failed half-way: the same one may try again, under the same id."""

    def forget(self, claim: Claim) -> None:
        """Forget a request that was refused before it did anything: its key is free for a corrected one."""


class AppServices(Protocol):
    """The part of the services that every function's app needs."""

    @property
    def replay_request(self) -> RequestMemory:
        """The memory behind Idempotency-Key."""

    def authenticate(self, token: str, /) -> Principal:
        """Who brings this bearer token. Raises NotAuthenticatedError."""

    def cursor_secret(self) -> bytes:
        """The key that signs cursors."""

    def check_health(self) -> None:
        """Return if the product can do its work; raise what is wrong if not."""
