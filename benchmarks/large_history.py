"""A store that holds so many messages, for measuring what a long history costs.

It is filled by a fast path: documents and index entries are those that the embedded store writes (made by its own
`IndexEntries`), but they go into the file without a journal, and the entries sorted, at the end. By `write`, 250 at
once, a million messages take hours, since each has dozens of entries in places all over the file.
"""

import sqlite3
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

from shared.adapters.embedded.index_entries import IndexEntries
from shared.adapters.embedded.row_format import fields_to_text, payload_to_text
from shared.adapters.embedded.sqlite_documents import SqliteDocuments
from shared.domain.documents import Create, IndexedValue, Json
from shared.domain.ids import derived_id
from shared.domain.language import Format, Language
from shared.domain.message import Message, MessageStatus, WriterUse
from shared.domain.message_words import company_key, search_words
from shared.domain.prospect import Prospect, StoredProspect
from shared.prompts.demo_company import demo_company
from shared.prompts.demo_prospects import demo_prospects
from shared.repositories.messages import MessageChange, Messages
from shared.repositories.store import DECLARED_INDEXES, Store

WORKSPACE = "w"
START = datetime(2026, 1, 1, tzinfo=UTC)
YEARS = timedelta(days=730)
"""How long every history is: a larger one has more messages a day."""
_PER_WRITE = 1_000
_FIRST_PERSON, _FIRST_MESSAGE = 1_000, 10_000_000
"""Rows before these are the workspace's own."""
PERSON = derived_id("person")
_COMPANIES = 5_000
_MESSAGES_A_PERSON = 20
_ASKED, _OF_EACH = 20, 60
"""So many people have so many messages each, spread over the whole of every store: what is asked for by name has a full
page of answers in each, among as many others of the same name and surname as there are.
"""
_NAMES = [(one.first_name or "", one.last_name or "") for one in demo_prospects()]
FIRST_NAMES, SURNAMES = ([pair[place] for pair in _NAMES] for place in (0, 1))
PEOPLE = [
    (f"{first} {surname}", f"Empresa {number:04}")
    for number, (first, surname) in enumerate(zip(FIRST_NAMES, reversed(SURNAMES[-_ASKED:]), strict=False))
]
"""Who is asked for by name, and where they work."""
ROLES = [role.key for role in demo_company().roles]
_STATUSES = ("ready", "ready", "ready", "sent", "sent", "needs_review", "approved", "rejected")
_BODY = "Hola, Lucía: vi que llevas la operación de tres almacenes y quería contarte algo que te puede servir. " * 6
_STAGED = """
CREATE TEMP TABLE staged (number INTEGER, collection INTEGER, key BLOB, document INTEGER)"""
_SORTED = """
INSERT INTO main.entries (number, collection, key, document)
SELECT number, collection, key, document FROM staged ORDER BY number, collection, key"""


def store_of(documents: SqliteDocuments) -> Store:
    """The repositories over the documents."""
    return Store(documents, b"benchmark")


def filled(folder: Path, size: int) -> SqliteDocuments:
    """The store of `size` messages in the folder, made if it is not there."""
    path = folder / f"{size}.sqlite3"
    if not path.exists():
        before = time.perf_counter()
        _fill(path, size)
        spent = (time.perf_counter() - before) / size
        on_disk = path.stat().st_size / size
        print(f"{size:,} messages: {spent * 1e3:.2f} ms each to fill, {on_disk / 1e3:.1f} KB each on disk", flush=True)
    return SqliteDocuments(path, DECLARED_INDEXES)


def _fill(path: Path, size: int) -> None:
    """Under another name until it is whole, so that nobody measures half a store."""
    unfinished = path.with_suffix(".unfinished")
    unfinished.unlink(missing_ok=True)
    with SqliteDocuments(unfinished, DECLARED_INDEXES) as documents:
        messages = Messages(documents, WORKSPACE)
        pattern, folder = creation_of(messages), messages.path("x").rpartition("/")[0]
        settings = demo_company().settings.model_copy(update={"time_zone": "UTC"})
        documents.write([store_of(documents).workspaces.creation(WORKSPACE, settings)])
        someone = StoredProspect(
            id=PERSON, prospect=Prospect(full_name="Lucía Ferrer"), created_at=START, updated_at=START
        )
        person = store_of(documents).of(WORKSPACE).prospects.creation(PERSON, someone)
        entries = IndexEntries(documents.file, DECLARED_INDEXES)
        entries.prepare([person, numbered(pattern, folder, 0, size, Random(0))])
    connection = sqlite3.connect(unfinished, isolation_level=None)
    for setting in ("journal_mode = OFF", "synchronous = OFF", "cache_size = -100000", "temp_store = FILE"):
        connection.execute(f"PRAGMA {setting}")
    connection.execute("BEGIN")
    connection.execute(_STAGED)
    people = size // _MESSAGES_A_PERSON
    for first in range(0, people, _PER_WRITE):
        _stage(connection, entries, list(_people(person, range(first, min(first + _PER_WRITE, people)))))
    for first in range(0, size, _PER_WRITE):
        _stage(connection, entries, list(_messages(pattern, folder, first, size)))
    connection.execute(_SORTED)
    connection.execute("COMMIT")
    connection.close()
    unfinished.rename(path)


