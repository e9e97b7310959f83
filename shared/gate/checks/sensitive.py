"""sensitive: nothing on health, religion, politics, origin, union or sexuality is said of the person."""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from shared.domain.errors import Sentence
from shared.domain.lazy_pattern import lazy_pattern, lexicon_patterns
from shared.domain.message import Check, Span
from shared.gate.address.words import addresses
from shared.gate.beginnings import groups_begun
from shared.gate.context import GateContext
from shared.gate.evidence import Evidence
from shared.gate.findings import blocked, passed
from shared.gate.lexicon import one_of, table
from shared.gate.reading import Passage, Reading
from shared.gate.sentences import Stretch

NAME = "sensitive"

_PRIVATE = Sentence(
    "Habla de salud, religión, política, origen, sindicato o sexualidad de la persona: eso no se escribe, aunque sea "
    "cierto.",
    "It speaks of the person's health, religion, politics, origin, union or sexuality: that is not written, even if it "
    "is true.",
)
_SHORTEST_NAME = 4
_PREFIX = 5
_SHORTEST_BEGINNING = 5
_SUBJECTS = ("states", "matters", "acts", "wishes", "strong")
_OPTIONAL = lazy_pattern(r"[a-z]\?")
_LITERAL = lazy_pattern(r"[a-z]{3,}")
_RUN = lazy_pattern(r"\w+")


def examine(reading: Reading, _context: GateContext) -> Check:
    """Block what is said of the person or their family, true or inferred; their employer and their field may be of
    that kind: a hospital, a diocese, "Directora de Salud Laboral".
    """
    spans = [span for passage in reading.passages for span in _private(passage, reading.evidence)]
    if spans:
        return blocked(NAME, _PRIVATE, spans)
    return passed(NAME, "Nada privado de la persona", "Nothing private about the person")


def _private(passage: Passage, evidence: Evidence) -> Iterator[Span]:
    if not _may_hold(groups_begun("sensitive", passage.runs)):
        return
    for sentence in passage.sentences:
        begun = groups_begun("sensitive", _RUN.findall(passage.folded, *sentence))
        if _may_hold(begun) and any(_may_be_private(word.folded) for word in passage.words_between(*sentence)):
            yield from _tied_to_the_reader(passage, sentence, _frames_begun(begun), evidence)
            if "strong" in begun:
                yield from _spoken_of(passage, sentence, evidence)


def _may_hold(begun: set[str]) -> bool:
    """Whether a text with entries of these groups can hold anything private."""
    return "strong" in begun or next(_frames_begun(begun), None) is not None


def _frames_begun(begun: set[str]) -> Iterator[re.Pattern[str]]:
    return (frame.pattern for frame in _frames() if not any(map(begun.isdisjoint, frame.needs)))


def _tied_to_the_reader(
    passage: Passage, sentence: Stretch, frames: Iterable[re.Pattern[str]], evidence: Evidence
) -> Iterator[Span]:
    for pattern in frames:
        for match in pattern.finditer(passage.folded, *sentence):
            if not _is_their_work(match["matter"], evidence) and not _is_told_of_another(passage, sentence, match):
                yield passage.span(*match.span())


def _is_told_of_another(passage: Passage, sentence: Stretch, match: re.Match[str]) -> bool:
    """Whether it says neither "you" nor "your", and somebody stands before it whom it may be about."""
    says_you = _words_of("second_person").search(match[0]) or any(map(addresses, match[0].split()))
    return not says_you and _is_of_another(passage, sentence, match.start())


def _spoken_of(passage: Passage, sentence: Stretch, evidence: Evidence) -> Iterator[Span]:
    """A word that is of no use but for a person, in a sentence that speaks to the reader and of no organisation."""
    if _words_of("organisation_words").search(passage.folded, *sentence) or not _speaks_to_reader(passage, sentence):
        return
    for match in _words_of("strong").finditer(passage.folded, *sentence):
        if not _is_their_work(match[0], evidence) and not _is_of_another(passage, sentence, match.start()):
            yield passage.span(*match.span())


def _speaks_to_reader(passage: Passage, sentence: Stretch) -> bool:
    """Whether a word of the second person stands in it, or any verb that says tú or vos."""
    if _words_of("second_person").search(passage.folded, *sentence):
        return True
    return any(addresses(word.text.lower()) for word in passage.words_between(*sentence))


