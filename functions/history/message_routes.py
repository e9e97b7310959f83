"""Messages: finding them, and what people do with them until and after they are sent."""

from collections.abc import Callable, Sequence

from functions.history.allowance_routes import AllowanceView
from functions.history.bodies import (
    AnsweredMessage,
    ChosenMessages,
    ManyAnswers,
    ManyApprovals,
    ManyAssignments,
    ManyRejections,
    ManySendings,
    ManySent,
    MessagePage,
    MessagePath,
    MessageQuery,
    NotedOutcome,
    OutcomeList,
    OutcomeView,
)
from shared.api.app import Answer, Api
from shared.api.entity_tag import etag
from shared.api.language import interface_language
from shared.api.message_view import MessageView
from shared.api.text_check_view import TextCheckView
from shared.bootstrap import Services
from shared.domain.idempotency import Claim
from shared.domain.message import Message
from shared.domain.outcome import Outcome, OutcomeKind
from shared.domain.principal import Permission, Principal
from shared.services.approve_message import ApprovalRequest
from shared.services.approve_messages import Answered
from shared.services.change_messages import sendable
from shared.services.edit_message import MessageEdit
from shared.services.list_messages import MessageSelection
from shared.services.record_outcome import NewOutcome
from shared.services.reject_message import RejectionRequest


def add_finding(api: Api, services: Services) -> None:
    """Add the routes that find messages."""

    @api.get("/v1/messages", permission=Permission.READ_MESSAGES, answers={200: MessagePage}, tag="messages")
    def list_messages(principal: Principal, query: MessageQuery) -> MessagePage:
        """Messages, newest first."""
        position = api.position(principal, query)
        found = services.list_messages(principal, query.selection, position, query.limit)
        views = [MessageView.of(message, interface_language()) for message in found.items]
        page = api.page(principal, query, views, found.next_position)
        return MessagePage(items=page.items, next_cursor=page.next_cursor, truncated=found.truncated)

    @api.get("/v1/messages/<id>", permission=Permission.READ_MESSAGES, answers={200: MessageView}, tag="messages")
    def get_message(principal: Principal, path: MessagePath) -> Answer:
        """One message with its facts, claims and checks."""
        return _shown(services.list_messages.one(principal, path.id))


def add_changing(api: Api, services: Services) -> None:
    """Add the routes that change one message."""

    @api.patch("/v1/messages/<id>", permission=Permission.EDIT_MESSAGES, answers={200: MessageView}, tag="messages")
    def edit_message(principal: Principal, path: MessagePath, body: MessageEdit, if_match: str | None) -> Answer:
        """Change the text of a message; the checks run again.

        If-Match names the fingerprint of the text that was seen. What was approved must be approved again.
        """
        return _shown(services.edit_message(principal, path.id, body, if_match))

    @api.post("/v1/messages/<id>/check", permission=Permission.CHECK_TEXT, answers={200: TextCheckView}, tag="messages")
    def check_edit(principal: Principal, path: MessagePath, body: MessageEdit) -> TextCheckView:
        """What the gate would say to another text of this message; nothing is kept."""
        return TextCheckView.of(services.check_edit(principal, path.id, body), interface_language())

    @api.post(
        "/v1/messages/<id>/approve", permission=Permission.EDIT_MESSAGES, answers={200: MessageView}, tag="messages"
    )
    def approve_message(principal: Principal, path: MessagePath, body: ApprovalRequest) -> Answer:
        """Approve exactly the text that was seen; with a reason where checks block it."""
        return _shown(services.approve_message(principal, path.id, body))

    @api.post(
        "/v1/messages/<id>/reject", permission=Permission.EDIT_MESSAGES, answers={200: MessageView}, tag="messages"
    )
    def reject_message(principal: Principal, path: MessagePath, body: RejectionRequest) -> Answer:
        """Give up a message that was not sent."""
        return _shown(services.reject_message(principal, path.id, body))


