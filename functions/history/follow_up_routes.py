"""Whom to write to again."""

from datetime import date, datetime
from typing import Self

from pydantic import BaseModel

from functions.history.bodies import Day, MemberId, MessagePath
from shared.api.app import Api
from shared.api.language import interface_language
from shared.api.message_view import MessageView
from shared.api.pagination import Page, PageQuery
from shared.bootstrap import Services
from shared.domain.follow_up import DueFollowUp
from shared.domain.language import Format
from shared.domain.principal import Permission, Principal
from shared.domain.role import RoleKey
from shared.services.change_follow_up import FollowUpChange
from shared.services.list_follow_ups import FollowUpSelection


class FollowUpQuery(PageQuery):
    """Filters of the follow-ups; each left out means any. `format` is that of the follow-up, `until` the day by which
    it is due, the workspace's today if it is left out.
    """

    role: RoleKey | None = None
    format: Format | None = None
    assignee: MemberId | None = None
    author: MemberId | None = None
    until: Day | None = None

    @property
    def selection(self) -> FollowUpSelection:
        """The same as the service takes it."""
        return FollowUpSelection(self.role, self.format, self.assignee, self.author, self.until)


class FollowUpView(BaseModel):
    """A follow-up that is due, not written yet: POST /v1/generations with `follows` and `format` writes it.

    `follows` is the id of the message that it would follow, which `message` is as a whole. `number` counts the thread's
    follow-ups from 1; `is_last` says that the settings allow none after it. `due_on` is the day from which it is due.
    """

    follows: str
    format: Format
    number: int
    is_last: bool
    due_on: date
    sent_at: datetime
    message: MessageView

    @classmethod
    def of(cls, due: DueFollowUp, interface: str) -> Self:
        """The follow-up with its sentences in the language `interface`."""
        sent_at = due.message.milestones.sent_at
        assert sent_at is not None  # noqa: S101  only what was sent waits
        return cls(
            follows=due.message.id,
            format=due.format,
            number=due.number,
            is_last=due.is_last,
            due_on=due.due_on,
            sent_at=sent_at,
            message=MessageView.of(due.message, interface),
        )


def add_follow_ups(api: Api, services: Services) -> None:
    """Add the routes of follow-ups."""

    @api.get("/v1/follow-ups", permission=Permission.READ_MESSAGES, answers={200: Page[FollowUpView]}, tag="follow-ups")
    def list_follow_ups(principal: Principal, query: FollowUpQuery) -> Page[FollowUpView]:
        """Messages that nobody answered and that are to be followed up, whoever has waited longest first.

        An agent sees their own and assigned ones. People who answered on any channel, who unsubscribed or who were sent
        another message since are left out.
        """
        found = services.list_follow_ups(principal, query.selection, api.position(principal, query), query.limit)
        views = [FollowUpView.of(due, interface_language()) for due in found.items]
        return api.page(principal, query, views, found.next_position)

    @api.put("/v1/follow-ups/<id>", permission=Permission.EDIT_MESSAGES, answers={200: MessageView}, tag="follow-ups")
    def put_follow_up(principal: Principal, path: MessagePath, body: FollowUpChange) -> MessageView:
        """Put the follow-up of a message off to a day, give it up, or let it come after all; `id` is the message's."""
        return MessageView.of(services.change_follow_up(principal, path.id, body), interface_language())
