"""The posts of a person, each with the facts that tell of it."""

from dataclasses import dataclass
from functools import cached_property

from shared.domain.message import Fact
from shared.domain.prospect import Experience
from shared.gate.folding import fold
from shared.gate.grounding.places import is_place


@dataclass(frozen=True)
class Job:
    """One post of the person, with the facts that tell of it.

    `present` says whether they hold it now; `company` are the distinctive words of the employer's name.
    """

    index: int
    experience: Experience
    facts: tuple[Fact, ...]
    present: bool
    company: frozenset[str]

    @cached_property
    def town(self) -> str:
        """The town of the job, as written; "" if none is known. Some profiles have it for a description."""
        town = (self.experience.location or "").split(",")[0].strip()
        described = (self.experience.description or "").split(",")[0].strip()
        return town or (described if is_place(fold(described)) else "")

    @property
    def is_over(self) -> bool:
        """Whether they no longer have the post, though they may still be at the company."""
        return self.experience.end is not None or not self.present
