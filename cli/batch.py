"""One message for each row of a file, in order, several at a time."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cli.exit_codes import ExitCode
from cli.message_rows import Row, message_row, row_without_message
from cli.session import Session
from shared.domain.errors import OutreachError, Sentence
from shared.domain.generation import GenerationRequest
from shared.domain.ids import derived_id
from shared.domain.language import Format, Language, Register
from shared.domain.prospect import Prospect
from shared.services.in_order import in_order


@dataclass(frozen=True)
class RowRequest:
    """One row of the file: whom, what its own columns ask, and what of it could not be read."""

    row: int
    prospect: Prospect
    role: str | None = None
    format: Format | None = None
    language: Language | None = None
    register: Register | None = None
    duplicate_of: int | None = None
    errors: tuple[str, ...] = ()


def outcomes(
    session: Session, rows: Sequence[RowRequest], wishes: GenerationRequest, run: str, parallel: int, interface: str
) -> Iterator[Row]:
    """The rows' outcomes in the order of the file.

    `wishes` is what the caller asks for all rows, to nobody yet; a row's own columns win. `run` names this run: the
    same run again repeats no message.
    """

    def work(row: RowRequest) -> Row:
        return _outcome(session, row, wishes, run, interface)

    yield from in_order(work, rows, parallel)


def code_of_run(statuses: Counter[str]) -> ExitCode:
    """How a run ends: the worst of its rows decides."""
    if statuses["failed"]:
        return ExitCode.SOME_FAILED
    return ExitCode.NEEDS_REVIEW if statuses["needs_review"] else ExitCode.OK


def _outcome(session: Session, row: RowRequest, wishes: GenerationRequest, run: str, interface: str) -> Row:
    if row.duplicate_of is not None:
        return row_without_message(row.row, row.prospect, "skipped", _same_person(row.duplicate_of, interface))
    request = wishes.model_copy(
        update={
            "prospect": row.prospect,
            "role": row.role or wishes.role,
            "format": row.format or wishes.format,
            "language": row.language or wishes.language,
            "register_": row.register or wishes.register_,
        }
    )
    try:
        message = session.services.generate_message(
            session.principal, request, derived_id("cli", run, str(row.row)), person_waits=False
        )
    except OutreachError as error:
        return row_without_message(row.row, row.prospect, "failed", error.sentence.in_language(interface))
    cells = " | ".join(row.errors) or None
    return {**message_row(row.row, message, interface), "problem": cells}


def _same_person(row: int, interface: str) -> str:
    return Sentence(f"Es la misma persona que en la fila {row}.", f"The same person as in row {row}.").in_language(
        interface
    )
