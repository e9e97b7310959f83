"""Subjects: two to four words about the person, in lower case for an e-mail, where proper names keep their capitals."""

from collections.abc import Iterable

from shared.adapters.embedded.offline.in_a_sentence import capitalized
from shared.adapters.embedded.offline.slots import Piece
from shared.domain.language import Format
from shared.domain.text import utf16_length

_WORDS = range(2, 5)


def subject_line(candidates: Iterable[Piece], format_: Format, limit: int) -> Piece | None:
    """The first candidate of two to four words within `limit` UTF-16 code units, as the format writes it."""
    for candidate in candidates:
        if len(candidate.text.split()) in _WORDS and utf16_length(candidate.text) <= limit:
            return candidate if format_ is Format.EMAIL else _with_capital(candidate)
    return None


def _with_capital(subject: Piece) -> Piece:
    return Piece(capitalized(subject.text), subject.claims)
