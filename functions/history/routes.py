"""What has been written, and to whom: messages and prospects."""

from datetime import date, datetime
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from shared.api.app import Api
from shared.api.language import interface_language
from shared.api.message_view import MessageView
from shared.api.pagination import Page, PageQuery
from shared.bootstrap import Services
from shared.domain.generation import Id
from shared.domain.language import Format, Language
from shared.domain.message import MessageStatus
from shared.domain.principal import Permission, Principal
from shared.domain.prospect import Prospect, StoredProspect
from shared.domain.role import RoleKey
from shared.services.list_messages import MessageSelection

Day = Annotated[date, Field(ge=date(2000, 1, 1), le=date(9000, 1, 1))]


class MessageQuery(PageQuery):
    """Filters of the history; each left out means any. Days are the workspace's, both included."""

    role: RoleKey | None = None
    format: Format | None = None
    status: MessageStatus | None = None
    language: Language | None = None
    from_: Day | None = Field(default=None, alias="from")
    to: Day | None = None

    @property
    def selection(self) -> MessageSelection:
        """The same as the service takes it."""
        return MessageSelection(
            role=self.role,
            format=self.format,
            status=self.status,
            language=self.language,
            first_day=self.from_,
            last_day=self.to,
        )


class MessagePath(BaseModel):
    """Names one message."""

    id: Id


class ProspectQuery(PageQuery):
    """Filters of the prospects; each left out means any."""

    role: RoleKey | None = None


class ProspectView(Prospect):
    """A person as the workspace knows them: the fields of a prospect, and where they stand."""

    model_config = ConfigDict(extra="forbid")

    id: str
    role: str | None
    assignee: str | None
    created_at: datetime
    updated_at: datetime

    @classmethod
    def of(cls, stored: StoredProspect) -> "ProspectView":
        """The stored person in one flat object."""
        known = {name: getattr(stored.prospect, name) for name in Prospect.model_fields}
        return cls.model_construct(
            **known,
            id=stored.id,
            role=stored.role,
            assignee=stored.assignee,
            created_at=stored.created_at,
            updated_at=stored.updated_at,
        )


def add_routes(api: Api, services: Services) -> None:
    """Add the routes of the function `history`."""

    @api.get("/v1/messages", permission=Permission.READ_MESSAGES, answers={200: Page[MessageView]}, tag="messages")
    def list_messages(principal: Principal, query: MessageQuery) -> Page[MessageView]:
        """Messages, newest first."""
        position = api.position(principal, query)
        found = services.list_messages(principal, query.selection, position, query.limit)
        interface = interface_language()
        views = [MessageView.of(message, interface) for message in found.items]
        return api.page(principal, query, views, found.next_position)

    @api.get("/v1/messages/<id>", permission=Permission.READ_MESSAGES, answers={200: MessageView}, tag="messages")
    def get_message(principal: Principal, path: MessagePath) -> MessageView:
        """One message with its facts, claims and checks."""
        return MessageView.of(services.list_messages.one(principal, path.id), interface_language())

    @api.get("/v1/prospects", permission=Permission.READ_PROSPECTS, answers={200: Page[ProspectView]}, tag="prospects")
    def list_prospects(principal: Principal, query: ProspectQuery) -> Page[ProspectView]:
        """People that were written to or imported, newest first."""
        position = api.position(principal, query)
        found = services.list_prospects(principal, query.role, position, query.limit)
        return api.page(principal, query, [ProspectView.of(stored) for stored in found.items], found.next_position)
