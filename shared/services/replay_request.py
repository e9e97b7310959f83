"""Remember what was asked under an Idempotency-Key, so that a repetition answers instead of doing it twice."""

from datetime import timedelta

from shared.domain.documents import Operation
from shared.domain.errors import ConflictError, InvalidInputError, Sentence, UnknownOutcomeError, WriteConflictError
from shared.domain.idempotency import Claim, Finished
from shared.domain.ids import derived_id
from shared.domain.principal import Caller
from shared.ports import Clock, Ids
from shared.repositories.idempotency import RememberedRequest, RememberedRequests
from shared.repositories.store import Store

LIFETIME = timedelta(hours=24)

_RUNNING = Sentence(
    "Una petición con esta Idempotency-Key sigue en curso.", "A request with this Idempotency-Key is still running."
)


class ReplayRequest:
    """The memory behind Idempotency-Key (api.md). `lease_seconds` is how long a silent request counts as running."""

    def __init__(self, store: Store, clock: Clock, ids: Ids, lease_seconds: float) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids
        self._lease = timedelta(seconds=lease_seconds)

    def unguarded(self) -> Claim:
        """The claim of a request that brought no key."""
        return Claim(id=self._ids.new())

    def begin(self, caller: Caller, route: str, key: str, digest: str) -> Claim | Finished:
        """Begin the request, or tell what came of it. `digest` covers all that must be the same in a repetition.

        Keys belong to the caller and the route. Raises InvalidInputError for a key that was used with another
        request, and ConflictError, with a time to come back, while the first one is running.
        """
        record_id = derived_id("idempotency", caller.id, route, key)
        requests = self._store.of(caller.workspace_id).remembered_requests
        found = requests.find_versioned(record_id)
        now = self._clock.now()
        if found is not None and found[0].expires_at > now:
            remembered, version = found
            if remembered.digest != digest:
                raise InvalidInputError.at(
                    "/headers/Idempotency-Key",
                    "Esta clave ya se usó con otra petición.",
                    "This key was used with another request.",
                )
            if remembered.resource_id is not None and remembered.status is not None:
                return Finished(remembered.resource_id, remembered.status)
            if remembered.lease_until > now:
                raise ConflictError(_RUNNING, retry_after_seconds=_seconds(remembered.lease_until - now))
            begun = self._begin(requests, record_id, self._running(remembered), version)
            return Claim(remembered.made_id, caller.workspace_id, record_id, begun)
        fresh = self._running(
            RememberedRequest(digest=digest, made_id=self._ids.new(), lease_until=now, expires_at=now)
        )
        begun = self._begin(requests, record_id, fresh, None if found is None else found[1])
        return Claim(fresh.made_id, caller.workspace_id, record_id, begun)

    def finish(self, claim: Claim, resource_id: str, status: int) -> None:
        """Keep what was created. If this is lost, a repetition meets what was created by its id."""
        found = self._remembered(claim)
        if found is None:
            return
        requests, record_id, remembered, version = found
        done = remembered.model_copy(update={"resource_id": resource_id, "status": status})
        self._commit_if_unchanged(requests.change(record_id, done, version))

    def abandon(self, claim: Claim) -> None:
        """End the lease of a request that failed: the same request may try again at once, under the same id."""
        found = self._remembered(claim)
        if found is None:
            return
        requests, record_id, remembered, version = found
        over = remembered.model_copy(update={"lease_until": self._clock.now()})
        self._commit_if_unchanged(requests.change(record_id, over, version))

    def forget(self, claim: Claim) -> None:
        """Forget a request that was refused before it did anything: its key is free for a corrected one."""
        found = self._remembered(claim)
        if found is not None:
            requests, record_id, _, version = found
            self._commit_if_unchanged(requests.deletion(record_id, version))

    def _running(self, entry: RememberedRequest) -> RememberedRequest:
        now = self._clock.now()
        return entry.model_copy(update={"lease_until": now + self._lease, "expires_at": now + LIFETIME})

    def _begin(
        self, requests: RememberedRequests, record_id: str, entry: RememberedRequest, version: str | None
    ) -> str:
        """The version of the record that says who runs the request now."""
        created = requests.creation(record_id, entry)
        operation = created if version is None else requests.change(record_id, entry, version)
        try:
            return self._store.documents.write([operation])
        except WriteConflictError as error:
            raise ConflictError(_RUNNING, retry_after_seconds=1) from error
        except UnknownOutcomeError:
            found = requests.find_versioned(record_id)
            if found is None or found[0] != entry:
                raise
            return found[1]

    def _remembered(self, claim: Claim) -> tuple[RememberedRequests, str, RememberedRequest, str] | None:
        if claim.workspace_id is None or claim.record_id is None:
            return None
        requests = self._store.of(claim.workspace_id).remembered_requests
        found = requests.find_versioned(claim.record_id)
        if found is None or found[1] != claim.version:
            return None  # another instance took the request over after its lease: its word stands
        return requests, claim.record_id, *found

    def _commit_if_unchanged(self, operation: Operation) -> None:
        """Another instance may take the request over in this very moment: then its word stands."""
        try:
            self._store.documents.write([operation])
        except WriteConflictError:
            return


def _seconds(duration: timedelta) -> int:
    return max(1, round(duration.total_seconds()))
