"""Short quotations: a whole sentence of somebody's own words, exactly as it stands, or a clause that stands by itself.

What is quoted must be able to stand in a message of ours: nothing that asks, shouts, links, addresses its readers,
points back at what is not quoted, tells the steps of a career or is in another language than the message.
"""

import json
import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise

from shared.adapters.embedded.offline.lexicon import lexicon_text
from shared.adapters.embedded.offline.sentence_split import sentences_in
from shared.adapters.embedded.offline.standing_alone import compares_with, is_enough, leans, may_end, recites
from shared.domain.language import Language, Register
from shared.domain.lazy_pattern import lazy_pattern

_CLAUSE_END = lazy_pattern(
    r"\s*[;:–—]|\s+-\s|,\s+(?:y|e|pero|and|but)\s|,?\s+(?:aunque|porque|para|mientras|because|although|while)\s"
)
_UNQUOTABLE = lazy_pattern(
    r"[!?¡¿#@{}\[\]<>«»“”\"|\\*_~`=]|https?|www\.|\b(?:lorem|xx+)\b"
    r"|[\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\u2190-\u2bff\U0001f000-\U0001faff]",
    re.IGNORECASE,
)
_EDGES = " \t•·-–—*>▪✔→:;,.…"
_ADDRESSING = {
    Register.TU: lazy_pattern(r"\b(?:usted(?:es)?|sus?|les?|vos|tenés|podés)\b", re.IGNORECASE),
    Register.USTED: lazy_pattern(
        r"\b(?:tú|tus?|te|ti|contigo|tuy[oa]s?|vos|os|vosotr[oa]s|vuestr[oa]s?|tienes|puedes|quieres|eres|estás)\b",
        re.IGNORECASE,
    ),
    Register.VOS: lazy_pattern(
        r"\b(?:usted(?:es)?|sus?|les?|tú|ti|contigo|os|vosotr[oa]s|vuestr[oa]s?|tienes|puedes|quieres|eres)\b",
        re.IGNORECASE,
    ),
}
"""Words that would mix another register into the message."""

_FUNCTION_WORDS = {
    Language.ES: frozenset(
        "a el la los las un una unos unas de del que y en con por para se lo su al es son más como no ha hemos este"
        " esta cuando donde pero sin sobre entre ya muy cada nos fue era mi".split()
    ),
    Language.EN: frozenset(
        "the a an of that and in with by for to it its is are more as not has have we this when where but without on"
        " about between already very each us was were my our at from be".split()
    ),
}
_WORD = lazy_pattern(r"[^\W\d_]+")


def quotable(text: str, longest: int, language: Language, register: Register | None) -> str | None:
    """The first of `quotations`, or None."""
    return next(iter(quotations(text, longest, language, register)), None)


def quotations(text: str, longest: int, language: Language, register: Register | None) -> Iterator[str]:
    """Stretches of at most `longest` characters of `text`, word for word and in its order, that a message in this
    language and register may quote.

    Two sentences that compare (then and now) come as one; a sentence that is too long gives a clause that stands by
    itself, never one whose rest would make it say something else.
    """
    sentences = sentences_in(text)
    usable = [_usable(sentence, language, register) for sentence in sentences]
    joined = _comparisons(text, sentences, usable, longest)
    for place, sentence in enumerate(usable):
        if place in joined:
            if joined[place]:
                yield joined[place]
        elif sentence and (fragment := _beginning(sentence, longest)):
            yield fragment


def _comparisons(text: str, sentences: tuple[str, ...], usable: list[str | None], longest: int) -> dict[int, str]:
    """Pairs of sentences of which the second gives the other half of a comparison, by the place of the first; the
    place of the second has nothing of its own, and neither has where both do not fit together.
    """
    found: dict[int, str] = {}
    for place, (one, other) in enumerate(pairwise(sentences)):
        if compares_with(other, one):
            begin = text.index(one)
            both = text[begin : text.index(other, begin) + len(other)].strip(_EDGES)
            fits = usable[place] and usable[place + 1] and len(both) <= longest and "\n" not in both
            found |= {place: both if fits else "", place + 1: ""}
    return found


@lru_cache(maxsize=4096)
def speaks(text: str, language: Language) -> bool:
    """Whether the function words (and the accents, which English has not) are not rather the other language's."""
    other = Language.EN if language is Language.ES else Language.ES
    words = _WORD.findall(text.lower())
    votes = {name: sum(word in _FUNCTION_WORDS[name] for word in words) for name in (language, other)}
    votes[Language.ES] += sum(not word.isascii() for word in words)
    return votes[language] >= votes[other]


def _is_in(text: str, language: Language) -> bool:
    """Whether the text shows itself to be in the language: more of its function words than of any other's."""
    other = Language.EN if language is Language.ES else Language.ES
    words = _WORD.findall(text.lower())
    own = sum(word in _FUNCTION_WORDS[language] for word in words)
    if not speaks(text, language) or own <= sum(word in _neighbours() for word in words):
        return False
    return own > sum(word in _FUNCTION_WORDS[other] for word in words)


@cache
def _neighbours() -> frozenset[str]:
    """Function words of the neighbours' languages (Portuguese, Catalan, French …) that Spanish and English lack."""
    content = json.loads(lexicon_text("neighbours"))
    return frozenset(word for words in content.values() for word in words.split())


def _usable(sentence: str, language: Language, register: Register | None) -> str | None:
    """The sentence without its ends, if a message may hold it."""
    if sentence.endswith("?") or _UNQUOTABLE.search(sentence.rstrip("!")):
        return None
    bare = sentence.strip(_EDGES + "!")
    if bare.isupper() or leans(bare, language) or recites(bare) or not _is_in(bare, language):
        return None
    addressing = _ADDRESSING.get(register) if register and language is Language.ES else None
    return None if addressing and addressing.search(bare) else bare


def _beginning(sentence: str, longest: int) -> str | None:
    """The sentence, or as much of its beginning as fits and still says what the whole says."""
    if len(sentence) <= longest:
        return sentence if is_enough(sentence) else None
    ends = (match.start() for match in _CLAUSE_END.finditer(sentence, 0, longest + 1))
    standing = (sentence[:end].rstrip(_EDGES) for end in ends if may_end(sentence[:end], sentence[end:]))
    return max(standing, key=len, default=None)
