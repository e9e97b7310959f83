"""Short quotations: a stretch of somebody's own words, exactly as they stand, ending with a word.

What is quoted must be able to stand in a message of ours: nothing that asks, shouts, links, addresses its readers or
is in another language than the message.
"""

import json
import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files

from shared.domain.language import Language, Register
from shared.domain.lazy_pattern import lazy_pattern

_SENTENCE = lazy_pattern(r"[^.!?…\n]+(?:[.](?=\w)[^.!?…\n]*)*[.!?…]*")
_CLAUSE_END = lazy_pattern(r"\s*[,;:–—(]\s*|\s+-\s+")
_UNQUOTABLE = lazy_pattern(
    r"[!?¡¿#@{}\[\]<>«»“”\"|\\*_~`=]|https?|www\.|\b(?:lorem|xx+)\b"
    r"|[\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\u2190-\u2bff\U0001f000-\U0001faff]",
    re.IGNORECASE,
)
_EDGES = " \t•·-–—*>▪✔→:;,.…"
_LEAST_WORDS = 4
_FAINT = lazy_pattern(
    r"^(?:feliz|buen[oa]s|hola|orgullos[oa]s?|encantad[oa]s?|content[oa]s?|emocionad[oa]s?|gracias|enhorabuena|felicidades"
    r"|compart[oe]|os|les comparto|hi|hello|happy|excited|proud|thrilled|delighted|thanks?|congratulations|sharing)\b",
    re.IGNORECASE,
)
"""How posts begin that have not yet said anything."""

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
_DANGLING = frozenset(
    "el la los las un una unos unas de del que y e o u en con por para se lo su sus al a ha han hemos este esta más"
    " muy como cuando donde pero sin sobre entre cada nos no es son"
    " the an of that and or in with by for to its is are as has have we this when where but on about each our at from"
    " be was were my i".split()
)
_OPENING_A_PART = frozenset(
    "para porque con sin cuando donde en desde hasta por y aunque mientras según entre"
    " to because with without when where in from until and although while for by".split()
)
_SUBORDINATE = lazy_pattern(
    r"(?:si|cuando|aunque|mientras|como|tras|después|antes|if|when|while|although|since|after|before|despite)\b",
    re.IGNORECASE,
)
_DENYING = lazy_pattern(
    r"\b(?:no|nunca|jamás|ni|nadie|nada|sin|not|never|nobody|nothing|without)\b|n['’]t\b", re.IGNORECASE
)
_FIGURE = lazy_pattern(
    r"\d|\b(?:dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|two|three|four|five|six|seven|eight|nine|ten)\b"
)
_WORD = lazy_pattern(r"[^\W\d_]+")


def quotable(text: str, longest: int, language: Language, register: Register | None) -> str | None:
    """At most `longest` characters of `text`, word for word, that a message in this language and register may quote.

    A whole sentence where one fits, else its opening clauses, else its beginning up to where a further part begins;
    never cut so that it says something else. None if the text has nothing to quote.
    """
    for sentence in _sentences(text, language, register):
        if fragment := _beginning(sentence, longest):
            return fragment
    return None


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
    content = json.loads(files(__package__).joinpath("lexicons/neighbours.json").read_text("utf-8"))
    return frozenset(word for words in content.values() for word in words.split())


def has_figure(text: str) -> bool:
    """Whether the text states a number, in digits or as a word."""
    return _FIGURE.search(text.lower()) is not None


def _sentences(text: str, language: Language, register: Register | None) -> Iterator[str]:
    addressing = _ADDRESSING.get(register) if register and language is Language.ES else None
    for match in _SENTENCE.finditer(text):
        raw = match.group().strip()
        if raw.endswith("?") or _UNQUOTABLE.search(raw.rstrip("!")):
            continue
        sentence = raw.strip(_EDGES + "!")
        if _FAINT.match(sentence) or sentence.isupper() or not _is_in(sentence, language):
            continue
        if addressing is None or not addressing.search(sentence):
            yield sentence


def _beginning(sentence: str, longest: int) -> str | None:
    """The sentence, or as much of its beginning as fits and still says what the whole says."""
    if len(sentence) <= longest:
        return sentence if _is_enough(sentence) else None
    if _SUBORDINATE.match(sentence):
        return None
    return _last_that_stands(sentence, _clause_ends(sentence), longest) or _last_that_stands(
        sentence, _part_ends(sentence), longest
    )


def _clause_ends(sentence: str) -> Iterator[int]:
    """Where a clause ends; a comma does not end one that denies something ("no solo A, sino B")."""
    for match in _CLAUSE_END.finditer(sentence):
        if "," not in match.group() or not _DENYING.search(sentence, 0, match.start()):
            yield match.start()


def _part_ends(sentence: str) -> Iterator[int]:
    """Where a preposition or conjunction opens a further part, unless leaving it out would change what is said: what
    is denied, and a figure that the rest compares with another.
    """
    for match in _WORD.finditer(sentence):
        opens = match.group().lower() in _OPENING_A_PART
        if opens and not _DENYING.search(sentence, 0, match.start()) and not _FIGURE.search(sentence, match.start()):
            yield match.start()


def _last_that_stands(sentence: str, ends: Iterator[int], longest: int) -> str | None:
    fragments = [sentence[:end].rstrip(_EDGES) for end in ends]
    standing = [
        fragment
        for fragment in fragments
        if len(fragment) <= longest and _is_enough(fragment) and _last_word(fragment) not in _DANGLING
    ]
    return standing[-1] if standing else None


def _last_word(text: str) -> str:
    return text.rsplit(maxsplit=1)[-1].lower()


def _is_enough(fragment: str) -> bool:
    return len(fragment.split()) >= _LEAST_WORDS
