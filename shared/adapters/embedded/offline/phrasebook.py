"""The writer's phrases, one JSON file a language, reviewed as prose.

In them `{name}` is a slot that a message fills, and `[tú|usted|vos]` gives the words for each register.
"""

import re
from functools import cache
from importlib.resources import files
from typing import Annotated, NamedTuple, TypeAlias

from pydantic import BaseModel, BeforeValidator, ConfigDict

from shared.domain.language import Language, Register
from shared.domain.lazy_pattern import lazy_pattern

_CHOICE = lazy_pattern(r"\[([^|\[\]]*)\|([^|\[\]]*)\|([^|\[\]]*)\]")
_SLOT = lazy_pattern(r"\{(\w+)\}")
_OPEN = lazy_pattern(
    r"¿(?:[^?]*, )?(?:por )?(?:qué|cuál|cómo|dónde)\b|(?:^|[.] |, )(?:what|which|how|where)\b[^?]*\?", re.IGNORECASE
)
_GROUPS = {Register.TU: 1, Register.USTED: 2, Register.VOS: 3}


class Phrase(NamedTuple):
    """One phrase in one register.

    `asks`: it holds a question; `open`: one that a yes or a no does not answer. `capital`: it begins with a capital,
    whatever fills its first slot.
    """

    text: str
    slots: tuple[str, ...]
    asks: bool
    open: bool
    capital: bool = True


def phrase(text: str, *, capital: bool = True) -> Phrase:
    """The phrase that a text is, once its register is chosen."""
    return Phrase(text, tuple(_SLOT.findall(text)), "?" in text, _OPEN.search(text) is not None, capital)


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
    """All phrases of one language and register.

    Openers, their variants that hold a problem of the role (`pain_openers`) or ask about the job (`job_questions`),
    and subjects go by what they rest on; `questions` by what a quoted sentence does; `introductions` (who writes, where
    no signature says it) and `values` by what our own sentence is: "doing" begins with a first person plural, "stating"
    with anything else, "asked" follows a question; `areas` by role; `employers` by the article of a company's noun.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    greetings: Greetings
    openers: dict[str, Phrases]
    pain_openers: dict[str, Phrases]
    job_questions: dict[str, Phrases]
    questions: dict[str, Phrases]
    bridges: Phrases
    event_bridges: Phrases
    second_pains: Phrases
    introductions: dict[str, Phrases]
    values: dict[str, Phrases]
    proofs: Phrases
    cases: Phrases
    asks: Phrases
    closings: Phrases
    open_closings: Phrases
    note_asks: Phrases
    note_closings: Phrases
    farewells: Phrases
    follow_ups: FollowUps
    subjects: dict[str, Phrases]
    plain_subject: str
    areas: dict[str, dict[str, str]]
    call: str
    at: At
    quotation_marks: tuple[str, str]
    months: tuple[str, ...]
    month_of_year: str
    occasions: dict[str, str]
    articles: dict[str, str]
    employers: dict[str, str]
    conjunction: str


@cache
def phrasebook(language: Language, register: Register | None) -> Phrasebook:
    """The phrases of a language. English has no register; Spanish without one gets usted."""
    content = files(__package__).joinpath(f"phrases.{language}.json").read_text("utf-8")
    group = _GROUPS[register or Register.USTED]
    return Phrasebook.model_validate_json(_CHOICE.sub(lambda match: match.group(group), content))
