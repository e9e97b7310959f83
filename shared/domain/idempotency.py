"""What the Idempotency-Key protocol speaks of: a request that may begin, and one that has been answered."""

from typing import NamedTuple


class Claim(NamedTuple):
    """A request that may begin.

    `id` is the id that the request must give to what it creates: a repetition after a crash gets the same one, and
    so meets what the first attempt stored. `workspace_id` and `record_id` name the memory of the request and `version`
    what it was when the request began; all are None for a request without a key, which is not remembered.
    """

    id: str
    workspace_id: str | None = None
    record_id: str | None = None
    version: str | None = None


class Finished(NamedTuple):
    """A request that was answered before: what it created, and with which status."""

    resource_id: str
    status: int
