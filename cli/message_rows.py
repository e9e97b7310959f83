"""Messages as rows of a CSV or lines of JSONL."""

import csv
import json
from collections.abc import Mapping
from typing import Protocol, TextIO

from shared.domain.message import CheckVerdict, Message
from shared.domain.prospect import Prospect
from shared.domain.spreadsheet_cell import as_cell

COLUMNS = (
    "row",
    "full_name",
    "company",
    "status",
    "role",
    "format",
    "language",
    "register",
    "subject",
    "body",
    "characters",
    "limit",
    "rests_on",
    "findings",
    "message_id",
    "problem",
)

Row = Mapping[str, object]


class RowWriter(Protocol):
    """Writes one outcome at a time."""

    def write(self, row: Row) -> None:
        """Write the row, whole, so that an interrupted run leaves only whole rows."""


def message_row(row: int | None, message: Message, interface: str) -> Row:
    """A message's row; sentences in the language `interface`."""
    facts = {fact.id: fact.text for fact in message.facts}
    proven = dict.fromkeys(facts[id_] for claim in message.claims for id_ in claim.facts if id_ in facts)
    findings = [
        f"{check.name}: {check.detail.in_language(interface)}"
        for check in message.checks
        if check.verdict is not CheckVerdict.PASS
    ]
    return {
        "row": row,
        "full_name": message.prospect.full_name,
        "company": message.prospect.company,
        "status": message.status.value,
        "role": message.role.key,
        "format": message.format.value,
        "language": message.language.value,
        "register": message.register_,
        "subject": message.subject,
        "body": message.body,
        "characters": message.characters,
        "limit": message.limit,
        "rests_on": list(proven),
        "findings": findings,
        "message_id": message.id,
        "problem": None,
    }


def row_without_message(row: int, prospect: Prospect, status: str, problem: str) -> Row:
    """The row of somebody to whom no message was written, `failed` or `skipped`, and why."""
    empty: dict[str, object] = dict.fromkeys(COLUMNS)
    known = {"full_name": prospect.full_name, "company": prospect.company}
    return empty | known | {"row": row, "status": status, "problem": problem}


class CsvRows:
    """CSV for spreadsheets; cells that would run as a formula there begin with an apostrophe."""

    def __init__(self, file: TextIO) -> None:
        self._file = file
        self._writer = csv.writer(file)
        self._writer.writerow(COLUMNS)

    def write(self, row: Row) -> None:
        """Write one line."""
        self._writer.writerow([_cell(row[column]) for column in COLUMNS])
        self._file.flush()


class JsonRows:
    """One JSON object a line."""

    def __init__(self, file: TextIO) -> None:
        self._file = file

    def write(self, row: Row) -> None:
        """Write one line."""
        self._file.write(json.dumps(dict(row), ensure_ascii=False) + "\n")
        self._file.flush()


def _cell(value: object) -> str:
    if isinstance(value, list):
        value = " | ".join(str(part) for part in value)
    text = "" if value is None else str(value)
    return as_cell(text)