def add_changing_many(api: Api, services: Services) -> None:
    """Add the routes that change many messages."""

    @api.post("/v1/messages/approve", permission=Permission.EDIT_MESSAGES, answers={200: ManyAnswers}, tag="messages")
    def approve_messages(principal: Principal, body: ManyApprovals) -> ManyAnswers:
        """Approve those that are ready, by name or by filter; warnings do not prevent it."""
        if body.items is not None:
            return _answers(services.approve_messages.named(principal, body.items))
        assert body.filter is not None  # noqa: S101  the body has one of the two
        answered, truncated = services.approve_messages.selected(principal, body.filter.selection)
        return _answers(answered, truncated=truncated)

    @api.post("/v1/messages/assign", permission=Permission.EDIT_MESSAGES, answers={200: ManyAnswers}, tag="messages")
    def assign_messages(principal: Principal, body: ManyAssignments) -> ManyAnswers:
        """Give messages to somebody to look after, or to nobody."""
        ids, truncated = _chosen(services, principal, body)
        return _answers(services.assign_messages(principal, ids, body.assignee), truncated=truncated)

    @api.post("/v1/messages/reject", permission=Permission.EDIT_MESSAGES, answers={200: ManyAnswers}, tag="messages")
    def reject_messages(principal: Principal, body: ManyRejections) -> ManyAnswers:
        """Give up messages that were not sent."""
        ids, truncated = _chosen(services, principal, body)
        request = RejectionRequest(reason=body.reason)
        return _answers(services.change_messages.reject(principal, ids, request), truncated=truncated)

    @api.post("/v1/messages/mark-sent", permission=Permission.EDIT_MESSAGES, answers={200: ManySent}, tag="messages")
    def mark_messages_sent(principal: Principal, body: ManySendings) -> ManySent:
        """Note of approved messages that a person has sent them; a filter chooses among those that are approved.

        The answer says how many invitations are left to the caller.
        """
        ids, truncated = _chosen(services, principal, body, sendable)
        sent = services.change_messages.mark_sent(principal, ids, body.account, body.occurred_at)
        answers = [AnsweredMessage.of(one) for one in sent]
        left = [AllowanceView.of(one) for one in services.read_allowances(principal)]
        return ManySent(items=answers, truncated=truncated, allowances=left)


def add_outcomes(api: Api, services: Services) -> None:
    """Add the routes of what became of a message."""

    def noted(principal: Principal, outcome: Outcome) -> NotedOutcome:
        is_sending = outcome.kind is OutcomeKind.SENT
        allowances = services.read_allowances(principal) if is_sending else None
        views = None if allowances is None else [AllowanceView.of(one) for one in allowances]
        return NotedOutcome(**outcome.model_dump(), allowances=views)

    def outcome_again(principal: Principal, place: str) -> NotedOutcome:
        message_id, _, outcome_id = place.partition("/")
        return noted(principal, services.list_messages.outcome(principal, message_id, outcome_id))

    @api.get(
        "/v1/messages/<id>/outcomes", permission=Permission.READ_MESSAGES, answers={200: OutcomeList}, tag="messages"
    )
    def list_outcomes(principal: Principal, path: MessagePath) -> OutcomeList:
        """What became of a message, corrections included."""
        found = services.list_messages.outcomes(principal, path.id)
        return OutcomeList(items=[OutcomeView.of(outcome) for outcome in found])

    @api.post(
        "/v1/messages/<id>/outcomes",
        permission=Permission.EDIT_MESSAGES,
        answers={201: NotedOutcome},
        replay=outcome_again,
        tag="messages",
    )
    def create_outcome(principal: Principal, path: MessagePath, body: NewOutcome, claim: Claim) -> Answer:
        """Note what became of a message: that it was sent, then answers and results.

        Nothing is ever changed or removed: `corrects` takes an earlier outcome back. The answer to `sent` says how many
        invitations are left to whoever noted it.
        """
        outcome = services.record_outcome(principal, path.id, body, claim.id)
        return Answer(noted(principal, outcome), 201, remember=f"{path.id}/{outcome.id}")


def _chosen(
    services: Services,
    principal: Principal,
    body: ChosenMessages,
    narrowed: Callable[[MessageSelection], MessageSelection] = lambda selection: selection,
) -> tuple[Sequence[str], bool]:
    """The ids that the body names or its filter chooses, and whether the filter would choose more."""
    if body.ids is not None:
        return body.ids, False
    assert body.filter is not None  # noqa: S101  the body has one of the two
    return services.change_messages.chosen(principal, narrowed(body.filter.selection))


def _shown(message: Message) -> Answer:
    return Answer(MessageView.of(message, interface_language()), headers=etag(message.fingerprint))


def _answers(answered: Sequence[Answered], *, truncated: bool = False) -> ManyAnswers:
    return ManyAnswers(items=[AnsweredMessage.of(one) for one in answered], truncated=truncated)
