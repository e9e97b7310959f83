"""One row of a file to one message that was sent, and what became of it."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, tzinfo
from itertools import islice
from typing import NamedTuple

from shared.domain.errors import Sentence
from shared.domain.imports import ColumnMapping, RowError, SourceRow
from shared.domain.language import Format, Language
from shared.domain.outcome import OutcomeKind, Sentiment
from shared.domain.prospect import Prospect
from shared.importing.cells import as_text, is_blank
from shared.importing.column_mapping import map_columns
from shared.importing.history.columns import history_columns, shown
from shared.importing.history.moments import month_comes_first, read_moment
from shared.importing.history.outcome_words import Told, read_outcomes, read_sentiment
from shared.importing.message_wishes import READ_WISH
from shared.importing.row_reading import RowReader
from shared.importing.table_source import Cell, TableSource

_ROWS_TO_MAP_BY = 200
_LONGEST_BODY, _LONGEST_ACCOUNT = 20_000, 200
_MOMENTS = ("sent_at", "replied_at", "accepted_at")

_NO_DATE = Sentence(
    "Falta la fecha de envío, o no se entiende: el mensaje no se importa.",
    "The date of sending is missing or cannot be read: the message is not imported.",
)
_BAD_DATE = Sentence("No es una fecha.", "This is not a date.")
_NOBODY = Sentence(
    "No se sabe a quién se envió: hace falta un correo, un perfil de LinkedIn, o nombre y empresa.",
    "Nobody can tell to whom it was sent: an e-mail, a LinkedIn profile, or a name and a company is needed.",
)
_UNKNOWN_OUTCOME = Sentence("No se entiende qué pasó.", "What happened cannot be read.")
_UNKNOWN_SENTIMENT = Sentence("No es positiva, neutra ni negativa.", "This is neither positive, neutral nor negative.")
_UNKNOWN_FORMAT = Sentence("No es un formato de mensaje.", "This is not a message format.")
_TOO_LONG = Sentence("El texto es demasiado largo.", "The text is too long.")


class HistoryRow(NamedTuple):
    """A message that was sent to `prospect`. `number` is the row that a spreadsheet shows.

    `outcomes` is what the file says of it besides the sending; `reply` the text of an answer, to be read for what it
    is. Moments are in UTC; None where the file says nothing. `errors` are cells that could not be read; a row without
    a person or a date of sending is not `usable`.
    """

    number: int
    prospect: Prospect
    sent_at: datetime | None = None
    format: Format | None = None
    language: Language | None = None
    subject: str | None = None
    body: str = ""
    outcomes: tuple[Told, ...] = ()
    sentiment: Sentiment | None = None
    reply: str | None = None
    replied_at: datetime | None = None
    accepted_at: datetime | None = None
    account: str | None = None
    errors: tuple[RowError, ...] = ()

    @property
    def usable(self) -> bool:
        """Whether it says who was written to and when."""
        person = self.prospect
        known = person.email or person.linkedin_url or (person.full_name and person.company)
        return bool(known) and self.sent_at is not None


class OpenHistory(NamedTuple):
    """A file of sent messages whose columns are mapped and whose rows have not been read yet."""

    source: TableSource
    mapping: tuple[ColumnMapping, ...]
    of_message: Mapping[int, str]
    of_person: tuple[ColumnMapping, ...]
    month_first: Mapping[str, bool]
    zone: tzinfo

    @property
    def has(self) -> frozenset[str]:
        """What the columns tell of the messages."""
        return frozenset(self.of_message.values())

    def rows(self) -> Iterator[HistoryRow]:
        """The rows, one by one; those that are wholly empty are left out."""
        read_person = RowReader(self.of_person)
        for row in self.source.rows():
            if any(not is_blank(cell) for cell in row.cells) or row.error is not None:
                yield self._read(row, read_person)

    def _read(self, row: SourceRow, read_person: RowReader) -> HistoryRow:
        cells = [*row.cells, *[None] * (len(self.mapping) - len(row.cells))]
        others = [cell for place, cell in enumerate(cells) if place not in self.of_message]
        person = read_person(SourceRow(row.number, others, row.error))
        told = {field: as_text(cells[place]) for place, field in self.of_message.items() if not is_blank(cells[place])}
        read = _Cells(row.number, told, self).row(person.prospect)
        return read._replace(errors=(*person.errors, *read.errors, *self._missing(read)))

    def _missing(self, row: HistoryRow) -> list[RowError]:
        """Why a row is not usable."""
        if row.sent_at is None:
            heading = next((one.column for one in self.mapping if one.field == "sent_at"), "")
            return [RowError(row.number, heading, _NO_DATE)]
        return [] if row.usable else [RowError(row.number, "", _NOBODY)]


def open_history(source: TableSource, zone: tzinfo, chosen: Mapping[str, str | None]) -> OpenHistory:
    """The file with its columns mapped; `chosen` says by heading which field a column fills, where a person says so."""
    of_message = history_columns(source.headings, chosen)
    first = [row.cells for row in islice(source.rows(), _ROWS_TO_MAP_BY)]
    places = [place for place in range(len(source.headings)) if place not in of_message]
    headings = [source.headings[place] for place in places]
    guessed = map_columns(headings, [_picked(cells, places) for cells in first])
    of_person = tuple(
        ColumnMapping(one.column, chosen[one.column], 1.0) if one.column in chosen else one for one in guessed
    )
    dates = {field: place for place, field in of_message.items() if field in _MOMENTS}
    month_first = {
        field: month_comes_first(as_text(cells[place]) for cells in first if place < len(cells))
        for field, place in dates.items()
    }
    mapping = tuple(shown(source.headings, of_message, of_person))
    return OpenHistory(source, mapping, of_message, of_person, month_first, zone)


class _Cells:
    """The cells of one row that tell of its message; what cannot be read is an error and left out."""

    def __init__(self, number: int, told: Mapping[str, str], table: OpenHistory) -> None:
        self._number = number
        self._told = told
        self._table = table
        self._headings = {field: table.mapping[place].column for place, field in table.of_message.items()}
        self._errors: list[RowError] = []

    def row(self, prospect: Prospect) -> HistoryRow:
        """The row, to this person."""
        language = self._told.get("language")
        row = HistoryRow(
            self._number,
            prospect,
            sent_at=self._moment("sent_at"),
            format=self._format(),
            language=None if language is None else _language(language),
            subject=self._told.get("subject"),
            body=self._body(),
            outcomes=self._outcomes(),
            sentiment=self._sentiment(),
            reply=self._told.get("reply"),
            replied_at=self._moment("replied_at"),
            accepted_at=self._moment("accepted_at"),
            account=(self._told.get("account") or "")[:_LONGEST_ACCOUNT] or None,
        )
        return row._replace(errors=tuple(self._errors))

    def _complain(self, field: str, sentence: Sentence) -> None:
        self._errors.append(RowError(self._number, self._headings[field], sentence))

    def _moment(self, field: str) -> datetime | None:
        text = self._told.get(field)
        if text is None:
            return None
        moment = read_moment(text, self._table.zone, month_first=self._table.month_first.get(field, False))
        if moment is None and field != "sent_at" and not _means_yes(text):
            self._complain(field, _BAD_DATE)
        return moment

    def _body(self) -> str:
        text = self._told.get("body", "")
        if len(text) > _LONGEST_BODY:
            self._complain("body", _TOO_LONG)
            return text[:_LONGEST_BODY]
        return text

    def _format(self) -> Format | None:
        text = self._told.get("format")
        found = None if text is None else READ_WISH["format"](text)
        if text is not None and found is None:
            self._complain("format", _UNKNOWN_FORMAT)
        return None if found is None else Format(found)

    def _outcomes(self) -> tuple[Told, ...]:
        text = self._told.get("outcome")
        found = [] if text is None else read_outcomes(text)
        if found is None:
            self._complain("outcome", _UNKNOWN_OUTCOME)
        told = list(found or ())
        if _means_yes(self._told.get("accepted_at", "")):
            told.append(Told(OutcomeKind.ACCEPTED, None))
        if _means_yes(self._told.get("replied_at", "")):
            told.append(Told(OutcomeKind.REPLIED, None))
        return tuple(told)

    def _sentiment(self) -> Sentiment | None:
        text = self._told.get("sentiment")
        found = None if text is None else read_sentiment(text)
        if text is not None and found is None:
            self._complain("sentiment", _UNKNOWN_SENTIMENT)
        return found


def _language(text: str) -> Language | None:
    found = READ_WISH["language"](text)
    return None if found is None else Language(found)


def _means_yes(text: str) -> bool:
    return text.strip().lower() in ("yes", "y", "true", "1", "x", "sí", "si", "s", "verdadero")


def _picked(cells: Sequence[Cell], places: Sequence[int]) -> list[Cell]:
    return [cells[place] if place < len(cells) else None for place in places]
