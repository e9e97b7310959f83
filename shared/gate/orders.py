"""Whether a text from outside gives orders to whoever writes the message.

A profile is data. Text in it that speaks to a model, sets its instructions aside, dictates the answer or imitates the
marks of a conversation is no fact about a person. The patterns are in `lexicons/orders.txt`; what is added here is
what words cannot express: conversation markers, and writing made invisible or unlike itself to get past a reader.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from shared.gate.folding import fold
from shared.gate.lexicon import word_list
from shared.gate.words import tokens_of

_MARKERS = re.compile(
    r"""
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
    """,
    re.VERBOSE,
)
_SPACED_OUT = re.compile(r"(?:\b\w[ ._-]){4,}\w\b")
_HIDDEN_LETTERS = re.compile(r"[\U000E0020-\U000E007E]{12,}")
_LEET = str.maketrans("013457@$", "oieastas")
_LOOK_ALIKES = str.maketrans("аеорсухіјѕԁԛոһ", "aeopcyxijsdqnh")  # Cyrillic and Armenian letters that pose as Latin
_NOT_TOLD_OF_OTHERS = "".join(
    rf"(?<!\b{subject}\s)" for subject in ("i", "we", "he", "she", "they", "who", "yo", "que", "nunca", "never")
)
_STEM = 4
_LETTERS = re.compile(r"[\w']+")
_UP_TO_FOUR_WORDS = r"\W+(?:[\w'-]+\W+){0,4}?"


def gives_orders(text: str) -> bool:
    """Whether `text` gives the writer of a message an order, in any of the languages that the lexicon knows."""
    if _HIDDEN_LETTERS.search(text):
        return True
    plain = _plain(text)
    return any(_MARKERS.search(form) or _tells(form) for form in _readings(plain))


def imitates_conversation(plain: str) -> Iterator[re.Match[str]]:
    """The marks of a conversation with a model in a folded text: role markers, tags, turns."""
    return _MARKERS.finditer(plain)


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
    """Whether any pattern of the lexicon is in `form`; only those are tried whose beginning may be there."""
    beginnings = {word[:_STEM] for word in tokens_of(form)}
    return any(pattern.search(form) for starts, pattern in _orders() if not starts.isdisjoint(beginnings))


@cache
def _orders() -> tuple[tuple[frozenset[str], re.Pattern[str]], ...]:
    """The patterns of the lexicon, each with the first letters of the words that it may begin with."""
    return tuple(
        (frozenset(_beginnings(line)), re.compile(rf"{_NOT_TOLD_OF_OTHERS}\b(?:{_expanded(line)})"))
        for line in word_list("orders")
    )


def _beginnings(line: str) -> Iterator[str]:
    """The first letters of each alternative of the group that a line begins with, or of the line.

    Letters that are optional or grouped after fewer than that many are spelled out in the lexicon instead.
    """
    for alternative in _alternatives(line):
        yield _LETTERS.match(alternative)[0][:_STEM]  # type: ignore[index]


def _alternatives(line: str) -> list[str]:
    """The alternatives of the group at the beginning of `line`; the line itself if it begins with none."""
    if not line.startswith("(?:"):
        return [line]
    depth, begun, found = 0, 3, []
    for place, character in enumerate(line):
        if character == "|" and depth == 1:
            found.append(line[begun:place])
            begun = place + 1
        depth += (character == "(") - (character == ")")
        if depth == 0:
            return [*found, line[begun:place]]
    raise ValueError("a group is never closed")


def _expanded(line: str) -> str:
    return (
        line.replace(" ?", r"\W*")
        .replace(" ~ ", _UP_TO_FOUR_WORDS)
        .replace("~ ", r"(?:[\w'-]+\W+){0,4}?")
        .replace(" ", r"\W+")
    )
