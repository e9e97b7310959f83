"""What fills the slots of phrases, and the pieces of a message that come of it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from shared.adapters.embedded.offline.in_a_sentence import capitalized
from shared.adapters.embedded.offline.phrasebook import Phrase
from shared.domain.text import utf16_length
from shared.domain.writing import WrittenClaim


class Slot(NamedTuple):
    """The words that fill a slot, and what they claim: parts of these words, each with the facts it rests on."""

    text: str
    claims: tuple[WrittenClaim, ...] = ()


def stated(text: str, *facts: str) -> Slot:
    """A slot whose words as a whole are a claim that rests on the facts."""
    return Slot(text, (WrittenClaim(text, facts),))


@dataclass(frozen=True)
class Piece:
    """One finished sentence or more of a message; `length` in UTF-16 code units. See Phrase for `asks`, `open`."""

    text: str
    claims: tuple[WrittenClaim, ...] = ()
    asks: bool = False
    open: bool = False
    length: int = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "length", utf16_length(self.text))


def render(phrase: Phrase, slots: Mapping[str, Slot]) -> Piece | None:
    """The phrase with its slots filled; None if something for a slot is not known."""
    if any(name not in slots for name in phrase.slots):
        return None
    text = phrase.text.format_map({name: slots[name].text for name in phrase.slots})
    if any(slots[name].text.endswith(".") for name in phrase.slots):
        text = text.replace("..", ".")
    text = capitalized(text) if phrase.capital else text
    claims = tuple(claim for name in phrase.slots for claim in slots[name].claims)
    return Piece(text, claims, phrase.asks, phrase.open)


def rendered(phrases: Iterable[Phrase], slots: Mapping[str, Slot]) -> Iterator[Piece]:
    """The pieces of those phrases whose slots are known."""
    for phrase in phrases:
        if piece := render(phrase, slots):
            yield piece
