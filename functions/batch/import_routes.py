"""Files of people and pasted texts, before anything is written to anybody."""

from functions.batch.import_views import ImportPath, ImportSummary, ImportView, RowView
from shared.api.app import Api
from shared.api.language import interface_language
from shared.api.pagination import Page, PageQuery
from shared.bootstrap import Services
from shared.domain.principal import Permission, Principal


def add_import_routes(api: Api, services: Services) -> None:
    """Add the routes of imports."""

    @api.get("/v1/imports", permission=Permission.READ_PROSPECTS, answers={200: Page[ImportSummary]}, tag="imports")
    def list_imports(principal: Principal, query: PageQuery) -> Page[ImportSummary]:
        """Imports, newest first; each stays for 30 days."""
        found = services.list_imports(principal, api.position(principal, query), query.limit)
        return api.page(principal, query, [ImportSummary.of(import_) for import_ in found.items], found.next_position)

    @api.get("/v1/imports/<id>", permission=Permission.READ_PROSPECTS, answers={200: ImportView}, tag="imports")
    def get_import(principal: Principal, path: ImportPath) -> ImportView:
        """One import: its mapping, a preview, errors, warnings and counts."""
        import_ = services.list_imports.one(principal, path.id)
        return ImportView.whole(import_, services.list_imports.preview(principal, import_), interface_language())

    @api.get("/v1/imports/<id>/rows", permission=Permission.READ_PROSPECTS, answers={200: Page[RowView]}, tag="imports")
    def list_import_rows(principal: Principal, path: ImportPath, query: PageQuery) -> Page[RowView]:
        """Rows in the order of the file."""
        import_ = services.list_imports.one(principal, path.id)
        found = services.list_imports.rows(principal, import_, api.position(principal, query), query.limit)
        interface = interface_language()
        return api.page(principal, query, [RowView.of(row, interface) for row in found.items], found.next_position)
