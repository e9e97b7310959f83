"""Bring a suppression list from another tool, or take it to one."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from itertools import islice
from typing import NamedTuple, TypeVar

from shared.domain.addresses import email_in, linkedin_in
from shared.domain.errors import InvalidInputError, Sentence
from shared.domain.ids import derived_id
from shared.domain.lazy_pattern import lazy_pattern
from shared.domain.principal import Principal
from shared.domain.prospect import Prospect
from shared.domain.spreadsheet_cell import as_cell
from shared.domain.suppression import Suppression, SuppressionReason
from shared.ports import Clock
from shared.repositories.store import Store
from shared.services.suppress_person import Why, entries_of, keys_of_people

Entry = TypeVar("Entry")

MAX_ROWS = 10_000
MAX_ERRORS = 100
_AT_ONCE = 100
_BOM = "\ufeff"  # without it Excel takes UTF-8 for Windows letters
_SEPARATORS = lazy_pattern(r"[,;\t|]")
_NO_ADDRESS = Sentence(
    "No hay ningún correo ni perfil de LinkedIn en esta fila.", "This row has no e-mail and no LinkedIn profile."
)


class RowError(NamedTuple):
    """A row that names nobody."""

    row: int
    detail: Sentence


class Transferred(NamedTuple):
    """What an import did: people new on the list, people who were on it, and the first 100 rows that name nobody."""

    added: int
    known: int
    errors: tuple[RowError, ...]
    error_count: int


class TransferSuppressions:
    """POST /v1/suppressions/import and GET /v1/suppressions/export.csv."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def read(self, principal: Principal, text: str, reason: SuppressionReason) -> Transferred:
        """Put everybody on the list whom a row of the text names by e-mail or LinkedIn address, in any column.

        A repetition adds nothing. Raises InvalidInputError at /text for more than 10,000 rows.
        """
        rows = text.lstrip(_BOM).splitlines()
        if len(rows) > MAX_ROWS:
            raise InvalidInputError.at("/text", "Como máximo, 10.000 filas a la vez.", "At most 10,000 rows at a time.")
        people: list[Prospect] = []
        errors: list[RowError] = []
        for number, row in enumerate(rows, start=1):
            person = _person_of(row)
            if person is not None:
                people.append(person)
            elif row.strip() and number > 1:  # the first row may well be headings
                errors.append(RowError(number, _NO_ADDRESS))
        why = Why(reason, "import", principal.id, self._clock.now())
        added = sum(self._add(principal, some, why) for some in _batches(people))
        return Transferred(added, len(people) - added, tuple(errors[:MAX_ERRORS]), len(errors))

    def written(self, principal: Principal) -> Iterator[bytes]:
        """The list as CSV, a chunk at a time. Entries without an address, of people who were erased, are left out."""
        yield _lines([["kind", "address", "reason", "note", "created_at"]], _BOM)
        entries = self._store.of(principal.workspace_id).suppressions.all_active()
        for some in _batches(entry for entry in entries if entry.address is not None):
            yield _lines([_record(entry) for entry in some])

    def _add(self, principal: Principal, people: Sequence[Prospect], why: Why) -> int:
        """How many of the people were not on the list."""
        store = self._store.of(principal.workspace_id)
        entries: dict[str, Suppression] = {}
        added = 0
        known = keys_of_people(store, people)
        wanted = list(dict.fromkeys(key for keys in known for key in keys))
        held = {key for key, holds in zip(wanted, store.suppressions.holding(wanted), strict=True) if holds}
        for keys in known:
            group = derived_id("suppression", *sorted(keys), why.at.isoformat())
            new = [entry for entry in entries_of(keys, why, group) if entry.id not in held and entry.id not in entries]
            entries |= {entry.id: entry for entry in new}
            added += bool(new)
        if entries:
            self._store.documents.write(store.suppressions.putting(list(entries.values())))
        return added


def _batches(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    """itertools.batched, which Python 3.11 lacks."""
    rest = iter(entries)
    while some := list(islice(rest, _AT_ONCE)):
        yield some


def _person_of(row: str) -> Prospect | None:
    cells = [cell.strip().strip('"') for cell in _SEPARATORS.split(row)]
    email = next(filter(None, map(email_in, cells)), None)
    profile = next(filter(None, map(linkedin_in, cells)), None)
    return None if email is None and profile is None else Prospect(email=email, linkedin_url=profile)


def _record(entry: Suppression) -> list[str]:
    cells = (entry.kind, entry.address or "", entry.reason.value, entry.note or "", entry.created_at.isoformat())
    return [as_cell(cell) for cell in cells]


def _lines(records: Sequence[Sequence[str]], start: str = "") -> bytes:
    text = StringIO()
    csv.writer(text).writerows(records)
    return (start + text.getvalue()).encode()
