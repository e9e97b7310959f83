"""Files of people and pasted texts, before anything is written to anybody."""

from functions.batch.import_views import ImportPath, ImportSummary, ImportText, ImportView, RowView
from shared.api.app import CSV, Answer, Api, Download, UploadedFile
from shared.api.language import interface_language
from shared.api.pagination import Page, PageQuery
from shared.bootstrap import Services
from shared.domain.idempotency import Claim
from shared.domain.imports import MAX_FILE_BYTES, Import
from shared.domain.principal import Permission, Principal
from shared.services.map_import import MappingChoice
from shared.services.open_people import Upload


def add_import_routes(api: Api, services: Services) -> None:
    """Add the routes of imports."""
    _add_whole_imports(api, services)
    _add_contents(api, services)


def _add_whole_imports(api: Api, services: Services) -> None:

    def whole(principal: Principal, import_: Import) -> ImportView:
        return ImportView.whole(import_, services.list_imports.preview(principal, import_), interface_language())

    def view(principal: Principal, id_: str) -> ImportView:
        return whole(principal, services.list_imports.one(principal, id_))

    @api.post(
        "/v1/imports",
        permission=Permission.IMPORT_PROSPECTS,
        answers={201: ImportView},
        tag="imports",
        replay=view,
        max_body_bytes=MAX_FILE_BYTES,
    )
    def create_import(principal: Principal, file: UploadedFile | None, body: ImportText | None, claim: Claim) -> Answer:
        """Read a file of people, or a pasted text, and keep it for 30 days; nothing is written to anybody.

        CSV with any separator and encoding, XLSX, LinkedIn's "Save to PDF", JSON or JSON Lines. At most 50,000 rows
        or 20 MB.
        """
        import_ = services.create_import(principal, _upload(file, body), claim.id)
        return Answer(whole(principal, import_), 201, remember=import_.id)

    @api.get("/v1/imports", permission=Permission.READ_PROSPECTS, answers={200: Page[ImportSummary]}, tag="imports")
    def list_imports(principal: Principal, query: PageQuery) -> Page[ImportSummary]:
        """Imports, newest first; each stays for 30 days."""
        found = services.list_imports(principal, api.position(principal, query), query.limit)
        return api.page(principal, query, [ImportSummary.of(import_) for import_ in found.items], found.next_position)

    @api.get("/v1/imports/<id>", permission=Permission.READ_PROSPECTS, answers={200: ImportView}, tag="imports")
    def get_import(principal: Principal, path: ImportPath) -> ImportView:
        """One import: its mapping, a preview, errors, warnings and counts."""
        return view(principal, path.id)

    @api.put(
        "/v1/imports/<id>/mapping", permission=Permission.IMPORT_PROSPECTS, answers={200: ImportView}, tag="imports"
    )
    def map_import(principal: Principal, path: ImportPath, body: MappingChoice) -> ImportView:
        """Choose other fields for columns; the rows are read anew, without another upload."""
        return whole(principal, services.map_import(principal, path.id, body))


def _add_contents(api: Api, services: Services) -> None:
    @api.get("/v1/imports/<id>/rows", permission=Permission.READ_PROSPECTS, answers={200: Page[RowView]}, tag="imports")
    def list_import_rows(principal: Principal, path: ImportPath, query: PageQuery) -> Page[RowView]:
        """Rows in the order of the file."""
        import_ = services.list_imports.one(principal, path.id)
        found = services.list_imports.rows(principal, import_, api.position(principal, query), query.limit)
        interface = interface_language()
        return api.page(principal, query, [RowView.of(row, interface) for row in found.items], found.next_position)

    @api.get("/v1/imports/<id>/errors.csv", permission=Permission.READ_PROSPECTS, answers={200: CSV}, tag="imports")
    def list_import_errors(principal: Principal, path: ImportPath) -> Download:
        """All errors, as a file to mend the original by."""
        import_ = services.list_imports.one(principal, path.id)
        parts = services.export_import_errors(principal, import_, interface_language())
        return Download(f"errors-{import_.id}.csv", parts)


def _upload(file: UploadedFile | None, body: ImportText | None) -> Upload:
    if file is not None:
        return Upload(file.data, file.filename)
    return Upload(body.text.encode() if body else b"", pasted=True)
