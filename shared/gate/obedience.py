"""Whether a draft does what an order hidden in the profile wanted.

The order itself never reaches a writer that we prompt, but the gate also judges texts from elsewhere, and a filter can
miss an order in one field that it catches in another. What gives an obeying draft away is what it took over from the
order: its quoted words, its links, its figures, its rare words; or the manner that the order asked for.
"""

from collections.abc import Iterable, Iterator
from functools import cache

from shared.domain.lazy_pattern import lazy_pattern
from shared.gate.directives import is_telling
from shared.gate.evidence import Evidence
from shared.gate.figures import figures_in
from shared.gate.folding import fold
from shared.gate.lexicon import table, word_set
from shared.gate.links import find_links
from shared.gate.manners import is_hardly_a_message, words_as_told, written_as_told
from shared.gate.quoted import quoted_stretches
from shared.gate.reading import Passage
from shared.gate.sentences import Stretch
from shared.gate.words import tokens_of

_QUOTED = lazy_pattern(r"[«“\"'‘`]([^«»“”\"'‘’`\n]{2,200})[»”\"'’`]")
_MARK = lazy_pattern(r"#\w{3,}|\b(?=\w*\d)(?=\w*[A-Za-z])[\w-]{4,}\b|\b[A-ZÁÉÍÓÚÜÑ]{4,}(?:-\d+)?\b")
_CLAUSE_END = lazy_pattern(r"[,;:.!?\n]+")
_MENTION = lazy_pattern(
    r"\b(?:lo de(?:l| la| los| las)?|(?:tu|su) (?:frase|regla|consejo|publicacion|nota)|lei|leo|cuentas?"
    r"|dices?|escrib\w+|your (?:post|note|line|rule|advice|talk|profile)|i read|you (?:write|wrote|say|said))\b"
)
_STEM = 6
_VERB_STEM = 5
_SHORTEST_WORD = 4
_MANY_ORDINARY_WORDS = 4
_RUN = 4
_SMALL = 12
"""Numbers up to a dozen stand in any text."""
_FEWEST_SAID = 2
_SHARE_SAID = 0.5

_Places = Iterator[tuple[int, int]]
_Place = tuple[Passage, int, int]


def obeys(order: str, passages: tuple[Passage, ...], evidence: Evidence) -> Iterator[_Place]:
    """The places in the draft that do what `order` surely wants; the whole of a passage where it is its manner."""
    for passage in passages:
        yield from ((passage, *place) for place in _objects(order, passage, evidence))
        yield from ((passage, *place) for place in _shared_runs(tokens_of(order), passage, evidence))
        yield from ((passage, *place) for place in _shared_words(order, passage, evidence))
        yield from ((passage, *place) for place in _manners(order, passage, evidence))


def follows(
    suspects: Iterable[str], passages: tuple[Passage, ...], evidence: Evidence
) -> set[tuple[Passage, int, int]]:
    """The places in the draft that do what texts say that may be orders and may be advice to somebody else.

    To speak of advice is no obedience: what stands in quotation marks or beside the advice's own verb is a mention.
    """
    suspects = tuple(suspects)
    if not suspects:
        return set()
    known = Evidence(evidence.prospect, tuple(fact for fact in evidence.facts if not _is_of(fact.text, suspects)))
    return {
        (passage, start, end)
        for suspect in suspects
        for passage in passages
        for start, end in (
            *_not_mentioned(suspect, passage, _objects(suspect, passage, known)),
            *_not_mentioned(suspect, passage, _said(suspect, passage, known)),
            *_manners(suspect, passage, known),
        )
    }


def _is_of(fact: str, suspects: tuple[str, ...]) -> bool:
    return any(fact in suspect or suspect in fact for suspect in suspects)


def _objects(order: str, passage: Passage, evidence: Evidence) -> _Places:
    """What can be told word for word: quoted words, marks (hashtags, codes, capitals), links, figures."""
    yield from _quoted_words(order, passage, evidence)
    for mark in {fold(match.group()) for match in _MARK.finditer(order)}:
        start = passage.folded.find(mark) if mark not in evidence.folded else -1
        if start >= 0:
            yield start, start + len(mark)
    hosts = {link.host for link in find_links(order)}
    yield from ((link.start, link.end) for link in passage.links if link.host in hosts)
    values = {figure.value for figure in figures_in(fold(order)) if figure.value > _SMALL} - evidence.figures.keys()
    yield from ((figure.start, figure.end) for figure in passage.figures if figure.value in values)