def _people(pattern: Create, numbers: range) -> Iterator[tuple[int, Create]]:
    """The people that the messages are to, as far as anything asks for them: that they are known."""
    for number in numbers:
        id_ = derived_id("person", str(number))
        payload = {**pattern.payload, "id": id_}
        yield _FIRST_PERSON + number, Create(pattern.path.replace(PERSON, id_), pattern.fields, payload)


def _messages(pattern: Create, folder: str, first: int, size: int) -> Iterator[tuple[int, Create]]:
    """The messages from the number on, each with the number of its row."""
    chance = Random(first)
    for number in range(first, min(first + _PER_WRITE, size)):
        yield _FIRST_MESSAGE + number, numbered(pattern, folder, number, size, chance)


def _stage(connection: sqlite3.Connection, entries: IndexEntries, messages: list[tuple[int, Create]]) -> None:
    connection.executemany(
        "INSERT INTO documents (number, path, version, fields, payload) VALUES (?, ?, 1, ?, ?)",
        ((number, one.path, fields_to_text(one.fields), payload_to_text(one.payload)) for number, one in messages),
    )
    connection.executemany(
        "INSERT INTO staged VALUES (?, ?, ?, ?)",
        (
            (*entry, number)
            for number, one in messages
            for entry in entries.of_document(connection, one.path, one.fields)
        ),
    )


def creation_of(messages: Messages) -> Create:
    """One message as the repository writes it; the others differ in what `numbered` changes."""
    known: dict[str, Any] = {
        "id": derived_id("message"),
        "status": MessageStatus.SENT,
        "role": {"key": "operations", "matched_by": "title"},
        "format": Format.EMAIL,
        "language": Language.ES,
        "register": "usted",
        "body": _BODY,
        "limit": 3000,
        "prompt": {"id": derived_id("prompt"), "version": 1},
        "writer": WriterUse(
            provider="offline",
            model="offline-1",
            input_tokens=0,
            output_tokens=0,
            cost_micros=0,
            currency="USD",
            latency_ms=3,
            attempts=1,
        ),
        "prospect": {"id": derived_id("person"), "full_name": "Lucía Ferrer", "company": "Norte"},
        "author": "owner",
        "created_at": START,
        "updated_at": START,
        "created_day": START.date(),
    }
    change = MessageChange(Message.model_validate(known), is_news=False)
    return next(one for one in messages.writing([change], START.date()) if isinstance(one, Create))


def numbered(pattern: Create, folder: str, number: int, size: int, chance: Random) -> Create:
    """Another message of `size`: of another person, role, format, status, language, author and moment."""
    id_, at = derived_id("message", str(number)), START + number * (YEARS / size)
    role, format_ = chance.choice(ROLES), chance.choice(list(Format)).value
    status, language = chance.choice(_STATUSES), chance.choice(("es", "es", "es", "en"))
    (name, company), author = _person(number, size, chance), f"author{chance.randrange(20)}"
    person = derived_id("person", str(number % (size // _MESSAGES_A_PERSON)))
    fields: dict[str, IndexedValue] = {
        "role": role,
        "format": format_,
        "status": status,
        "language": language,
        "author": author,
        "prospect": person,
        "company_key": company_key(company),
        "words": search_words(name, company),
        "created_at": at,
        **_sent_fields(status, format_, at, chance),
    }
    payload: dict[str, Json] = {
        "id": id_,
        "role": {"key": role, "matched_by": "title"},
        "format": format_,
        "status": status,
        "language": language,
        "author": author,
        "prospect": {"id": person, "full_name": name, "title": None, "company": company},
        "created_at": at.isoformat(),
        **_sent_payload(status, fields),
    }
    return Create(f"{folder}/{id_}", {**pattern.fields, **fields}, {**pattern.payload, **payload})


def _person(number: int, size: int, chance: Random) -> tuple[str, str]:
    """Who it is to, and where they work."""
    if number % (every := max(1, size // (_ASKED * _OF_EACH))) == 0:
        return PEOPLE[number // every % _ASKED]
    name = f"{chance.choice(FIRST_NAMES)} {chance.choice(SURNAMES)}"
    return name, f"Empresa {chance.randrange(_COMPANIES):04}"


def _sent_fields(status: str, format_: str, at: datetime, chance: Random) -> dict[str, IndexedValue]:
    """What a message has that was sent, the day after; one in ten is answered, the others wait but for invitations."""
    if status != "sent":
        return {"is_answered": False}
    sent_at, is_answered = at + timedelta(days=1), chance.random() < 0.1
    day = str(sent_at.date())
    waits = not is_answered and format_ != Format.LINKEDIN_NOTE
    return {
        "sent_at": sent_at,
        "sent_day": day,
        "is_answered": is_answered,
        **({"waiting_since": day} if waits else {}),
    }


def _sent_payload(status: str, fields: dict[str, IndexedValue]) -> dict[str, Json]:
    if status != "sent":
        return {}
    sent_at = fields["sent_at"]
    assert isinstance(sent_at, datetime)
    moment = sent_at.isoformat()
    reached: dict[str, Json] = {"sent_at": moment, "first_reply_at": moment if fields["is_answered"] else None}
    return {"sent_day": str(fields["sent_day"]), "milestones": reached}
