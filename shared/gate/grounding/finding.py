"""What grounding answers with: a claim of the text, what the facts say to it, and why."""

from collections.abc import Iterable
from typing import NamedTuple

from shared.domain.errors import Sentence
from shared.domain.message import Claim, ClaimVerdict, Fact
from shared.gate.reading import Passage

VERIFIED, CONTRADICTED, UNSUPPORTED = ClaimVerdict.VERIFIED, ClaimVerdict.CONTRADICTED, ClaimVerdict.UNSUPPORTED

_LONGEST_QUOTED = 60


class Finding(NamedTuple):
    """A claim at [start, end) of `passage`.

    `detail` says what is wrong to somebody who knows the profile; None for a verified claim. `doubtful` marks what is
    worth a look and no reason to hold a message back.
    """

    passage: Passage
    start: int
    end: int
    kind: str
    verdict: ClaimVerdict
    facts: tuple[str, ...] = ()
    detail: Sentence | None = None
    doubtful: bool = False

    @property
    def blocks(self) -> bool:
        """Whether a message with it may not leave unseen."""
        return self.verdict is not VERIFIED and not self.doubtful

    def as_claim(self) -> Claim:
        """The claim as messages keep it."""
        start, end = self.passage.units(self.start, self.end)
        return Claim(
            text=self.passage.text[self.start : self.end],
            part=self.passage.part,
            start=start,
            end=end,
            kind=self.kind,
            verdict=self.verdict,
            facts=self.facts,
        )

    def is_part_of(self, other: "Finding") -> bool:
        """Whether it is about some of the words of another one: "recruiting" in the title "recruiting lead"."""
        return (
            self.overlaps(other)
            and other.start <= self.start
            and self.end <= other.end
            and self.end - self.start < (other.end - other.start)
        )

    def overlaps(self, other: "Finding") -> bool:
        """Whether both are about the same words."""
        return self.passage is other.passage and self.start < other.end and other.start < self.end


def ids_of(facts: Iterable[Fact]) -> tuple[str, ...]:
    """The ids of facts, each once."""
    return tuple(dict.fromkeys(fact.id for fact in facts))


def quoted(text: str) -> str:
    """A stretch of text as a sentence names it: on one line and not too long."""
    plain = " ".join(text.split())
    return plain if len(plain) <= _LONGEST_QUOTED else plain[: _LONGEST_QUOTED - 1].rstrip() + "…"


def says_instead(said: str, known: str, *, ours: bool = False) -> Sentence:
    """The text says one thing, the profile another; or, if it is `ours`, what we may say about ourselves."""
    said, known = quoted(said), quoted(known)
    if ours:
        return Sentence(
            f"Dice «{said}»; nuestra prueba dice «{known}».", f"It says “{said}”; our proof says “{known}”."
        )
    return Sentence(f"Dice «{said}»; su perfil dice «{known}».", f"It says “{said}”; the profile says “{known}”.")


def says_without_proof(said: str) -> Sentence:
    """The text says what no fact holds."""
    said = quoted(said)
    return Sentence(
        f"Dice «{said}», y nada de lo que sabemos de esta persona lo dice.",
        f"It says “{said}”, and nothing we know of this person says so.",
    )


def says_of_us_without_proof(said: str) -> Sentence:
    """The text says of ourselves what no proof point holds."""
    said = quoted(said)
    return Sentence(
        f"Dice de nosotros «{said}», y no está entre lo que podemos decir.",
        f"It says “{said}” of us, which is not among what we may say.",
    )


def says_in_wrong_order(former: str, present: str) -> Sentence:
    """The text has them come to the first from the second."""
    former, present = quoted(former), quoted(present)
    return Sentence(f"Primero fue {former} y después {present}.", f"{former} came first and {present} after it.")