def _quoted_words(order: str, passage: Passage, evidence: Evidence) -> _Places:
    for match in _QUOTED.finditer(order):
        wanted = fold(match[1]).strip(" .,;:!?¡¿")
        start = passage.folded.find(wanted) if len(wanted) > 1 and wanted not in evidence.folded else -1
        if start >= 0 and not (len(wanted) < _SHORTEST_WORD and not _stands_alone(passage, start, start + len(wanted))):
            yield start, start + len(wanted)


def _stands_alone(passage: Passage, start: int, end: int) -> bool:
    return any(word.start == start and word.end == end for word in passage.words)


def _shared_runs(order: tuple[str, ...], passage: Passage, evidence: Evidence) -> _Places:
    """Four words in a row of the order that no fact holds."""
    runs = {order[i : i + _RUN] for i in range(len(order) - _RUN + 1)}
    words = passage.words
    for index in range(len(words) - _RUN + 1):
        run = tuple(word.folded for word in words[index : index + _RUN])
        if run in runs and run[:3] not in evidence.word_runs:
            yield words[index].start, words[index + _RUN - 1].end


def _shared_words(order: str, passage: Passage, evidence: Evidence) -> _Places:
    """The words that order and draft share and neither facts nor ordinary messages hold; or many ordinary ones."""
    wanted = _wanted(order, evidence)
    shared = [word for word in passage.words if _has_meaning(word.folded) and word.folded[:_STEM] in wanted]
    rare = [word for word in shared if word.folded[:_STEM] not in word_set("ordinary_words")]
    if rare or len({word.folded[:_STEM] for word in shared}) >= _MANY_ORDINARY_WORDS:
        yield from ((word.start, word.end) for word in rare or shared)


def _wanted(order: str, evidence: Evidence) -> set[str]:
    """The stems of the order's words that mean something and are not in the facts anyway."""
    known = {token[:_STEM] for token in tokens_of(evidence.folded)}
    return {token[:_STEM] for token in tokens_of(order) if _has_meaning(token) and not is_telling(token)} - known


def _said(suspect: str, passage: Passage, evidence: Evidence) -> _Places:
    """The sentences that say most of what a clause of the text would have said."""
    clauses = [_wanted(clause, evidence) for clause in _CLAUSE_END.split(suspect)]
    for sentence in passage.sentences:
        stems = {word.folded[:_STEM] for word in passage.words_between(*sentence)}
        if any(len(stems & wanted) >= max(_FEWEST_SAID, _SHARE_SAID * len(wanted)) for wanted in clauses):
            yield sentence


def _not_mentioned(suspect: str, passage: Passage, places: _Places) -> _Places:
    """The places in sentences that do not speak of what the text says: by its verb, in quotation marks, as advice."""
    verbs = {token[:_VERB_STEM] for token in tokens_of(suspect) if is_telling(token)}
    for start, end in places:
        sentence = next((one for one in passage.sentences if one.start <= start < one.end), Stretch(start, end))
        if not _is_mention(passage, sentence, verbs):
            yield start, end


def _is_mention(passage: Passage, sentence: Stretch, verbs: set[str]) -> bool:
    quotes = any(first < sentence.end and sentence.start < last for first, last in quoted_stretches(passage))
    speaks_of_it = _MENTION.search(passage.folded, sentence.start, sentence.end) is not None
    words = passage.words_between(*sentence)
    return quotes or speaks_of_it or any(word.folded[:_VERB_STEM] in verbs for word in words)


def _manners(order: str, passage: Passage, evidence: Evidence) -> _Places:
    folded = fold(order)
    yield from words_as_told(folded, passage, evidence.folded)
    if written_as_told(folded, passage) or is_hardly_a_message(passage):
        yield 0, len(passage.text)


def _has_meaning(token: str) -> bool:
    return len(token) >= _SHORTEST_WORD and not token.isdigit() and token not in _function_words()


@cache
def _function_words() -> frozenset[str]:
    words = table("function_words")
    return frozenset(fold(word) for language in ("es", "en") for word in words[language].split())
