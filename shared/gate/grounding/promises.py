"""What we promise the reader: payment, guarantees, refunds, gifts, exclusivity, discounts, free periods, prices.

A promise binds us, whoever had it put into the text, so only a proof point or what we offer may make it; an offer to
talk, to show something or of a coffee binds nobody. `lexicons/promises.json` has the sorts of promise: how each is
`said` in our own voice, and which words show that a fact of ours, in whatever wording, has `held` it out.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from shared.domain.errors import Sentence
from shared.domain.lazy_pattern import lazy_pattern, lexicon_patterns
from shared.gate.figure import Unit
from shared.gate.figures import figures_in
from shared.gate.folding import fold
from shared.gate.grounding.finding import UNSUPPORTED, Finding, quoted
from shared.gate.grounding.known import Known
from shared.gate.grounding.measures import is_money
from shared.gate.lexicon import table
from shared.gate.quoted import quoted_stretches
from shared.gate.reading import Passage

_DENIED = lazy_pattern(
    r"\b(?:no|nunca|jamas|ni|sin|tampoco|nadie|not|never|nor|cannot|without|nobody|\w+n't)\s(?:[\w']+\s){0,3}$"
)
_ABOUT_THEM = lazy_pattern(r"\b(?:tus|sus|vuestr[oa]s?|your|their)\s(?:(?!primer|first)\w+\s){0,2}$")
_CLAUSE_END = lazy_pattern(r"[.,;:!?¿¡\n]")
_FIRST = ("primer", "first")
_REACH = 40


class _Promise(NamedTuple):
    """A sort of promise: what it is called, the letters of which a text that makes it has some, how it is said, and
    what shows that a fact of ours makes it.
    """

    name: Sentence
    signs: tuple[str, ...]
    said: re.Pattern[str]
    held: re.Pattern[str]


def judged_promises(passage: Passage, known: Known) -> Iterator[Finding]:
    """The promises of a passage that no fact of ours makes, or makes with other figures; one of each sort."""
    begun = _begun(passage)
    quotations = quoted_stretches(passage) if begun else []
    for promise in begun:
        said = (match for match in promise.said.finditer(passage.folded) if _is_ours(passage, match, quotations))
        match = next((match for match in said if not _is_held(promise, match[0], known)), None)
        if match is not None:
            yield Finding(passage, *match.span(), "ourselves", UNSUPPORTED, (), _detail(promise, passage, match))


def _begun(passage: Passage) -> list[_Promise]:
    """The sorts that the passage has a sign of."""
    text = passage.folded.replace("\n", " ")
    numbers = {number for sign, number in _signs_in_text() if sign in text}
    return [_promises()[number] for number in sorted(numbers.union(*map(_begun_by, passage.runs)))]


@cache
def _signs_in_text() -> tuple[tuple[str, int], ...]:
    """The signs that are no part of a word, each with the number of its sort."""
    signs = ((sign, number) for number, promise in enumerate(_promises()) for sign in promise.signs)
    return tuple((sign, number) for sign, number in signs if not sign.strip().isalnum())


@lru_cache(maxsize=16_384)
def _begun_by(word: str) -> frozenset[int]:
    """The numbers of the sorts of which a folded word has a sign; a space tells where the word begins or ends."""
    spaced = f" {word} "
    return frozenset(
        number for number, promise in enumerate(_promises()) if any(sign in spaced for sign in promise.signs)
    )


def _detail(promise: _Promise, passage: Passage, match: re.Match[str]) -> Sentence:
    said = quoted(passage.text[match.start() : match.end()])
    return Sentence(
        f"Promete {promise.name.es} («{said}»), y no está entre lo que podemos decir.",
        f"It promises {promise.name.en} (“{said}”), which is not among what we may say.",
    )


def _is_ours(passage: Passage, match: re.Match[str], quotations: list[tuple[int, int]]) -> bool:
    """Whether nobody else says it, and the words before neither deny it nor say that it is theirs: "tus tres meses
    de garantía", but not "tu primer mes gratis".
    """
    if any(start <= match.start() < end for start, end in quotations):
        return False
    before = _CLAUSE_END.split(passage.folded[max(0, match.start() - _REACH) : match.start()])[-1]
    theirs = _ABOUT_THEM.search(before) and not match[0].startswith(_FIRST)
    return not (theirs or _DENIED.search(before))


def _is_held(promise: _Promise, said: str, known: Known) -> bool:
    """Whether a fact of ours makes such a promise, and amounts and shares in it are ours."""
    if not any(promise.held.search(fold(fact.text)) for fact in known.evidence.about_us):
        return False
    told = (figure.value for figure in figures_in(said) if figure.unit is Unit.PERCENT or is_money(figure))
    return all(value in known.our_figures.by_value for value in told)


@lexicon_patterns()
def _promises() -> tuple[_Promise, ...]:
    return tuple(
        _Promise(
            Sentence(sort["es"], sort["en"]),
            tuple(sort["signs"]),
            _pattern("|".join(sort["said"])),
            _pattern(sort["held"]),
        )
        for sort in table("promises")["sorts"].values()
    )


def _pattern(source: str) -> re.Pattern[str]:
    """A pattern of the lexicon with its macros filled in, for any space between two words."""
    macros = table("promises")["macros"]
    filled = re.sub(rf"\b(?:{'|'.join(macros)})\b", lambda match: str(macros[match[0]]), source)
    return lazy_pattern(rf"(?<![\w-])(?:{filled.replace(' ', chr(92) + 's')})(?!\w)")
