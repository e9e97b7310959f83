"""Messages as files for other tools."""

from datetime import datetime
from typing import Self

from pydantic import BaseModel, ConfigDict

from functions.history.bodies import MessageFilterBody
from shared.api.app import CSV, Answer, Api, Download
from shared.api.downloads import MediaType
from shared.bootstrap import Services
from shared.domain.export import Export, ExportFormat, ExportLayout
from shared.domain.generation import Id
from shared.domain.idempotency import Claim
from shared.domain.principal import Permission, Principal

JSON_LINES = MediaType("application/x-ndjson")


class NewExport(BaseModel):
    """What to take out: messages that pass the filter, as CSV in a tool's columns or as JSON Lines with everything.

    The layouts `linkedin` and `mail` are for tools that send: they hold approved messages alone, of the tool's formats,
    to people who are not on the suppression list.
    """

    model_config = ConfigDict(extra="forbid")

    format: ExportFormat = ExportFormat.CSV
    layout: ExportLayout = ExportLayout.FULL
    filter: MessageFilterBody = MessageFilterBody()


class ExportView(BaseModel):
    """A file to fetch at `url`: once, until `expires_at`, with the credential that asked for it."""

    id: str
    format: ExportFormat
    layout: ExportLayout
    url: str
    expires_at: datetime

    @classmethod
    def of(cls, export: Export) -> Self:
        """The export as the API shows it."""
        url = f"/v1/exports/{export.id}/messages.{export.format.value}"
        return cls(id=export.id, format=export.format, layout=export.layout, url=url, expires_at=export.expires_at)


class ExportPath(BaseModel):
    """Names one export."""

    id: Id


def add_exports(api: Api, services: Services) -> None:
    """Add the routes of exports."""

    def export_again(principal: Principal, id_: str) -> ExportView:
        return ExportView.of(services.export_messages.one(principal, id_))

    @api.post(
        "/v1/exports",
        permission=Permission.EXPORT_MESSAGES,
        answers={201: ExportView},
        replay=export_again,
        tag="exports",
    )
    def create_export(principal: Principal, body: NewExport, claim: Claim) -> Answer:
        """Ask for messages as a file; its address is valid once, for 5 minutes, for whoever asked."""
        selection = body.filter.selection
        export = services.export_messages.ask(principal, selection, body.format, body.layout, claim.id)
        return Answer(ExportView.of(export), 201, remember=export.id)

    @api.get("/v1/exports/<id>/messages.csv", permission=Permission.EXPORT_MESSAGES, answers={200: CSV}, tag="exports")
    def fetch_csv(principal: Principal, path: ExportPath) -> Download:
        """The file that was asked for, as CSV with a byte order mark; cells that would run as formulas are harmless."""
        return Download("messages.csv", services.export_messages.fetch(principal, path.id, ExportFormat.CSV))

    @api.get(
        "/v1/exports/<id>/messages.jsonl",
        permission=Permission.EXPORT_MESSAGES,
        answers={200: JSON_LINES},
        tag="exports",
    )
    def fetch_json_lines(principal: Principal, path: ExportPath) -> Download:
        """The file that was asked for, a message a line."""
        return Download("messages.jsonl", services.export_messages.fetch(principal, path.id, ExportFormat.JSONL))
