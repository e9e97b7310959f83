"""Whether a draft does what an order hidden in the profile wanted.

The order itself never reaches a writer that we prompt, but the gate also judges texts from elsewhere, and a filter can
miss an order in one field that it catches in another. What gives an obeying draft away is what it took over from the
order: its quoted words, its links, its figures, its rare words; or the manner that the order asked for.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from shared.domain.lazy_pattern import lazy_pattern
from shared.gate.directives import is_deed, is_forbidding, is_saying, is_telling, is_told_as_duty, names_a_writer
from shared.gate.evidence import Evidence
from shared.gate.figures import figures_in
from shared.gate.folding import fold
from shared.gate.lexicon import word_set
from shared.gate.links import find_links
from shared.gate.manners import is_hardly_a_message, names_a_form, rare_forms, words_as_told, written_as_told
from shared.gate.mentions import (
    STEM,
    has_meaning,
    is_function_word,
    is_mentioned,
    own_stems,
    speaks_of,
    telling_verbs,
    told_part,
    wanted_stems,
)
from shared.gate.quoted import quoted_stretches
from shared.gate.reading import Passage
from shared.gate.words import tokens_of

_QUOTED = lazy_pattern(r"[«“\"'‘`]([^«»“”\"'‘’`\n]{2,200})[»”\"'’`]")
_QUOTED_INSIDE = lazy_pattern(
    r"(?<!\w)'([^'\n]{2,200})'(?!\w)|«([^«»\n]{2,200})»|“([^“”\n]{2,200})”|‘([^‘’\n]{2,200})’"
)
_MARK = lazy_pattern(r"#\w{3,}|\b(?=\w*\d)(?=\w*[A-Za-z])[\w-]{4,}\b|\b[A-ZÁÉÍÓÚÜÑ]{4,}(?:-\d+)?\b")
_SIGN = lazy_pattern("[\u2600-\u27bf\U0001f300-\U0001faff]")
_READ_BACKWARDS = lazy_pattern(r"\bal reves\b|\binvertid|\bbackwards?\b|\brevers|\bde atras (?:a|hacia) adelante\b")
_SHORTEST_WORD = 4
_MANY_ORDINARY_WORDS = 4
_RUN, _LONG_RUN = 4, 5
_SMALL = 12
"""Numbers up to a dozen stand in any text."""
_FEWEST_SAID = 2
_MUCH = 3
_FEWEST_STRANGE = 2
_SHARE_STRANGE = 0.6
_Places = Iterator[tuple[int, int]]
_Place = tuple[Passage, int, int]


def obeys(order: str, passages: tuple[Passage, ...], evidence: Evidence) -> Iterator[_Place]:
    """The places in the draft that do what `order` surely wants; the whole of a passage where it is its manner.

    Beside a sure order, what nothing explains is taken for obedience too.
    """
    for passage in passages:
        yield from ((passage, *place) for place in _objects(order, passage, evidence))
        yield from ((passage, *place) for place in _manners(order, passage, evidence))
        quoted = quoted_stretches(passage)
        for start, end in _shared_runs(tokens_of(order), passage, evidence):
            if not any(first <= start < last for first, last in quoted):
                yield passage, start, end
        if not is_mentioned(order, passage, evidence):
            yield from ((passage, *place) for place in _shared_words(order, passage, evidence))
            yield from ((passage, *place) for place in _unexplained(passage, evidence))


def follows(
    suspects: Iterable[str], passages: tuple[Passage, ...], evidence: Evidence
) -> set[tuple[Passage, int, int]]:
    """The places in the draft that do what texts say that may be orders and may be advice to somebody else.

    To speak of advice is no obedience: a passage that quotes it, retells it or judges it does not do it.
    """
    suspects = tuple(suspects)
    in_a_form = {(passage, 0, len(passage.text)) for passage in passages if _has_a_form_told(passage, evidence)}
    if not suspects:
        return in_a_form
    known = Evidence(evidence.prospect, tuple(fact for fact in evidence.facts if not _is_of(fact.text, suspects)))
    return in_a_form | {
        (passage, start, end)
        for suspect in suspects
        for passage in passages
        for start, end in _done(suspect, passage, known)
    }


def _done(suspect: str, passage: Passage, evidence: Evidence) -> _Places:
    """What of the text the passage does; single words only where nothing was told word for word, and only if no
    sentence of the passage speaks of the text.
    """
    yield from _where_not_mentioned(_manners(suspect, passage, evidence), suspect, passage, evidence)
    if is_forbidding(fold(suspect)):
        return  # what is not to be said is obeyed by silence
    told = None if is_told_as_duty(fold(suspect)) else told_part(suspect)
    objects = list(_objects(suspect, passage, evidence, told))
    runs = [run for run in _shared_runs(tokens_of(suspect), passage, evidence, _LONG_RUN) if _tells_much(passage, run)]
    yield from _where_not_mentioned((*objects, *runs), suspect, passage, evidence)
    if not is_mentioned(suspect, passage, evidence):
        yield from () if objects else _said(suspect, passage, evidence)


def _has_a_form_told(passage: Passage, evidence: Evidence) -> bool:
    """Whether a passage has a form that messages hardly ever have (capitals, verse, a cipher) and that some sentence
    of the profile names.
    """
    forms = rare_forms(passage)
    if not forms:
        return False
    sentences = (sentence for fact in evidence.about_them for sentence in fact.text.splitlines())
    return any(names_a_form(folded, forms) for folded in map(fold, sentences))


def _tells_much(passage: Passage, run: tuple[int, int]) -> bool:
    return len([word for word in passage.words_between(*run) if has_meaning(word.folded)]) >= _MUCH


def _where_not_mentioned(
    places: Iterable[tuple[int, int]], order: str, passage: Passage, evidence: Evidence
) -> _Places:
    """The places whose own sentence does not speak of the order, or is made of its words alone."""
    for start, end in places:
        around = [sentence for sentence in passage.sentences if sentence.start < end and start < sentence.end]
        alone = any(
            passage.text[sentence.start : sentence.end].strip(" .!") == passage.text[start:end] for sentence in around
        )
        if alone or not speaks_of(around, order, passage, evidence):
            yield start, end


def _is_of(fact: str, suspects: tuple[str, ...]) -> bool:
    return any(fact in suspect or suspect in fact for suspect in suspects)


def _objects(order: str, passage: Passage, evidence: Evidence, told: str | None = None) -> _Places:
    """What can be told word for word: quoted words, marks (hashtags, codes, capitals), links, figures, names reversed.

    `told` is the part of the text whose figures may be told, if it is not all of it: "52 engineers, one rule: answer".
    """
    yield from _quoted_words(order, passage, evidence)
    yield from _reversed_names(order, passage, evidence)
    for mark in {fold(match.group()) for match in _MARK.finditer(order)}:
        start = passage.folded.find(mark) if mark not in evidence.folded else -1
        if start >= 0:
            yield start, start + len(mark)
    signs = {sign for sign in _SIGN.findall(order) if sign not in evidence.folded}
    yield from ((match.start(), match.end()) for match in _SIGN.finditer(passage.text) if match.group() in signs)
    hosts = {link.host for link in find_links(order)}
    yield from ((link.start, link.end) for link in passage.links if link.host in hosts)
    figures = figures_in(fold(order if told is None else told))
    values = {figure.value for figure in figures if figure.value > _SMALL} - evidence.figures.keys()
    yield from ((figure.start, figure.end) for figure in passage.figures if figure.value in values)


def _reversed_names(order: str, passage: Passage, evidence: Evidence) -> _Places:
    """The person's names read from their ends, where the order speaks of that."""
    names = evidence.names.all_forms
    if not _READ_BACKWARDS.search(fold(order)):
        return
    for word in passage.words:
        if len(word.folded) >= _SHORTEST_WORD and word.folded[::-1] in names and word.folded not in names:
            yield word.start, word.end


