"""Whether a text from outside gives orders to whoever writes the message.

A profile is data. Text in it that speaks to a model, sets its instructions aside, dictates the answer or imitates the
marks of a conversation is no fact about a person. The patterns are in `lexicons/orders.txt`; what is added here is
what words cannot express: conversation markers, and writing made invisible or unlike itself to get past a reader.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from shared.domain.lazy_pattern import lazy_pattern
from shared.gate.folding import fold
from shared.gate.lexicon import table, word_list
from shared.gate.patterns import compiled
from shared.gate.words import tokens_of

_MARKERS = r"""
      <\|[a-z_ ]{2,30}\|>                                                   # <|im_start|>
    | \[/?inst\] | <</?sys>> | \[/?system\]
    | </?(?:system|assistant|instructions?|facts|prompt|hechos|instrucciones|im_start|im_end)\b[^<>\n]{0,40}>
    | ["']role["']\s{0,9}:\s{0,9}["'](?:system|assistant|user)["']
    | (?:^|\n)\s{0,5}\#{2,}\s{0,9}(?:system|assistant|user|human|instructions?|instruccion(?:es)?|prompt|sistema)\b
        \s{0,9}:?\s{0,9}(?:\n|$|:)
    | (?:^|\n)\s{0,5}(?:assistant|human|asistente)\s{0,9}:\s{0,9}\S+\s+\S+
    | (?:^|\n|[.!?]\s)\s{0,9}\[?(?:system|sistema)\]?\s{0,9}:\s{0,9}
        (?:you|your|ignore|respond|always|never|write|from|act|the\ user|new|eres|tu|tus|debes|ignora|olvida|responde
        |escribe|siempre|nunca|a\ partir|el\ usuario|nuevas?)\b
    """
_IN_EVERY_MARKER = lazy_pattern(r"[<\[:#]")
_SPACED_OUT = lazy_pattern(r"(?:\b\w[ ._-]){4,}\w\b")
_HIDDEN_LETTERS = lazy_pattern(r"[\U000E0020-\U000E007E]{12,}")
_LEET = str.maketrans("013457@$", "oieastas")
_LOOK_ALIKES = str.maketrans("аеорсухіјѕԁԛոһ", "aeopcyxijsdqnh")  # Cyrillic and Armenian letters that pose as Latin
_NOT_TOLD_OF_OTHERS = "".join(
    rf"(?<!\b{subject}\s)" for subject in ("i", "we", "he", "she", "they", "who", "yo", "que", "nunca", "never")
)
_STEM = 4
_UP_TO_FOUR_WORDS = r"\W+(?:[\w'-]+\W+){0,4}?"


def gives_orders(text: str) -> bool:
    """Whether `text` gives the writer of a message an order, in any of the languages that the lexicon knows."""
    if _HIDDEN_LETTERS.search(text):
        return True
    plain = _plain(text)
    return any(next(imitates_conversation(form), None) or _tells(form) for form in _readings(plain))


def imitates_conversation(plain: str) -> Iterator[re.Match[str]]:
    """The marks of a conversation with a model in a folded text: role markers, tags, turns."""
    if _IN_EVERY_MARKER.search(plain):
        yield from compiled(_MARKERS, re.VERBOSE).finditer(plain)


def _plain(text: str) -> str:
    """`text` as a reader sees it: no invisible characters, no decorative or borrowed letters, no accents."""
    visible = "".join(character for character in text if unicodedata.category(character) not in ("Cf", "Mn"))
    return fold(unicodedata.normalize("NFKC", visible)).translate(_LOOK_ALIKES)


def _readings(plain: str) -> list[str]:
    """`plain`, and where it is spelled oddly, also as it would be spelled usually."""
    forms = [plain]
    if re.search(r"[a-z][013457@$]+[a-z]", plain):
        forms.append(plain.translate(_LEET))
    if _SPACED_OUT.search(plain):
        forms.append(_SPACED_OUT.sub(lambda match: re.sub(r"[ ._-]", "", match.group()), plain))
    return forms


def _tells(form: str) -> bool:
    """Whether any pattern of the lexicon is in `form`; only those are tried of which every part may be there."""
    beginnings = {word[:_STEM] for word in tokens_of(form)}
    return any(
        not order.starts.isdisjoint(beginnings)
        and all(any(run in form for run in runs) for runs in order.needs)
        and _pattern(order.line).search(form)
        for order in _orders()
    )


class _Order(NamedTuple):
    """A pattern of the lexicon with what `scripts/build_lexicons.py` found that a text must hold for it.

    `starts` are the first letters of the words that it may begin with; of each of `needs` one run must be there.
    """

    line: str
    starts: frozenset[str]
    needs: tuple[tuple[str, ...], ...]


@cache
def _orders() -> tuple[_Order, ...]:
    return tuple(
        _Order(line, frozenset(need["starts"].split()), tuple(tuple(runs.split()) for runs in need["needs"]))
        for line, need in zip(word_list("orders"), table("orders_needs"), strict=True)
    )


@cache
def _pattern(line: str) -> re.Pattern[str]:
    return re.compile(rf"{_NOT_TOLD_OF_OTHERS}\b(?:{_expanded(line)})")


def _expanded(line: str) -> str:
    return (
        line.replace(" ?", r"\W*")
        .replace(" ~ ", _UP_TO_FOUR_WORDS)
        .replace("~ ", r"(?:[\w'-]+\W+){0,4}?")
        .replace(" ", r"\W+")
    )
