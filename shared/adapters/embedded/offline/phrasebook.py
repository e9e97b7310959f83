"""The writer's phrases, one JSON file a language, reviewed as prose.

In them `{name}` is a slot that a message fills, and `[tú|usted|vos]` gives the words for each register.
"""

from functools import cache
from importlib.resources import files
from typing import Annotated, NamedTuple, TypeAlias

from pydantic import BaseModel, BeforeValidator, ConfigDict

from shared.domain.language import Language, Register
from shared.domain.lazy_pattern import lazy_pattern

_CHOICE = lazy_pattern(r"\[([^|\[\]]*)\|([^|\[\]]*)\|([^|\[\]]*)\]")
_SLOT = lazy_pattern(r"\{(\w+)\}")
_GROUPS = {Register.TU: 1, Register.USTED: 2, Register.VOS: 3}


class Phrase(NamedTuple):
    """One phrase in one register.

    `asks`: it holds a question. `joins`: it ends with a colon, and what follows must be a bare clause. `capital`: it
    begins with a capital, whatever fills its first slot.
    """

    text: str
    slots: tuple[str, ...]
    asks: bool
    joins: bool
    capital: bool = True


def phrase(text: str, *, capital: bool = True) -> Phrase:
    """The phrase that a text is, once its register is chosen."""
    return Phrase(text, tuple(_SLOT.findall(text)), "?" in text, text.endswith(":"), capital)


def _parsed(text: str) -> Phrase:
    return phrase(text)


_Parsed = Annotated[Phrase, BeforeValidator(_parsed)]
Phrases: TypeAlias = tuple[_Parsed, ...]


class Greetings(BaseModel, defer_build=True):
    """How a message begins: with the first name, and where there is none."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    named: _Parsed
    unnamed: _Parsed


class At(BaseModel, defer_build=True):
    """What stands between a title and a company: after a bare title ("gerente de"), after one that goes on
    ("directora de compras en").
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    narrow: str
    wide: str


class FollowUps(BaseModel, defer_build=True):
    """What only a message has that follows another: references to it, those of the last one, and its way out."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    when: dict[str, str]
    references: Phrases
    last_references: Phrases
    last_asks: Phrases


class Phrasebook(BaseModel):
    """All phrases of one language and register; openers and subjects by what they rest on, areas by role."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    greetings: Greetings
    openers: dict[str, Phrases]
    bridges: Phrases
    note_bridges: Phrases
    related_bridges: Phrases
    second_pains: Phrases
    values_in_first_person: Phrases
    values: Phrases
    proofs: Phrases
    proofs_with_a_figure: Phrases
    asks: Phrases
    closings: Phrases
    note_asks: Phrases
    note_closings: Phrases
    farewells: Phrases
    follow_ups: FollowUps
    subjects: dict[str, Phrases]
    plain_subject: str
    areas: dict[str, dict[str, str]]
    other_area: dict[str, str]
    call: str
    at: At
    quotation_marks: tuple[str, str]
    months: tuple[str, ...]
    month_of_year: str
    occasions: dict[str, str]
    articles: dict[str, str]


@cache
def phrasebook(language: Language, register: Register | None) -> Phrasebook:
    """The phrases of a language. English has no register; Spanish without one gets usted."""
    content = files(__package__).joinpath(f"phrases.{language}.json").read_text("utf-8")
    group = _GROUPS[register or Register.USTED]
    return Phrasebook.model_validate_json(_CHOICE.sub(lambda match: match.group(group), content))
