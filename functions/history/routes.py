"""What has been written, to whom, and what became of it."""

from functions.history.bodies import ProspectQuery, ProspectView
from functions.history.message_routes import add_changing, add_changing_many, add_finding, add_outcomes
from functions.history.metrics_routes import add_metrics
from functions.history.reply_routes import add_replies
from functions.history.suppression_routes import add_suppressions
from shared.api.app import Api
from shared.api.pagination import Page
from shared.bootstrap import Services
from shared.domain.principal import Permission, Principal


def add_routes(api: Api, services: Services) -> None:
    """Add the routes of the function `history`."""
    add_finding(api, services)
    add_changing(api, services)
    add_changing_many(api, services)
    add_outcomes(api, services)
    add_replies(api, services)
    add_metrics(api, services)
    add_suppressions(api, services)
    _add_prospects(api, services)


def _add_prospects(api: Api, services: Services) -> None:
    @api.get("/v1/prospects", permission=Permission.READ_PROSPECTS, answers={200: Page[ProspectView]}, tag="prospects")
    def list_prospects(principal: Principal, query: ProspectQuery) -> Page[ProspectView]:
        """People that were written to or imported, newest first."""
        position = api.position(principal, query)
        found = services.list_prospects(principal, query.role, position, query.limit)
        return api.page(principal, query, [ProspectView.of(stored) for stored in found.items], found.next_position)
