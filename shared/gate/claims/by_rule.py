"""Claims that rules find surely: the facts' own names, places, titles and figures, where the text repeats them."""

from collections.abc import Iterator

from shared.domain.lazy_pattern import lazy_pattern
from shared.domain.message import Fact
from shared.gate.claims.kinds import kind_of_fact, kind_of_figure
from shared.gate.companies import company_forms
from shared.gate.evidence import Evidence, is_ours
from shared.gate.figure import Figure, Unit
from shared.gate.grounding.finding import VERIFIED, Finding, ids_of
from shared.gate.phrases import Occurrence, PhraseBook
from shared.gate.reading import Passage, Reading
from shared.gate.words import tokens_of

_LONGEST_NAME_OF_SOMETHING = 80
_QUOTATION = lazy_pattern(r"[«“\"]([^«»“”\"\n]{8,400})[»”\"]")
_PARTS = {
    "title": lazy_pattern(r"\s+[|·–—-]\s+|\s*[|·]\s*|,\s+|\s+(?:en|at|@)\s+"),
    "place": lazy_pattern(r"\s*[,·|/]\s*|\s+-\s+"),
}
_NEEDS_CAPITAL = ("technology", "product")
_SAME_NOUN = 5


def found_claims(reading: Reading) -> Iterator[Finding]:
    """The verified claims that can be found without knowing more than the facts; quotations first, then names of
    things, then figures. They may overlap.
    """
    vocabulary = frozenset().union(*(passage.vocabulary for passage in reading.passages))
    book = PhraseBook(_phrases(reading.evidence, vocabulary))
    for passage in reading.passages:
        yield from _quotations(passage, reading.evidence)
        for occurrence in book.find(passage.words):
            if _is_meant(occurrence):
                yield _claim_of(passage, occurrence)
        yield from _figures(passage, reading.evidence)


def _phrases(evidence: Evidence, vocabulary: frozenset[str]) -> Iterator[tuple[tuple[str, ...], Fact]]:
    """What names a fact, where a text with this vocabulary can hold it."""
    for fact in evidence.facts:
        for form in _forms(fact, evidence):
            if vocabulary.issuperset(form):
                yield form, fact


def _forms(fact: Fact, evidence: Evidence) -> set[tuple[str, ...]]:
    """The ways to write what a fact names; none for prose, dates and figures."""
    kind = kind_of_fact(fact)
    if fact.field == "full_name":
        parts = (evidence.prospect.first_name, evidence.prospect.last_name)
        wholes = {evidence.tokens[fact.id], *(tokens_of(part) for part in parts if part)}
        return wholes | {(name,) for name in evidence.names.words_alone if len(name) > 1}
    if kind == "company" or fact.field == "sender.company":
        return company_forms(fact.text)
    if kind in _PARTS:
        return {evidence.tokens[fact.id], *map(tokens_of, _PARTS[kind].split(fact.text))}
    is_named = kind in ("school", "technology", "product") or fact.field.startswith("sender.")
    return {evidence.tokens[fact.id]} if is_named and len(fact.text) <= _LONGEST_NAME_OF_SOMETHING else set()


def _is_meant(occurrence: Occurrence[Fact]) -> bool:
    """Whether the words stand for the fact: a single lower-case word may just be that word ("ventas")."""
    if occurrence.first != occurrence.last or occurrence.first.capitalised:
        return True
    return kind_of_fact(occurrence.meanings[0]) not in _NEEDS_CAPITAL


def _claim_of(passage: Passage, occurrence: Occurrence[Fact]) -> Finding:
    facts = occurrence.meanings
    return _verified(passage, occurrence.first.start, occurrence.last.end, kind_of_fact(facts[0]), facts)


def _verified(passage: Passage, start: int, end: int, kind: str, facts: tuple[Fact, ...]) -> Finding:
    return Finding(passage, start, end, kind, VERIFIED, ids_of(facts))


def _quotations(passage: Passage, evidence: Evidence) -> Iterator[Finding]:
    """What stands in quotation marks in the text and so in a fact."""
    for match in _QUOTATION.finditer(passage.text):
        quoted = " ".join(tokens_of(match[1]))
        facts = tuple(fact for fact in evidence.facts if f" {quoted} " in evidence.plain[fact.id])
        if facts and " " in quoted:
            yield _verified(passage, match.start(), match.end(), "quotation", facts)


def _figures(passage: Passage, evidence: Evidence) -> Iterator[Finding]:
    for figure in passage.figures:
        known = evidence.figures.get(figure.value, ())
        facts = tuple(fact for other, fact in known if _is_same(figure, other))
        if facts:
            kind = "ourselves" if all(map(is_ours, facts)) else kind_of_figure(figure)
            yield _verified(passage, figure.start, figure.end, kind, facts)


def _is_same(figure: Figure, known: Figure) -> bool:
    """Whether two figures of one value state the same: the unit too, and the noun where there is no unit."""
    if figure.unit is not known.unit:
        return False
    if figure.unit is not Unit.PLAIN:
        return True
    return bool(figure.noun) and figure.noun[:_SAME_NOUN] == known.noun[:_SAME_NOUN]