def _is_of_another(passage: Passage, sentence: Stretch, offset: int) -> bool:
    """Whether somebody else than the reader, whom it may be about, stands before it: "un residente con demencia"."""
    return _words_of("others").search(passage.folded, sentence.start, offset) is not None


@lru_cache(maxsize=20_000)
def _may_be_private(word: str) -> bool:
    """Whether a folded word begins as one of the lexicon's: most sentences have none, and that is quick to see."""
    shortest = min(_SHORTEST_BEGINNING, max(len(word) - 1, 2))
    return any(word[:length] in _beginnings() for length in range(len(word), shortest - 1, -1))


@cache
def _beginnings() -> frozenset[str]:
    """The literal beginnings of the lexicon's words.

    Left out are words that stand in any text; a private phrase has others beside them.
    """
    words = table("sensitive")
    entries = _OPTIONAL.sub(" ", " ".join(entry for group in _SUBJECTS for entry in words[group]))
    return frozenset((*_LITERAL.findall(entries), *words["short"])) - frozenset(words["common"])


def _is_their_work(matter: str | None, evidence: Evidence) -> bool:
    """Whether a possessed matter ("your church") is in the name of their employer, title or field."""
    words = [word for word in re.findall(r"\w+", matter or "") if len(word) >= _SHORTEST_NAME]
    return bool(words) and all(word[:_PREFIX] in evidence.folded_names for word in words)


@lexicon_patterns(lambda: ("second_person", "organisation_words", "strong", "others"))
def _words_of(group: str) -> re.Pattern[str]:
    return lazy_pattern(rf"\b{one_of('sensitive', group)}\b")


class _Frame(NamedTuple):
    """A pattern, and groups of the lexicon: of each of `needs` a text must hold one."""

    pattern: re.Pattern[str]
    needs: tuple[frozenset[str], ...]


@lexicon_patterns()
def _frames() -> tuple[_Frame, ...]:
    """What ties a sensitive word to the reader: a possessive, a statement of being, a verb in the second person."""
    words = {group: one_of("sensitive", group) for group in table("sensitive")}
    yours = r"\b(?:tu|tus|su|sus|vuestr[oa]s?|your)\s+"
    of_work = rf"(?!['’]?s?[\s-]+{words['organisation']}\b)"
    being = (
        r"\b(?:eres|sos|eras|seas|es usted|es|siendo|entre|(?:por|al) ser|ser|como|estas|esta usted|estabas"
        r"|you are|are you|you're|you were|you being|being|since you are|as|yourself|fellow)\s+"
        r"(?:(?:an?|un|una|muy|tan|buen[oa]?|otr[oa]|mujer|hombre"
        r"|person[ae]?|fellow|devout|practi[sc]ing|proud|openly|recently|a proud|the only|la unica|el unico"
        r"|usted|vos|tu|lifelong|committed|loyal|good|true|real|gran|verdader[oa]|autentic[oa]|orgullos[oa])\s+){0,3}"
    )
    state, matter, family = words["states"], words["matters"], words["family"]
    of_family = frozenset(("states", "matters")), frozenset(("family",))
    frames = (
        (rf"{yours}(?:(?!{family}\b)[\w]+\s+)?(?P<matter>{matter})\b{of_work}", _one("matters")),
        (rf"{being}{state}\b{of_work}(?P<matter>)?", _one("states")),
        (rf"\b(?:{state}|{matter})\s+(?:de|of)\s+(?:tu|su|vuestr[oa]|your)\s+{family}\b(?P<matter>)?", of_family),
        (rf"\b(?:{state})\s+(?:como (?:tu|usted|vos)|like you(?:rself)?)\b(?P<matter>)?", _one("states")),
        (rf"\b{words['acts']}\b(?P<matter>)?", _one("acts")),
        (rf"\b{words['wishes']}\b(?P<matter>)?", _one("wishes")),
        (rf"{yours}(?:\w+\s+)?{family}\b[^.!?\n]{{0,60}}?\b(?:{state}|{matter})\b(?P<matter>)?", of_family),
    )
    return tuple(_Frame(lazy_pattern(source), needs) for source, needs in frames)


def _one(group: str) -> tuple[frozenset[str]]:
    return (frozenset((group,)),)
