"""What is being done now, by whom: the frame in which every write to the store is recorded for the audit log.

The HTTP layer opens an act around each request; the store's writes find it here (`audited_documents.py`), so that no
service can forget to record a change and none has to think of it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import NamedTuple

from shared.domain.documents import Document


class Origin(NamedTuple):
    """Where a request comes from. `agent` is the caller's own word for its program, at most 200 characters."""

    address: str | None = None
    agent: str | None = None
    request_id: str | None = None


class Act(NamedTuple):
    """One thing that somebody does. `action` is the operation's name ("put_role"); `seen` holds what was read on the
    way, by path, so that a change can tell what was there before.
    """

    actor_id: str
    actor_kind: str
    action: str
    origin: Origin = Origin()
    seen: dict[str, Document] | None = None


_current: ContextVar[Act | None] = ContextVar("act", default=None)


def current_act() -> Act | None:
    """The act in whose course this is called; None for what nobody asked for, such as the clock's own work."""
    return _current.get()


@contextmanager
def acting(act: Act | None) -> Iterator[None]:
    """Everything inside is done in the course of `act`; with None, of nobody's."""
    token = _current.set(None if act is None else act._replace(seen={}))
    try:
        yield
    finally:
        _current.reset(token)
