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

_MARKERS = re.compile(
    r"""
      <\|[a-z_ ]{2,30}\|>                                                   # <|im_start|>
    | \[/?inst\] | <</?sys>> | \[/?system\]
    | </?(?:system|assistant|instructions?|facts|prompt|hechos|instrucciones|im_start|im_end)\b[^<>\n]{0,40}>
    | ["']role["']\s*:\s*["'](?:system|assistant|user)["']
    | (?:^|\n)\s{0,5}\#{2,}\s*(?:system|assistant|user|human|instructions?|instruccion(?:es)?|prompt|sistema)\b\s*:?\s*(?:\n|$|:)
    | (?:^|\n)\s{0,5}(?:assistant|human|asistente)\s*:\s*\S+\s+\S+
    | (?:^|\n|[.!?]\s)\s*\[?(?:system|sistema)\]?\s*:\s*(?:you|your|ignore|respond|always|never|write|from|act|the\ user|new|eres|tu|tus
        |debes|ignora|olvida|responde|escribe|siempre|nunca|a\ partir|el\ usuario|nuevas?)\b
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
_UP_TO_FOUR_WORDS = r"\W+(?:[\w'-]+\W+){0,4}?"


def gives_orders(text: str) -> bool:
    """Whether `text` gives the writer of a message an order, in any of the languages that the lexicon knows."""
    if _HIDDEN_LETTERS.search(text):
        return True
    plain = _plain(text)
    return any(_MARKERS.search(form) or _orders().search(form) for form in _readings(plain))


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


@cache
def _orders() -> re.Pattern[str]:
    """All patterns of the lexicon as one."""
    return re.compile(_NOT_TOLD_OF_OTHERS + r"\b(?:" + "|".join(_expanded(line) for line in word_list("orders")) + ")")


def _expanded(line: str) -> str:
    return (
        line.replace(" ?", r"\W*")
        .replace(" ~ ", _UP_TO_FOUR_WORDS)
        .replace("~ ", r"(?:[\w'-]+\W+){0,4}?")
        .replace(" ", r"\W+")
    )
