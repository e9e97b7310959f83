"""What the HTTP layer itself asks of the services behind it."""

from typing import Protocol

from shared.domain.act import Act, Origin
from shared.domain.http_policy import HttpPolicy
from shared.domain.idempotency import Claim, Finished
from shared.domain.principal import Caller, Principal
from shared.services.limit_requests import RequestAllowance


class RequestMemory(Protocol):
    """The memory behind Idempotency-Key. `digest` covers all that must be the same in a repetition."""

    def unguarded(self) -> Claim:
        """The claim of a request without a key."""

    def begin(self, caller: Caller, route: str, key: str, digest: str) -> Claim | Finished:
        """Begin the request, or tell what came of it. Raises InvalidInputError for another digest under the same
        key, ConflictError while the first request is running.
        """

    def finish(self, claim: Claim, resource_id: str, status: int) -> None:
        """Keep what was created."""

    def abandon(self, claim: Claim) -> None:
        """End the lease of a request that failed half-way: the same one may try again, under the same id."""

    def forget(self, claim: Claim) -> None:
        """Forget a request that was refused before it did anything: its key is free for a corrected one."""


class RefusalLog(Protocol):
    """Keeps refusals."""

    def refusal(self, principal: Principal, act: Act, /) -> None:
        """Keep that the caller may not do this."""


class RequestLimit(Protocol):
    """Counts requests."""

    def __call__(self, caller: Caller, /) -> RequestAllowance:
        """Count one request, and tell what is left."""

    def require(self, allowance: RequestAllowance, /) -> None:
        """Raise QuotaExceededError if that request was one too many."""


class AppServices(Protocol):
    """The part of the services that every function's app needs."""

    @property
    def replay_request(self) -> RequestMemory:
        """The memory behind Idempotency-Key."""

    @property
    def http_policy(self) -> HttpPolicy:
        """What the deployment decides about HTTP."""

    @property
    def limit_requests(self) -> RequestLimit:
        """How many requests one caller may send."""

    def authenticate(self, token: str, workspace_id: str | None, origin: Origin, /) -> Principal:
        """Who brings this bearer token, in the workspace that they name. Raises NotAuthenticatedError,
        NotPermittedError, InvalidInputError.
        """

    def identify(self, token: str, /) -> Caller:
        """Who brings this bearer token, whatever workspace they are in. Raises NotAuthenticatedError."""

    @property
    def record_audit(self) -> RefusalLog:
        """The audit log, for what no write shows."""

    def admit_task(self, token: str, path: str, /) -> None:
        """Return if the token is the queue's or the clock's. Raises NotAuthenticatedError or NotPermittedError."""

    def cursor_secret(self) -> bytes:
        """The key that signs cursors."""

    def check_health(self) -> None:
        """Return if the product can do its work; raise what is wrong if not."""
