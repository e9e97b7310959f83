"""Saved texts of a workspace, newest first."""

from collections.abc import Mapping

from shared.domain.documents import IndexedValue
from shared.domain.template import Template, TemplateFilter
from shared.repositories.aggregate import Aggregate, Position, Slice, newest_first


class Templates(Aggregate[Template]):
    """`workspaces/{w}/templates/{id}`."""

    collection = "templates"
    model = Template
    indexes = newest_first("templates", "format", "language")

    def _indexed(self, entry: Template, /) -> Mapping[str, IndexedValue]:
        return {"format": entry.format.value, "language": entry.language.value, "created_at": entry.created_at}

    def newest(self, filter_: TemplateFilter, after: Position | None, limit: int) -> Slice[Template]:
        """A page of the templates that pass the filter, newest first."""
        return self.page(filter_.as_filters(), after, limit)
