"""Everything that the workspace holds of one person, as one JSON file (GDPR, articles 15 and 20)."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import BaseModel

from shared.domain.erasure import PersonMarks
from shared.domain.principal import Principal
from shared.repositories.store import Store, WorkspaceStore
from shared.services.erase_batch_items import items_of
from shared.services.erase_imported_rows import rows_of
from shared.services.read_person import ReadPerson

_A_PAGE = 50


class ExportPerson:
    """GET /v1/prospects/{id}/export.json. Finds what an erasure would take out, by the same rules."""

    def __init__(self, store: Store, read_person: ReadPerson) -> None:
        self._store = store
        self._read_person = read_person

    def __call__(self, principal: Principal, prospect_id: str) -> Iterator[bytes]:
        """The file, a part at a time, with all fields as they are stored; an entry in the audit log. Raises
        NotFoundError.
        """
        person = self._read_person(principal, prospect_id)
        store = self._store.of(principal.workspace_id)
        marks = store.erasures.hashes.marks(person.prospect.prospect, store.prospects.keys.of_prospect(prospect_id))
        yield b'{"prospect": ' + _json(_plain(person.prospect))
        yield from _listed("messages", map(_plain, person.messages))
        yield from _listed("outcomes", map(_plain, person.outcomes))
        yield from _listed("suppressions", map(_plain, person.suppressions))
        yield from _listed("imported_rows", _rows(store, prospect_id, marks))
        yield from _listed("batch_items", _items(store, prospect_id, marks))
        yield b"}\n"


def _rows(store: WorkspaceStore, prospect_id: str, marks: PersonMarks) -> Iterator[dict[str, Any]]:
    after: str | None = None
    while found := store.imports.by_id(after, _A_PAGE):
        for import_ in found:
            after = import_.id
            for row in rows_of(store, prospect_id, marks, import_):
                yield {"import_id": import_.id, "row": row.number, "prospect": _plain(row.prospect)}


def _items(store: WorkspaceStore, prospect_id: str, marks: PersonMarks) -> Iterator[dict[str, Any]]:
    after: str | None = None
    while found := store.batches.by_id(after, _A_PAGE):
        for batch in found:
            after = batch.id
            for item, _ in items_of(store, prospect_id, marks, batch.id):
                yield {"batch_id": batch.id, **_plain(item)}


def _plain(entry: BaseModel) -> dict[str, Any]:
    return entry.model_dump(mode="json", by_alias=True)


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()


def _listed(name: str, values: Iterable[dict[str, Any]]) -> Iterator[bytes]:
    yield f',\n"{name}": ['.encode()
    for number, value in enumerate(values):
        yield (b",\n" if number else b"\n") + _json(value)
    yield b"]"
