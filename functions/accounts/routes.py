"""Who may do what: people, workspaces, keys, the audit log, and what a workspace has decided for itself."""

from functions.accounts.key_routes import add_audit_routes, add_key_routes
from functions.accounts.people_routes import add_people_routes
from functions.accounts.views import UsageView
from functions.accounts.webhook_routes import add_webhook_routes
from shared.api.app import Api
from shared.bootstrap import Services
from shared.domain.principal import Permission, Principal
from shared.domain.workspace import SettingsChange, WorkspaceSettings


def add_routes(api: Api, services: Services) -> None:
    """Add the routes of the function `accounts`."""
    add_people_routes(api, services)
    add_key_routes(api, services)
    add_audit_routes(api, services)
    add_webhook_routes(api, services)
    _add_settings(api, services)


def _add_settings(api: Api, services: Services) -> None:
    @api.get("/v1/settings", permission=Permission.READ_SETTINGS, answers={200: WorkspaceSettings}, tag="settings")
    def get_settings(principal: Principal) -> WorkspaceSettings:
        """What the workspace has decided for itself."""
        return services.read_settings(principal)

    @api.get("/v1/usage", permission=Permission.READ_SETTINGS, answers={200: UsageView}, tag="settings")
    def get_usage(principal: Principal) -> UsageView:
        """What is used of the plan in the running month."""
        settings = services.read_settings(principal)
        return UsageView.of(settings.plan, services.reserve_messages.read(principal.workspace_id, settings))

    @api.patch("/v1/settings", permission=Permission.EDIT_SETTINGS, answers={200: WorkspaceSettings}, tag="settings")
    def change_settings(principal: Principal, body: SettingsChange) -> WorkspaceSettings:
        """Change the settings that are named; the others stay."""
        return services.change_settings(principal, body)
