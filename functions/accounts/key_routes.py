"""API keys, and the log of what everybody did."""

from functions.accounts.views import ApiKeyView, AuditFilters, AuditQuery, AuditView, IdPath, RotateBody
from shared.api.app import CSV, Answer, Api, Download
from shared.api.pagination import Page, PageQuery
from shared.bootstrap import Services
from shared.domain.idempotency import Claim
from shared.domain.principal import Permission, Principal
from shared.services.manage_api_keys import NewApiKey


def add_key_routes(api: Api, services: Services) -> None:
    """Add the routes of API keys."""

    def key_again(principal: Principal, id_: str) -> ApiKeyView:
        return ApiKeyView.of(services.manage_api_keys.one(principal, id_))

    @api.get("/v1/api-keys", permission=Permission.MANAGE_KEYS, answers={200: Page[ApiKeyView]}, tag="keys")
    def list_api_keys(principal: Principal, query: PageQuery) -> Page[ApiKeyView]:
        """Keys, newest first, ended ones too."""
        found = services.manage_api_keys.page(principal, api.position(principal, query), query.limit)
        return api.page(principal, query, [ApiKeyView.of(key) for key in found.items], found.next_position)

    @api.post(
        "/v1/api-keys", permission=Permission.MANAGE_KEYS, answers={201: ApiKeyView}, replay=key_again, tag="keys"
    )
    def create_api_key(principal: Principal, body: NewApiKey, claim: Claim) -> Answer:
        """Make a key; its `secret` is in this answer and nowhere else.

        A repetition under the same Idempotency-Key shows the key without it.
        """
        key, secret = services.manage_api_keys.create(principal, body, claim.id)
        return Answer(ApiKeyView.of(key, secret), 201, remember=key.id)

    @api.post(
        "/v1/api-keys/<id>/rotate",
        permission=Permission.MANAGE_KEYS,
        answers={201: ApiKeyView},
        replay=key_again,
        tag="keys",
    )
    def rotate_api_key(principal: Principal, path: IdPath, body: RotateBody, claim: Claim) -> Answer:
        """Make a key with the same rights; the old one holds for a while more."""
        key, secret = services.manage_api_keys.rotate(principal, path.id, body.overlap_seconds, claim.id)
        return Answer(ApiKeyView.of(key, secret), 201, remember=key.id)

    @api.delete("/v1/api-keys/<id>", permission=Permission.MANAGE_KEYS, answers={204: None}, tag="keys")
    def revoke_api_key(principal: Principal, path: IdPath) -> Answer:
        """End a key: it holds nowhere within ten seconds."""
        services.manage_api_keys.revoke(principal, path.id)
        return Answer(None, 204)


def add_audit_routes(api: Api, services: Services) -> None:
    """Add the routes of the audit log."""

    @api.get("/v1/audit", permission=Permission.READ_AUDIT, answers={200: Page[AuditView]}, tag="audit")
    def list_audit(principal: Principal, query: AuditQuery) -> Page[AuditView]:
        """Changes, exports, sign-ins and refusals, newest first."""
        found = services.list_audit(principal, query.selection, api.position(principal, query), query.limit)
        return api.page(principal, query, [AuditView.of(entry) for entry in found.items], found.next_position)

    @api.get("/v1/audit/export.csv", permission=Permission.READ_AUDIT, answers={200: CSV}, tag="audit")
    def export_audit(principal: Principal, query: AuditFilters) -> Download:
        """The same as a file for a spreadsheet, newest first; that it was taken out is an entry too."""
        return Download("audit.csv", services.export_audit(principal, query.selection))
