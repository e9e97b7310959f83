"""Bring in messages that were sent before, with their dates and what became of them.

A message's id follows from whom it went to, when and what it said, so a file that is read again adds nothing but what
it says anew. What was sent counts on the day it was sent; it was not generated here, and counts as little.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, islice
from typing import NamedTuple
from zoneinfo import ZoneInfo

from shared.domain.errors import InvalidInputError, Sentence, UnknownOutcomeError
from shared.domain.history_import import MOST_MESSAGES, ImportedHistory
from shared.domain.imports import MOST_ERRORS_SHOWN, MOST_PREVIEWED
from shared.domain.language import Format, Language
from shared.domain.message import Message
from shared.domain.principal import Principal
from shared.domain.workspace import WorkspaceSettings
from shared.importing.history.linkedin_messages import as_history, is_linkedin_messages
from shared.importing.history.rows import HistoryRow, OpenHistory, open_history
from shared.ports import Clock
from shared.repositories.store import Store
from shared.services.guarded_change import retrying_conflicts
from shared.services.imported_messages import Defaults, ToldMessage, person_key, tell
from shared.services.keep_history import KeepHistory, Kept
from shared.services.open_people import OpenPeople, Upload
from shared.services.read_settings import ReadSettings
from shared.telemetry.logs import get_logger

_log = get_logger()

_PEOPLE_A_WRITE = 10
_MESSAGES_A_PERSON = 12
_MESSAGES_A_WRITE = 24
"""Of one write: with their outcomes and counters well under what a write may hold."""

_NO_DATES = Sentence(
    "Ninguna columna dice cuándo se envió cada mensaje (por ejemplo «Fecha de envío»): elige cuál es.",
    "No column says when each message was sent (for instance “Sent at”): choose which one does.",
)
_NOTHING = Sentence(
    "En el archivo no hay ningún mensaje que se pueda importar.", "No message of the file can be imported."
)


class HistoryChoice(NamedTuple):
    """How a file is read: what rows without a format or language are, which field a heading fills where a person says
    so, the row to begin with, and whether nothing is to be kept.
    """

    format: Format | None = None
    language: Language | None = None
    mapping: Mapping[str, str | None] = {}
    from_row: int = 0
    dry_run: bool = False


class ImportHistory:
    """POST /v1/history-imports."""

    def __init__(
        self, store: Store, open_people: OpenPeople, read_settings: ReadSettings, keep: KeepHistory, clock: Clock
    ) -> None:
        self._store = store
        self._open = open_people
        self._read_settings = read_settings
        self._keep = keep
        self._clock = clock

    def __call__(self, principal: Principal, upload: Upload, choice: HistoryChoice) -> ImportedHistory:
        """What the file came to; the same file again changes nothing.

        Raises InvalidInputError for a file that cannot be read, or says of no message when it was sent.
        """
        settings = self._read_settings(principal)
        table = self._table(upload, settings, choice)
        rows, next_row = _portion(table, choice.from_row)
        if not any(row.usable for row in rows):
            raise InvalidInputError.at("/file", *(_NOTHING if "sent_at" in table.has else _NO_DATES))
        told = self._told(principal, settings, rows, choice)
        groups = _together(told)
        kept = [self._kept(principal, settings, group, dry_run=choice.dry_run) for group in groups]
        result = _summed(table, rows, told, kept, next_row)
        _log.info("history_imported", workspace_id=principal.workspace_id, count=result.imported)
        return result

    def _table(self, upload: Upload, settings: WorkspaceSettings, choice: HistoryChoice) -> OpenHistory:
        source = self._open(upload)[1].source
        if is_linkedin_messages(source):
            source = as_history(source)
        return open_history(source, ZoneInfo(settings.time_zone), choice.mapping)

    def _told(
        self, principal: Principal, settings: WorkspaceSettings, rows: Sequence[HistoryRow], choice: HistoryChoice
    ) -> list[ToldMessage]:
        roles = self._store.of(principal.workspace_id).roles.all()
        defaults = Defaults(principal.id, settings, roles, choice.format, choice.language, self._clock.now())
        return tell([row for row in rows if row.usable], defaults)

    def _kept(
        self, principal: Principal, settings: WorkspaceSettings, group: Sequence[ToldMessage], *, dry_run: bool
    ) -> Kept:
        try:
            return retrying_conflicts(lambda: self._keep(principal, settings, group, dry_run=dry_run))
        except UnknownOutcomeError:
            return retrying_conflicts(lambda: self._keep(principal, settings, group, dry_run=dry_run))


def _portion(table: OpenHistory, from_row: int) -> tuple[list[HistoryRow], int | None]:
    """The next rows from the one asked for, and the row after them, if there is one."""
    rows = (row for row in table.rows() if row.number >= from_row)
    portion = list(islice(rows, MOST_MESSAGES))
    following = next(rows, None)
    return portion, None if following is None else following.number


def _together(told: Sequence[ToldMessage]) -> Iterator[list[ToldMessage]]:
    """The messages by person, a few people at a time; somebody with many in several parts."""
    ordered = sorted(told, key=lambda one: (person_key(one.person), one.message.created_at))
    parts: list[list[ToldMessage]] = []
    for _, own in groupby(ordered, key=lambda one: person_key(one.person)):
        messages = list(own)
        parts += [messages[at : at + _MESSAGES_A_PERSON] for at in range(0, len(messages), _MESSAGES_A_PERSON)]
    group: list[ToldMessage] = []
    people: set[str] = set()
    for part in parts:
        person = person_key(part[0].person)
        is_full = len(people) == _PEOPLE_A_WRITE or len(group) + len(part) > _MESSAGES_A_WRITE
        if group and (is_full or person in people):
            yield group
            group, people = [], set()
        group, people = [*group, *part], people | {person}
    if group:
        yield group


def _summed(
    table: OpenHistory,
    rows: Sequence[HistoryRow],
    told: Sequence[ToldMessage],
    kept: Sequence[Kept],
    next_row: int | None,
) -> ImportedHistory:
    errors = [error for row in rows for error in row.errors]
    shown: list[Message] = [one.message for one in told[:MOST_PREVIEWED]]
    return ImportedHistory(
        rows=len(rows),
        imported=sum(one.imported for one in kept),
        updated=sum(one.updated for one in kept),
        known=sum(one.known for one in kept),
        unusable=sum(not row.usable for row in rows),
        new_people=sum(one.new_people for one in kept),
        suppressed=sum(one.suppressed for one in kept),
        mapping=table.mapping,
        errors=tuple(errors[:MOST_ERRORS_SHOWN]),
        error_count=len(errors),
        preview=tuple(shown),
        next_row=next_row,
    )
