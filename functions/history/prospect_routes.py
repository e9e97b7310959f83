"""People that were written to or imported."""

from typing import Self

from pydantic import BaseModel

from functions.history.bodies import OutcomeView, ProspectQuery, ProspectView
from functions.history.suppression_routes import SuppressionView
from shared.api.app import Api
from shared.api.language import interface_language
from shared.api.message_view import MessageView
from shared.api.pagination import Page
from shared.bootstrap import Services
from shared.domain.generation import Id
from shared.domain.principal import Permission, Principal
from shared.services.read_person import Person


class ProspectPath(BaseModel):
    """Names one person."""

    id: Id


class PersonView(BaseModel):
    """All that the workspace knows of one person: what was last seen of them, every message with its facts, what became
    of each, and whether they are on the suppression list.
    """

    prospect: ProspectView
    messages: list[MessageView]
    outcomes: list[OutcomeView]
    suppressions: list[SuppressionView]

    @classmethod
    def of(cls, person: Person, interface: str) -> Self:
        """The person as the API shows them, with sentences in the language `interface`."""
        return cls(
            prospect=ProspectView.of(person.prospect),
            messages=[MessageView.of(message, interface) for message in person.messages],
            outcomes=[OutcomeView.of(outcome) for outcome in person.outcomes],
            suppressions=[SuppressionView.of(entry) for entry in person.suppressions],
        )


def add_prospects(api: Api, services: Services) -> None:
    """Add the routes of people."""

    @api.get("/v1/prospects", permission=Permission.READ_PROSPECTS, answers={200: Page[ProspectView]}, tag="prospects")
    def list_prospects(principal: Principal, query: ProspectQuery) -> Page[ProspectView]:
        """People that were written to or imported, newest first."""
        position = api.position(principal, query)
        found = services.list_prospects(principal, query.role, position, query.limit)
        return api.page(principal, query, [ProspectView.of(stored) for stored in found.items], found.next_position)

    @api.get("/v1/prospects/<id>", permission=Permission.READ_PROSPECTS, answers={200: PersonView}, tag="prospects")
    def get_prospect(principal: Principal, path: ProspectPath) -> PersonView:
        """All that is known of one person, for the person who asks for it; the audit log keeps that it was read."""
        return PersonView.of(services.read_person(principal, path.id), interface_language())
