"""Take the audit log out as a file for a spreadsheet."""

import csv
from collections.abc import Iterator, Sequence
from io import StringIO

from shared.domain.audit import AuditEntry
from shared.domain.principal import Principal
from shared.domain.spreadsheet_cell import as_cell
from shared.repositories.aggregate import Position
from shared.services.list_audit import AuditSelection, ListAudit
from shared.services.record_audit import RecordAudit

_A_PAGE = 200
_BOM = "\ufeff"  # without it Excel takes UTF-8 for Windows letters
_COLUMNS = "created_at actor actor_kind action outcome targets target_count address agent request_id".split()


class ExportAudit:
    """GET /v1/audit/export.csv."""

    def __init__(self, list_audit: ListAudit, record_audit: RecordAudit) -> None:
        self._list_audit = list_audit
        self._record_audit = record_audit

    def __call__(self, principal: Principal, selection: AuditSelection) -> Iterator[bytes]:
        """The entries that are chosen, newest first, as CSV with a byte order mark, a page at a time; an entry of its
        own. What was written meanwhile is not in it.
        """
        after: Position | None = None
        page = self._list_audit(principal, selection, after, _A_PAGE)
        self._record_audit.export(principal)
        yield _lines([_COLUMNS], _BOM)
        while True:
            yield _lines([_record(entry) for entry in page.items])
            after = page.next_position
            if after is None:
                return
            page = self._list_audit(principal, selection, after, _A_PAGE)


def _record(entry: AuditEntry) -> list[str]:
    """`targets` as "kind/id change", one behind the other."""
    targets = "; ".join(f"{target.kind}/{target.id} {target.change.value}" for target in entry.targets)
    cells = {**entry.model_dump(mode="json"), "targets": targets}
    return [as_cell("" if cells[name] is None else str(cells[name])) for name in _COLUMNS]


def _lines(records: Sequence[Sequence[str]], start: str = "") -> bytes:
    text = StringIO()
    csv.writer(text).writerows(records)
    return (start + text.getvalue()).encode()
