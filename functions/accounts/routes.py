"""Who may do what: so far, what a workspace has decided for itself."""

from shared.api.app import Api
from shared.bootstrap import Services
from shared.domain.principal import Permission, Principal
from shared.domain.workspace import SettingsChange, WorkspaceSettings


def add_routes(api: Api, services: Services) -> None:
    """Add the routes of the function `accounts`."""

    @api.get("/v1/settings", permission=Permission.READ_SETTINGS, answers={200: WorkspaceSettings}, tag="settings")
    def get_settings(principal: Principal) -> WorkspaceSettings:
        """What the workspace has decided for itself."""
        return services.read_settings(principal)

    @api.patch("/v1/settings", permission=Permission.EDIT_SETTINGS, answers={200: WorkspaceSettings}, tag="settings")
    def change_settings(principal: Principal, body: SettingsChange) -> WorkspaceSettings:
        """Change the settings that are named; the others stay."""
        return services.change_settings(principal, body)
