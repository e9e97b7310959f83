"""Give messages to somebody to look after, or to nobody."""

from collections.abc import Sequence
from functools import partial

from shared.domain.errors import InvalidInputError
from shared.domain.member import MemberState
from shared.domain.message import Message
from shared.domain.principal import Principal
from shared.ports import Clock
from shared.repositories.store import Store
from shared.services.approve_messages import Answered
from shared.services.change_message import Changed, ChangeMessage
from shared.services.change_messages import answers


class AssignMessages:
    """POST /v1/messages/assign."""

    def __init__(self, store: Store, change: ChangeMessage, clock: Clock) -> None:
        self._store = store
        self._change = change
        self._clock = clock

    def __call__(self, principal: Principal, message_ids: Sequence[str], assignee: str | None) -> list[Answered]:
        """One answer for each message, in their order. What was sent can be assigned too: answers are looked after.

        Raises InvalidInputError at /assignee for somebody who is no member of the workspace.
        """
        self._require_member(principal, assignee)
        return answers(message_ids, lambda id_: self._change(principal, id_, partial(self._assigned, assignee)))

    def _require_member(self, principal: Principal, assignee: str | None) -> None:
        if assignee is None:
            return
        member = self._store.of(principal.workspace_id).members.find(assignee)
        if member is None or member.state is not MemberState.ACTIVE:
            raise InvalidInputError.at(
                "/assignee", "Nadie del espacio tiene este identificador.", "No member of the workspace has this id."
            )

    def _assigned(self, assignee: str | None, message: Message) -> Changed | None:
        if message.assignee == assignee:
            return None
        return Changed(message.model_copy(update={"assignee": assignee, "updated_at": self._clock.now()}))