def _quoted_words(order: str, passage: Passage, evidence: Evidence) -> _Places:
    quoted = {match[match.lastindex or 0] for pattern in (_QUOTED, _QUOTED_INSIDE) for match in pattern.finditer(order)}
    for text in quoted:
        wanted = fold(text).strip(" .,;:!?¡¿")
        is_said = len(wanted) > 1 and wanted not in evidence.folded and not is_function_word(wanted)
        start = passage.folded.find(wanted) if is_said else -1
        if start >= 0 and not (len(wanted) < _SHORTEST_WORD and not _stands_alone(passage, start, start + len(wanted))):
            yield start, start + len(wanted)


def _stands_alone(passage: Passage, start: int, end: int) -> bool:
    return any(word.start == start and word.end == end for word in passage.words)


def _shared_runs(order: tuple[str, ...], passage: Passage, evidence: Evidence, length: int = _RUN) -> _Places:
    """So many words in a row of the order that no fact holds."""
    runs = {order[i : i + length] for i in range(len(order) - length + 1)}
    words = passage.words
    for index in range(len(words) - length + 1):
        run = tuple(word.folded for word in words[index : index + length])
        if run in runs and run[:3] not in evidence.word_runs:
            yield words[index].start, words[index + length - 1].end


def _shared_words(order: str, passage: Passage, evidence: Evidence) -> _Places:
    """The words that order and draft share and neither facts nor ordinary messages hold; or many ordinary ones."""
    wanted = wanted_stems(order, evidence)
    shared = [word for word in passage.words if has_meaning(word.folded) and word.folded[:STEM] in wanted]
    rare = [word for word in shared if word.folded[:STEM] not in _ordinary_stems()]
    if rare or len({word.folded[:STEM] for word in shared}) >= _MANY_ORDINARY_WORDS:
        yield from ((word.start, word.end) for word in rare or shared)


