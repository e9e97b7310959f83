"""The labelled texts that the gate is measured on: the one format of both parts, and its loader.

A part is a folder beside this module; each `*.jsonl` file in it is a suite, one case a line. Every case is a text that
somebody could have sent, everything that may be said in it, and what a careful reader says of it: clean, or one error
of a named kind at a named place. The README says what each suite and kind means.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from pydantic import TypeAdapter

from shared.domain.language import Format, Language, LinkedinTier, Register
from shared.domain.message import Part
from shared.domain.prospect import Prospect
from shared.domain.workspace import Sender

PARTS_FOLDER: Final = Path(__file__).parent
CLEAN: Final = "clean"

CHECKS_OF_KIND: Final[dict[str, frozenset[str]]] = {
    **dict.fromkeys(
        (
            "wrong_title wrong_place wrong_school wrong_technology wrong_product wrong_number wrong_amount "
            "wrong_percentage wrong_date wrong_duration false_quotation false_post colleague_post invented_event "
            "invented_award invented_funding invented_figure wrong_claim_about_us wrong_relation"
        ).split(),
        frozenset({"grounding"}),
    ),
    "wrong_name": frozenset({"grounding", "addressee"}),
    "wrong_company": frozenset({"grounding", "addressee"}),
    "former_employer_as_present": frozenset({"grounding", "addressee"}),
    **dict.fromkeys(("register_mixture", "register_other"), frozenset({"register"})),
    "other_language": frozenset({"language"}),
    "placeholder": frozenset({"placeholders"}),
    "link": frozenset({"links"}),
    "sensitive": frozenset({"sensitive"}),
    "injection": frozenset({"injection"}),
}
"""For each kind of error the checks whose block catches it. A bench may count any block; this names the right ones."""

KINDS: Final = frozenset(CHECKS_OF_KIND) | {CLEAN}


@dataclass(frozen=True)
class SeededError:
    """The one error of a text.

    `text` is the wrong stretch as it stands in `where`; `truth` says, for a reader, what the facts have instead.
    `near_miss` marks an error close to the truth: the right company in the wrong city, one digit off, a former
    employer as the present one, a colleague's post. `variant` narrows the kind: the form of a mixed register ("verb",
    "clitic", …), the relation that is wrong, the way an order was hidden. `order` is the order of the profile that an
    injected draft obeys.
    """

    where: Part
    text: str
    truth: str
    near_miss: bool = False
    variant: str | None = None
    order: str | None = None


@dataclass(frozen=True)
class Case:
    """One labelled text, with all that POST /v1/checks would be told about it.

    `id` is unique within a part; `carrier` names the wording that the text was made from, so that texts of one wording
    can be told from texts of many. `slots` are the stretches of subject and body that were filled in (names, places,
    figures): what is left without them is the carrier's own text. `paraphrases` are the true paraphrases that the
    message-quality design counts as verified; `temptations` are other things that are fine and look as if they were
    not. `register` is null in English.
    """

    id: str
    part: str
    suite: str
    kind: str
    carrier: str
    language: Language
    register: Register | None
    format: Format
    role: str
    prospect: Prospect
    proof_points: tuple[str, ...]
    value_proposition: str | None
    sender: Sender
    allowed_links: tuple[str, ...]
    max_links: int
    linkedin_tier: LinkedinTier
    as_of: date
    subject: str | None
    body: str
    slots: tuple[str, ...]
    paraphrases: tuple[str, ...] = ()
    temptations: tuple[str, ...] = ()
    error: SeededError | None = None

    @property
    def is_clean(self) -> bool:
        """Whether nothing in the text may be blocked."""
        return self.kind == CLEAN

    @property
    def entities(self) -> frozenset[str]:
        """Names of people, companies, schools and towns that the case knows, folded for comparison.

        Technologies and countries are everybody's and are none.
        """
        known = self.prospect
        named = [known.full_name, known.company, self.sender.name, self.sender.company]
        named += [job.company for job in known.experience] + [course.school for course in known.education]
        places = [known.location, *(job.location for job in known.experience)]
        named += [place.partition(",")[0] for place in places if place]
        return frozenset(folded for name in named if name and (folded := _folded(name)))

    @property
    def carrier_grams(self) -> frozenset[tuple[str, ...]]:
        """The five-word sequences of subject and body, in lower case, after the slots were taken out."""
        return frozenset(gram for text in (self.subject, self.body) if text for gram in _grams(text, self.slots))


_CASES: Final = TypeAdapter(Case)
_WORD: Final = re.compile(r"[^\W_]+")
_GRAM_LENGTH: Final = 5


def load(part: str) -> tuple[Case, ...]:
    """All cases of "measured" or "development", suite after suite; empty if the part has not been written.

    Raises pydantic's ValidationError for a line that is no case.
    """
    return tuple(_read(PARTS_FOLDER / part))


def _read(folder: Path) -> Iterator[Case]:
    for file in sorted(folder.glob("*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            yield _CASES.validate_json(line)


def _folded(name: str) -> str:
    return " ".join(_WORD.findall(name.casefold()))


def _without(slots: tuple[str, ...], text: str) -> str:
    """`text` with each slot taken out where it stands as whole words, the longest first."""
    if not slots:
        return text
    longest_first = sorted(slots, key=len, reverse=True)
    return re.sub(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", " ", text)


def _grams(text: str, slots: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    words = _WORD.findall(_without(slots, text).lower())
    return zip(*(words[start:] for start in range(_GRAM_LENGTH)), strict=False)
