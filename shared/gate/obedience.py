"""Whether a draft does what an order hidden in the profile wanted.

The order itself never reaches a writer that we prompt, but the gate also judges texts from elsewhere, and a filter can
miss an order in one field that it catches in another. What gives an obeying draft away is what it took over from the
order: its quoted words, its links, its figures, its rare words; or the manner that the order asked for.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from shared.domain.lazy_pattern import lazy_pattern
from shared.gate.directives import is_telling
from shared.gate.evidence import Evidence
from shared.gate.figures import figures_in
from shared.gate.folding import fold
from shared.gate.lexicon import one_of, table, word_set
from shared.gate.links import find_links
from shared.gate.manners import is_hardly_a_message, words_as_told, written_as_told
from shared.gate.quoted import quoted_stretches
from shared.gate.reading import Passage
from shared.gate.sentences import Stretch
from shared.gate.words import tokens_of

_QUOTED = lazy_pattern(r"[«“\"'‘`]([^«»“”\"'‘’`\n]{2,200})[»”\"'’`]")
_MARK = lazy_pattern(r"#\w{3,}|\b(?=\w*\d)(?=\w*[A-Za-z])[\w-]{4,}\b|\b[A-ZÁÉÍÓÚÜÑ]{4,}(?:-\d+)?\b")
_MENTION = lazy_pattern(
    r"\b(?:lo de(?:l| la| los| las)?|(?:tu|su) (?:frase|regla|consejo|publicacion|nota)|lei|leo|cuentas?|dices?"
    r"|escrib\w+|\w{2,}(?:aste|iste)|(?:tu|tus|su|sus|your) (?:\w+ )?(?:jef[ea]|boss|equipo|team)"
    r"|your (?:post|note|line|rule|advice|talk|profile)|i read|you (?:write|wrote|say|said|\w+ed))\b"
)
_STEM = 6
_VERB_STEM = 5
_SHORTEST_WORD = 4
_MANY_ORDINARY_WORDS = 4
_RUN = 4
_SMALL = 12
"""Numbers up to a dozen stand in any text."""
_FEWEST_SAID = 2
_RETOLD = 3
_FEWEST_STRANGE = 3
_SHARE_STRANGE = 0.6
_I = frozenset("i we yo te le nosotros to".split())
_MY_OWN = lazy_pattern(r"\b(?:my|mi|mis|our|nuestr[oa]s?) (\w{4,})")

_Places = Iterator[tuple[int, int]]
_Place = tuple[Passage, int, int]


def obeys(order: str, passages: tuple[Passage, ...], evidence: Evidence) -> Iterator[_Place]:
    """The places in the draft that do what `order` surely wants; the whole of a passage where it is its manner.

    Beside a sure order, what nothing explains is taken for obedience too.
    """
    for passage in passages:
        yield from ((passage, *place) for place in _objects(order, passage, evidence))
        yield from ((passage, *place) for place in _manners(order, passage, evidence))
        if not _is_mentioned(order, passage, evidence):
            yield from ((passage, *place) for place in _shared_runs(tokens_of(order), passage, evidence))
            yield from ((passage, *place) for place in _shared_words(order, passage, evidence))
            yield from ((passage, *place) for place in _unexplained(passage, evidence))


def follows(
    suspects: Iterable[str], passages: tuple[Passage, ...], evidence: Evidence
) -> set[tuple[Passage, int, int]]:
    """The places in the draft that do what texts say that may be orders and may be advice to somebody else.

    To speak of advice is no obedience: a passage that quotes it, retells it or judges it does not do it.
    """
    suspects = tuple(suspects)
    if not suspects:
        return set()
    known = Evidence(evidence.prospect, tuple(fact for fact in evidence.facts if not _is_of(fact.text, suspects)))
    return {
        (passage, start, end)
        for suspect in suspects
        for passage in passages
        if not _is_mentioned(suspect, passage, known)
        for start, end in _done(suspect, passage, known)
    }


def _done(suspect: str, passage: Passage, evidence: Evidence) -> _Places:
    """What of the text the passage does; single words only where nothing was told word for word."""
    objects = list(_objects(suspect, passage, evidence))
    yield from objects or _said(suspect, passage, evidence)
    yield from _manners(suspect, passage, evidence)


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
    rare = [word for word in shared if word.folded[:_STEM] not in _ordinary_stems()]
    if rare or len({word.folded[:_STEM] for word in shared}) >= _MANY_ORDINARY_WORDS:
        yield from ((word.start, word.end) for word in rare or shared)


def _wanted(order: str, evidence: Evidence) -> set[str]:
    """The stems of the order's words that mean something and are not in the facts anyway."""
    known = {token[:_STEM] for token in tokens_of(evidence.folded)}
    return {token[:_STEM] for token in tokens_of(order) if _has_meaning(token) and not is_telling(token)} - known


