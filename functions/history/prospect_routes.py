"""People that were written to or imported."""

from typing import Self

from pydantic import BaseModel

from functions.history.bodies import OutcomeView, ProspectQuery, ProspectView
from functions.history.suppression_routes import SuppressionView
from shared.api.app import Answer, Api, Download
from shared.api.downloads import MediaType
from shared.api.language import interface_language
from shared.api.message_view import MessageView
from shared.api.pagination import Page
from shared.bootstrap import Services
from shared.domain.generation import Id
from shared.domain.principal import Permission, Principal
from shared.services.manage_suppressions import Listed
from shared.services.read_person import Person

JSON = MediaType("application/json")


class ProspectPath(BaseModel):
    """Names one person."""

    id: Id


class PersonView(BaseModel):
    """All that the workspace knows of one person: what was last seen of them, every message with its facts, what became
    of each, and whether they are on the suppression list. `perhaps_same` are other people stored under the same name
    and company, whose addresses do not say that they are somebody else: each is exported and erased by itself.
    """

    prospect: ProspectView
    messages: list[MessageView]
    outcomes: list[OutcomeView]
    suppressions: list[SuppressionView]
    perhaps_same: list[ProspectView]

    @classmethod
    def of(cls, person: Person, interface: str) -> Self:
        """The person as the API shows them, with sentences in the language `interface`."""
        name = person.prospect.prospect.full_name
        return cls(
            prospect=ProspectView.of(person.prospect),
            messages=[MessageView.of(message, interface) for message in person.messages],
            outcomes=[OutcomeView.of(outcome) for outcome in person.outcomes],
            suppressions=[SuppressionView.of(Listed(entry, name)) for entry in person.suppressions],
            perhaps_same=[ProspectView.of(other) for other in person.perhaps_same],
        )


def add_prospects(api: Api, services: Services) -> None:
    """Add the routes of people."""

    @api.get("/v1/prospects", permission=Permission.READ_PROSPECTS, answers={200: Page[ProspectView]}, tag="prospects")
    def list_prospects(principal: Principal, query: ProspectQuery) -> Page[ProspectView]:
        """People that were written to or imported, newest first."""
        position = api.position(principal, query)
        found = services.list_prospects(principal, query.role, position, query.limit, query.q)
        return api.page(principal, query, [ProspectView.of(stored) for stored in found.items], found.next_position)

    @api.get("/v1/prospects/<id>", permission=Permission.READ_PROSPECTS, answers={200: PersonView}, tag="prospects")
    def get_prospect(principal: Principal, path: ProspectPath) -> PersonView:
        """All that is known of one person, for the person who asks for it; the audit log keeps that it was read."""
        return PersonView.of(services.read_person(principal, path.id), interface_language())

    @api.get(
        "/v1/prospects/<id>/export.json",
        permission=Permission.EXPORT_MESSAGES,
        answers={200: JSON},
        tag="prospects",
    )
    def export_prospect(principal: Principal, path: ProspectPath) -> Download:
        """Everything about one person as a file, as it is stored: what an erasure would remove."""
        return Download("person.json", services.export_person(principal, path.id))

    @api.delete(
        "/v1/prospects/<id>",
        permission=Permission.ERASE_PROSPECTS,
        answers={202: None, 204: None},
        tag="prospects",
    )
    def erase_prospect(principal: Principal, path: ProspectPath) -> Answer:
        """Erase a person with every message, outcome and imported row; nothing brings them back.

        They are gone from this moment on; 202 says that their traces are still being taken out. Figures stay as they
        are, and so does a suppression, by a keyed hash. Put the person on the suppression list first if they are never
        to be written to again: nobody knows an erased person when a new file brings them.
        """
        return Answer(None, 204 if services.erase_person(principal, path.id) else 202)
