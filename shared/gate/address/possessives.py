"""Su and sus where they mean the reader: behind "vi", "leí", or where nobody else could be meant."""

import re
from collections.abc import Iterator

from shared.domain.lazy_pattern import lazy_pattern
from shared.gate.address.evidence import Address, Evidence
from shared.gate.lexicon import one_of, table
from shared.gate.reading import Passage
from shared.gate.words import Word

_SU = lazy_pattern(r"\bsus?\b(?:\s(?P<noun>\w+))?")
_SEEN_BY_ME = lazy_pattern(rf"\b{one_of('usted', 'seen_by_me')}\b[^.!?\n]{{0,60}}$")
_THIRD_PARTY = lazy_pattern(rf"\b{one_of('usted', 'third_parties')}\b")
_SUBJECT_FIRST = lazy_pattern(r"\W*(?:\w+[,:] )?(?:el|la|este|esta|ese|esa|un|una) \w+")
_END_OF_GREETING = lazy_pattern(r"[^.!?]{0,30}?[,:]")
_LONGEST_GREETING = 40
_AS_FAR_BACK = 160


def possessives_of_usted(passage: Passage) -> Iterator[Evidence]:
    """The places in `passage` where su, sus means the reader."""
    for stretch in passage.sentences:
        sentence = passage.folded[stretch.start : stretch.end]
        for match in _SU.finditer(sentence):
            start = stretch.start + match.start()
            if _means_reader(passage, stretch.start, sentence, match):
                yield Evidence(Address.USTED, start, start + len(match.group().split()[0]))


def _means_reader(passage: Passage, offset: int, sentence: str, match: re.Match[str]) -> bool:
    before = sentence[: match.start()]
    if _THIRD_PARTY.search(before) or _names_somebody(passage, offset, offset + match.start()):
        return False
    if _SEEN_BY_ME.search(before):
        return True
    if match["noun"] not in table("usted")["readers_own"] or _SUBJECT_FIRST.match(before):
        return False
    begins_sentence = not before.strip(" ¿¡")
    return not (begins_sentence and _THIRD_PARTY.search(passage.folded, max(0, offset - _AS_FAR_BACK), offset))


def _names_somebody(passage: Passage, start: int, end: int) -> bool:
    """Whether a name stands inside the sentence before `end`: its owner may be meant."""
    words = passage.words_between(start, end)[1:]
    return any(word.capitalised and not _is_greeted(passage, word) for word in words)


def _is_greeted(passage: Passage, word: Word) -> bool:
    """Whether the word is the reader's own name in a greeting: "Hola, Lucía: vi su charla"."""
    return word.start < _LONGEST_GREETING and _END_OF_GREETING.match(passage.text, word.end) is not None
