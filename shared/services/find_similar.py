"""Find the messages that a text could be a near-duplicate of, without comparing it with everything."""

from typing import NamedTuple

from shared.domain.message import ComparedMessage, Draft, MessageStatus
from shared.domain.message_words import company_key
from shared.gate.checks import near_duplicate
from shared.gate.context import GateContext, Neighbour
from shared.gate.likeness import asked_keys, own_shingles
from shared.gate.reading import body_of
from shared.repositories.messages import Messages
from shared.repositories.store import Store

IN_BATCH = 10
TO_COMPANY = 5
"""How many messages are read at most, of the batch and to the company."""


class Place(NamedTuple):
    """Where a text belongs: its batch, and the messages that it is or takes the place of."""

    batch_id: str | None = None
    not_these: tuple[str | None, ...] = ()


class Similar(NamedTuple):
    """The messages that a text could be like, and the key that its own message is kept by in its batch."""

    neighbours: tuple[Neighbour, ...] = ()
    near_key: str | None = None


class FindSimilar:
    """At most two queries for a text: messages of its batch with a key in common, and the last to the same company."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def __call__(self, workspace_id: str, draft: Draft, context: GateContext, place: Place) -> Similar:
        """The messages that could be like the draft, those of the batch first; nothing where nobody wants the check."""
        if near_duplicate.NAME in context.switched_off:
            return Similar()
        messages = self._store.of(workspace_id).messages
        keys = _keys(draft, context) if place.batch_id is not None else ()
        of_batch = messages.near_in_batch(place.batch_id, keys, IN_BATCH) if place.batch_id and keys else []
        found = [*of_batch, *_to_company(messages, context)]
        counted = {one.id: one for one in found if one.id not in place.not_these and _counts(one, context)}
        return Similar(tuple(_neighbour(one, place) for one in counted.values()), keys[0] if keys else None)


def _keys(draft: Draft, context: GateContext) -> tuple[str, ...]:
    return asked_keys(own_shingles(body_of(draft), context.facts, context.ours))


def _to_company(messages: Messages, context: GateContext) -> list[ComparedMessage]:
    key = company_key(context.prospect.company)
    return [] if key is None else messages.latest_to_company(key, TO_COMPANY)


def _counts(message: ComparedMessage, context: GateContext) -> bool:
    """A rejected message is as good as unwritten, and so is another draft to the same person."""
    if message.status is MessageStatus.REJECTED:
        return False
    is_same_person = (message.prospect.full_name, company_key(message.prospect.company)) == (
        context.prospect.full_name,
        company_key(context.prospect.company),
    )
    return not is_same_person or message.status is MessageStatus.SENT


def _neighbour(message: ComparedMessage, place: Place) -> Neighbour:
    in_batch = place.batch_id is not None and message.batch_id == place.batch_id
    return Neighbour(message.id, message.body, message.facts, in_batch)