def _unexplained(passage: Passage, evidence: Evidence) -> _Places:
    """The sentences most of whose words are in no fact and in no ordinary message; a question is asked of anybody,
    and a figure of a fact explains a sentence.
    """
    known = {token[:STEM] for token in tokens_of(evidence.folded)} | _ordinary_stems()
    for sentence in passage.sentences:
        if passage.text[: sentence.end].endswith("?"):
            continue
        if any(f.value > _SMALL and f.value in evidence.figures for f in passage.figures_between(*sentence)):
            continue
        words = [word for word in passage.words_between(*sentence) if has_meaning(word.folded)]
        strange = [word for word in words if word.folded[:STEM] not in known]
        if len(strange) >= _FEWEST_STRANGE and len(strange) > _SHARE_STRANGE * len(words):
            yield sentence


def _said(suspect: str, passage: Passage, evidence: Evidence) -> _Places:
    """The words of the text that no fact and no ordinary message holds: what is to be said stands in them."""
    wanted = wanted_stems(told_part(suspect), evidence)
    shared = [word for word in passage.words if has_meaning(word.folded) and word.folded[:STEM] in wanted]
    rare = [word for word in shared if word.folded[:STEM] not in _ordinary_stems()]
    own = own_stems(suspect)
    is_much = len({word.folded[:STEM] for word in shared}) >= _FEWEST_SAID and not _tells_what_to_do(suspect)
    if is_much or any(_dictates(suspect) or word.folded[:STEM] in own for word in rare):
        yield from ((word.start, word.end) for word in rare or shared)


def _dictates(suspect: str) -> bool:
    """Whether the text names a writer, or tells at once or as a duty to say something: one rare word is then enough."""
    folded = fold(suspect)
    if names_a_writer(folded):
        return True
    says = any(map(is_saying, telling_verbs(tokens_of(suspect))))
    return says and (_tells_at_once(suspect) or is_told_as_duty(folded))


def _tells_what_to_do(suspect: str) -> bool:
    """Whether its verbs tell to send or keep something and none to say anything: whoever has words in common with
    that speaks of it.
    """
    verbs = list(filter(is_telling, tokens_of(suspect)))
    return bool(verbs) and all(map(is_deed, verbs))


def _tells_at_once(suspect: str) -> bool:
    """Whether the text, or what stands behind a colon or on a line of its own, begins with a telling verb; what it
    quotes is not told to anybody.
    """
    heads = (tokens_of(part)[:1] for part in re.split(r"[:\n]", _QUOTED.sub(" ", suspect)))
    return any(is_telling(head[0]) for head in heads if head)


def _manners(order: str, passage: Passage, evidence: Evidence) -> _Places:
    folded = fold(order)
    yield from words_as_told(folded, passage, evidence.folded)
    if written_as_told(folded, passage) or is_hardly_a_message(passage):
        yield 0, len(passage.text)


@cache
def _ordinary_stems() -> frozenset[str]:
    return frozenset(word[:STEM] for word in word_set("ordinary_words"))