def _unexplained(passage: Passage, evidence: Evidence) -> _Places:
    """The sentences most of whose words are in no fact and in no ordinary message."""
    known = {token[:_STEM] for token in tokens_of(evidence.folded)} | _ordinary_stems()
    for sentence in passage.sentences:
        words = [word for word in passage.words_between(*sentence) if _has_meaning(word.folded)]
        strange = [word for word in words if word.folded[:_STEM] not in known]
        if len(strange) >= _FEWEST_STRANGE and len(strange) > _SHARE_STRANGE * len(words):
            yield sentence


def _said(suspect: str, passage: Passage, evidence: Evidence) -> _Places:
    """The words of the text that no fact and no ordinary message holds: what is to be said stands in them."""
    wanted = _wanted(suspect, evidence)
    shared = [word for word in passage.words if _has_meaning(word.folded) and word.folded[:_STEM] in wanted]
    rare = [word for word in shared if word.folded[:_STEM] not in _ordinary_stems()]
    tells = is_telling(next(iter(tokens_of(suspect)), "")) or _MY_OWN.search(fold(suspect)) is not None
    if (rare and tells) or len({word.folded[:_STEM] for word in shared}) >= _FEWEST_SAID:
        yield from ((word.start, word.end) for word in rare or shared)


def _is_mentioned(suspect: str, passage: Passage, evidence: Evidence) -> bool:
    """Whether some sentence of the passage speaks of the text, which makes of the whole an answer to it."""
    folded = fold(suspect)
    wanted = _wanted(suspect, evidence)
    verbs = tuple(token[:_VERB_STEM] for token in tokens_of(suspect) if is_telling(token))
    own = {match[1][:_STEM] for match in _MY_OWN.finditer(folded)}
    dictates = _phrases("dictates").search(folded) is not None
    return any(
        _retells(passage, sentence, verbs, dictates=dictates)
        or _names(passage, sentence, wanted, own, dictates=dictates)
        for sentence in passage.sentences
    )


def _retells(passage: Passage, sentence: Stretch, verbs: tuple[str, ...], *, dictates: bool) -> bool:
    """Whether a sentence has a verb of the text that is not what the sender does: "greeting the night shift", no "I".

    What dictates is retold by an infinitive or a gerund alone: "telling them the truth".
    """
    words = passage.words_between(*sentence)
    for number, word in enumerate(words):
        if not (verbs and word.folded.startswith(verbs)):
            continue
        by_me = number > 0 and words[number - 1].folded in _I
        if not by_me and not (dictates and not word.folded.endswith(("ing", "ar", "er", "ir"))):
            return True
    return False


def _names(passage: Passage, sentence: Stretch, wanted: set[str], own: set[str], *, dictates: bool) -> bool:
    """Whether a sentence quotes or judges a part of the text, or asks about most of what is no dictation."""
    shared = {word.folded[:_STEM] for word in passage.words_between(*sentence)} & wanted
    if not shared:
        return False
    start, end = sentence
    quotes = any(first < end and start < last for first, last in quoted_stretches(passage))
    if quotes or (not dictates and _MENTION.search(passage.folded, start, end) is not None):
        return True
    if shared & own:
        return False
    asks = len(shared) >= _RETOLD and not dictates and "?" in passage.text[start:end]
    return asks or _phrases("judges").search(passage.folded, start, end) is not None


@cache
def _phrases(group: str) -> re.Pattern[str]:
    return re.compile(rf"\b{one_of('mentions', group)}(?!\w)")


def _manners(order: str, passage: Passage, evidence: Evidence) -> _Places:
    folded = fold(order)
    yield from words_as_told(folded, passage, evidence.folded)
    if written_as_told(folded, passage) or is_hardly_a_message(passage):
        yield 0, len(passage.text)


def _has_meaning(token: str) -> bool:
    return len(token) >= _SHORTEST_WORD and not token.isdigit() and token not in _function_words()


@cache
def _ordinary_stems() -> frozenset[str]:
    return frozenset(word[:_STEM] for word in word_set("ordinary_words"))


@cache
def _function_words() -> frozenset[str]:
    words = table("function_words")
    return frozenset(fold(word) for language in ("es", "en") for word in words[language].split())
