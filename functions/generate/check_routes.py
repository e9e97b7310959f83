"""The gate as a service, for texts that somebody else wrote."""

from shared.api.app import Api
from shared.api.language import interface_language
from shared.api.text_check_view import TextCheckView
from shared.bootstrap import Services
from shared.domain.generation import TextCheckRequest
from shared.domain.principal import Permission, Principal


def add_checks(api: Api, services: Services) -> None:
    """Add the route of checks."""

    @api.post("/v1/checks", permission=Permission.CHECK_TEXT, answers={200: TextCheckView}, tag="generations")
    def create_check(principal: Principal, body: TextCheckRequest) -> TextCheckView:
        """Check a text that somebody else wrote; nothing is stored and no model is called."""
        return TextCheckView.of(services.check_text(principal, body), interface_language())
