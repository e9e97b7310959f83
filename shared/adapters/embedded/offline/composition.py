"""The parts of one message and the text that they make."""

from typing import NamedTuple

from shared.adapters.embedded.offline.known import Angle
from shared.adapters.embedded.offline.slots import Piece
from shared.domain.text import utf16_length


class Composition(NamedTuple):
    """A message by its parts; what is None or empty is left out.

    `angle` is what it opens with; `farewell` ends an e-mail, the sender's name included; a note has `is_note`.
    """

    greeting: Piece
    angle: Angle
    opener: Piece | None = None
    bridge: Piece | None = None
    second_pain: Piece | None = None
    value: Piece | None = None
    proof: Piece | None = None
    ask: Piece | None = None
    farewell: str = ""
    is_note: bool = False

    @property
    def pieces(self) -> list[Piece]:
        """The sentences between greeting and farewell, in order."""
        parts = (self.opener, self.bridge, self.second_pain, self.value, self.proof, self.ask)
        return [part for part in parts if part]

    @property
    def body(self) -> str:
        """The text: a note in one paragraph under its greeting, anything else in short paragraphs."""
        groups = ((self.opener, self.bridge, self.second_pain), (self.value, self.proof), (self.ask,))
        paragraphs = [" ".join(piece.text for piece in group if piece) for group in groups]
        if self.is_note:
            return "\n".join((self.greeting.text, " ".join(filter(None, paragraphs))))
        return "\n\n".join(filter(None, (self.greeting.text, *paragraphs, self.farewell)))

    @property
    def length(self) -> int:
        """The body's length in UTF-16 code units."""
        return utf16_length(self.body)

    @property
    def words(self) -> int:
        """How many words the body has."""
        return len(self.body.split())
