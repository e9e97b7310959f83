"""Whether a text from outside gives orders to whoever writes the message.

A profile is data. Text in it that speaks to a model, sets its instructions aside, dictates the answer or imitates the
marks of a conversation is no fact about a person. The wordings are in `lexicons/orders.txt` and `possible_orders.txt`,
the grammar of orders in `directives.py`; what is added here is what words cannot express: conversation markers, and
writing made invisible or unlike itself to get past a reader.
"""

import base64
import html
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from shared.domain.lazy_pattern import lazy_pattern, lexicon_patterns
from shared.gate.directives import Strength, names_a_writer, negates, strength_of, tells_in_a_label, tells_somebody
from shared.gate.folding import fold
from shared.gate.lexicon import table, word_list
from shared.gate.words import tokens_of

_MARKERS = lazy_pattern(
    r"""
      <\|[a-z_ ]{2,30}\|>                                                   # <|im_start|>
    | (?:^|\n)\s{0,5}\[?f\d{1,4}\s{0,3}[|\]:]                               # a line of the fact block
    | <!-- | <\w[^<>\n]{0,80}(?:\shidden\b|display:\s?none|font-size:\s?0|color:\s?(?:white|\#fff))  # made invisible
    | \[/?inst\] | <</?sys>> | \[/?system\]
    | </?(?:system|assistant|instructions?|facts|prompt|hechos|instrucciones|im_start|im_end)\b[^<>\n]{0,40}>
    | ["'](?:instructions?|instruccion(?:es)?|directives?|must_include|system_prompt|sistema)["']\s{0,9}:
    | ["']role["']\s{0,9}:\s{0,9}["'](?:system|assistant|user)["']
    | (?:^|\n)\s{0,5}\#{2,}\s{0,9}(?:system|assistant|user|human|instructions?|instruccion(?:es)?|prompt|sistema)\b
        \s{0,9}:?\s{0,9}(?:\n|$|:)
    | (?:^|\n)\s{0,5}(?:user|human|usuari[oa]|humano)\s{0,9}:[^\n]{1,400}\n{1,3}\s{0,5}
        (?:assistant|asistente|ai|ia|bot|modelo?)\s{0,9}:
    | (?:^|\n|[.!?]\s)\s{0,9}\[?(?:system|sistema)\]?\s{0,9}:\s{0,9}
        (?:you|your|ignore|respond|always|never|write|from|act|the\ user|new|eres|tu|tus|debes|ignora|olvida|responde
        |escribe|siempre|nunca|a\ partir|el\ usuario|nuevas?)\b
    """,
    re.VERBOSE,
)
_TURN = lazy_pattern(r"(?:^|\n)\s{0,5}(?:assistant|human|asistente)\s{0,9}:\s{0,9}\S+\s+\S+")
"""A single turn: in a draft it is a model's, in a profile it may be a dialogue that somebody tells, or a secretary."""

_SIGNS_OF_MARKERS = "<[#|"
_BEFORE_COLONS = (
    *"system sistema role\" role' user human usuario usuaria humano".split(),
    *'instruction" instructions" instruccion" instrucciones" directive" directives" must_include"'.split(),
    *"system_prompt\" sistema\" instruction' instructions' instruccion' instrucciones'".split(),
    *"0123456789",
)
_LONGEST_BEFORE_COLON = 24
"""Every marker has one of those signs, or a colon and right before it one of these."""
_TURNS = "assistant human asistente".split()
_QUOTED = lazy_pattern(r"«[^«»\n]{2,300}»|“[^“”\n]{2,300}”|\"[^\"\n]{2,300}\"|(?<!\w)['‘][^'‘’\n]{2,300}['’](?!\w)")
_IN_SENTENCE_BEFORE = lazy_pattern(r"[^.!?…\n]*$")
_IN_SENTENCE_BEHIND = lazy_pattern(r"[^.!?…\n]*")
_FEWEST_OWN_WORDS = 2
_FEWEST_TOLD = 4
"""A skill of fewer words is a name, whatever its first may mean: "Sage 200"."""
_SPEAKS_OF_IT = lazy_pattern(
    r"\b(?:my|mi|mis|our|nuestr[oa]s?|is|are|was|were|es|son|fue|era|still works|doy|hago|estudio|investigo|enseno"
    r"|colecciono|escribo|talks?|charlas?|slides?|diapositivas?|attacks?|ataques?|injections?|jailbreaks?|examples?"
    r"|ejemplos?|favou?rites?|favorit[oa]s?|famous|famos[oa])\b"
)
"""Who speaks of what may be said to a writer says what it is, or whose."""
_SPACED_OUT = lazy_pattern(r"(?:\b\w[ ._-]){4,}\w\b")
_HIDDEN_LETTERS = lazy_pattern(r"[\U000E0020-\U000E007E]{12,}")
_BASE64 = lazy_pattern(r"\b[A-Za-z0-9+/]{8,}={0,2}(?!\w)")
_SHORTEST_SCRAMBLED = 20
_FEWEST_COMMON = 0.2
_ALPHABET = "abcdefghijklmnopqrstuvwxyz"
_ROT13 = str.maketrans(_ALPHABET, _ALPHABET[13:] + _ALPHABET[:13])
_OTHER_SCRIPTS = lazy_pattern(
    "игнорируй|забудь|инструкци|напиши|ответь|忽略|无视|忘记|指令|提示词|回复|無視|指示|書いて|تجاهل|تعليمات|اكتب|무시|지시"
)
_LEET = tuple(str.maketrans("013457@$", f"o{one}eastas") for one in "il")
_LOOK_ALIKES = str.maketrans("аеорсухіјѕԁԛոһ", "aeopcyxijsdqnh")  # Cyrillic and Armenian letters that pose as Latin
_NOT_TOLD_OF_OTHERS = "".join(
    rf"(?<!\b{subject}\s)"
    for subject in ("i", "we", "he", "she", "they", "who", "yo", "que", "nunca", "never", "not", "no")
)
_STEM = 4
_UP_TO_FOUR_WORDS = r"\W+(?:[\w'-]+\W+){0,4}?"


def gives_orders(text: str) -> bool:
    """Whether `text` surely gives the writer of a message an order, in any of the languages that the lexicons know."""
    return order_strength(text) is Strength.CERTAIN


def order_strength(text: str, heading: str = "", *, is_label: bool = False) -> Strength:
    """How sure it is that `text` gives the writer an order; `heading` is its column's, if it stands in one.
    `is_label` says that it is no prose but the name of something, as a skill is: what tells there, tells the writer.

    What stands in quotation marks inside a sentence of somebody's own is spoken of, and only possibly meant.
    """
    strength = _strength(text, heading)
    tells = heading or (is_label and len(tokens_of(text)) >= _FEWEST_TOLD)
    if strength is Strength.NONE and tells and tells_in_a_label(_plain(text)):
        return Strength.POSSIBLE
    if strength is not Strength.CERTAIN:
        return strength
    own = _without_quoted(text)
    is_spoken_of = own != text and not any(_marks(_plain(text)))
    return Strength.POSSIBLE if is_spoken_of and _strength(own, heading) is not Strength.CERTAIN else strength


def told_in(text: str) -> str:
    """What of a possible order is told: where it only stands in quotation marks, what stands in them."""
    if _strength(own := _without_quoted(text), "") is not Strength.NONE or own == text:
        return text
    if negates(fold(own)):
        return ""  # "Step one is never 'ensure'"
    return "\n".join(match[0] for match in _QUOTED.finditer(text) if _is_inside_own_sentence(text, match))


def _without_quoted(text: str) -> str:
    """`text` without what it quotes inside a sentence of its own."""
    return _QUOTED.sub(lambda match: " … " if _is_inside_own_sentence(text, match) else match[0], text)


def _is_inside_own_sentence(text: str, quoted: re.Match[str]) -> bool:
    """Whether two words or more stand beside a quotation in its sentence, and none of them tells a writer anything."""
    before = _IN_SENTENCE_BEFORE.search(text, 0, quoted.start())
    behind = _IN_SENTENCE_BEHIND.match(text, quoted.end())
    own = " ".join(match[0] for match in (before, behind) if match)
    folded = fold(own)
    if len(tokens_of(own)) < _FEWEST_OWN_WORDS or (names_a_writer(folded) and not _SPEAKS_OF_IT.search(folded)):
        return False
    return not tells_somebody(folded) and _strength(own, "") is Strength.NONE


def _strength(text: str, heading: str) -> Strength:
    if _HIDDEN_LETTERS.search(text) or (not text.isascii() and _OTHER_SCRIPTS.search(text.lower())):
        return Strength.CERTAIN
    plain, *disguised = [*_readings(_plain(text)), *filter(None, [fold(_hidden(text))])]
    if any(next(_marks(form), None) or _tells(form, "orders") for form in (plain, *disguised)):
        return Strength.CERTAIN
    told = [form for form in disguised if tells_somebody(form)]
    if told and (not tells_somebody(plain) or any(map(set(tokens_of(plain)).isdisjoint, map(tokens_of, told)))):
        return Strength.CERTAIN  # nobody hides what they know of themselves
    found = max(strength_of(form.replace("_", " "), fold(heading)) for form in (plain, *disguised))
    if found is Strength.NONE and any(_tells(form, "possible_orders") for form in (plain, *disguised)):
        return Strength.POSSIBLE
    return found


def spelled_out(text: str) -> str:
    """`text` in every other way that it can be read: an order may hide there what the draft is to say."""
    written = fold(text)
    return "\n".join(form for form in (_hidden(text), *_readings(_plain(text))) if form and form != written)


def _hidden(text: str) -> str:
    """What stands in `text` as base64, decoded."""
    return " ".join(filter(None, map(_decoded, _BASE64.findall(text))))


def _decoded(token: str) -> str:
    try:
        plain = base64.b64decode(token, validate=True).decode("utf-8")
    except ValueError:
        return ""
    return plain if plain.isprintable() else ""


def imitates_conversation(plain: str) -> Iterator[re.Match[str]]:
    """The marks of a conversation with a model in a folded draft: role markers, tags, turns."""
    yield from _marks(plain)
    if any(turn in plain for turn in _TURNS):
        yield from _TURN.finditer(plain)


def _marks(plain: str) -> Iterator[re.Match[str]]:
    if any(sign in plain for sign in _SIGNS_OF_MARKERS) or _has_colon_of_marker(plain):
        yield from _MARKERS.finditer(plain)


def _has_colon_of_marker(plain: str) -> bool:
    before = plain.split(":")[:-1]
    return any(part[-_LONGEST_BEFORE_COLON:].rstrip().endswith(_BEFORE_COLONS) for part in before)


def _plain(text: str) -> str:
    """`text` as a reader sees it: no invisible characters, no decorative or borrowed letters, no accents."""
    for letter in filter(_is_invisible, set(text)):
        text = text.replace(letter, "")
    return fold(unicodedata.normalize("NFKC", html.unescape(text))).translate(_LOOK_ALIKES)


def _is_invisible(letter: str) -> bool:
    return not letter.isascii() and unicodedata.category(letter) in ("Cf", "Mn")


def _readings(plain: str) -> list[str]:
    """`plain`, and where it is spelled oddly, also as it would be spelled usually."""
    forms = [plain, *_unscrambled(plain)]
    if re.search(r"[a-z][013457@$]+[a-z]", plain):
        forms += [plain.translate(letters) for letters in _LEET]
    if "  " in plain and _SPACED_OUT.search(plain):
        forms.append(" ".join(re.sub(r"(?<=\b\w)[ ._-](?=\w\b)", "", word) for word in re.split(r" {2,}", plain)))
    elif _SPACED_OUT.search(plain):
        forms.append(_SPACED_OUT.sub(lambda match: _closed_up(match.group()), plain))
    return forms


def _closed_up(spaced: str) -> str:
    """Letters put together again; where marks stand between them, spaces part words: "e.n.d w.i.t.h"."""
    return re.sub(r"[._-]" if re.search(r"[._-]", spaced) else " ", "", spaced)


def _unscrambled(plain: str) -> Iterator[str]:
    """The text read from its end, or with its letters moved by thirteen, if that is what makes words of it."""
    known = _common_words()
    score = _share_of(plain.split(), known)
    for other in (plain[::-1], plain.translate(_ROT13)):
        if len(plain) >= _SHORTEST_SCRAMBLED and _share_of(other.split(), known) > max(score, _FEWEST_COMMON):
            yield other


def _share_of(words: list[str], known: frozenset[str]) -> float:
    return sum(word in known for word in words) / len(words) if words else 0.0


@cache
def _common_words() -> frozenset[str]:
    words = table("function_words")
    return frozenset(word for language in ("es", "en") for word in fold(words[language]).split() if len(word) > 1)


def _tells(form: str, lexicon: str) -> bool:
    """Whether any pattern of the lexicon is in `form`; only those are tried of which every part may be there."""
    orders, begun_by = _orders(lexicon)
    begun = {number for word in tokens_of(form) for number in begun_by.get(word[:_STEM], ())}
    return any(
        all(any(run in form for run in runs) for runs in orders[number].needs)
        and _pattern(orders[number].line).search(form)
        for number in begun
    )


class _Order(NamedTuple):
    """A pattern of the lexicon with what `scripts/build_lexicons.py` found that a text must hold for it.

    Of each of `needs` one run must be there.
    """

    line: str
    needs: tuple[tuple[str, ...], ...]


@cache
def _orders(lexicon: str) -> tuple[list[_Order], dict[str, list[int]]]:
    """The patterns of a lexicon, and the numbers of those that may begin with a word of these first letters."""
    orders: list[_Order] = []
    begun_by: dict[str, list[int]] = defaultdict(list)
    for number, (line, need) in enumerate(zip(word_list(lexicon), table(f"{lexicon}_needs"), strict=True)):
        orders.append(_Order(line, tuple(tuple(runs.split()) for runs in need["needs"])))
        for start in need["starts"].split():
            begun_by[start].append(number)
    return orders, dict(begun_by)


@lexicon_patterns(lambda: (*word_list("orders"), *word_list("possible_orders")))
def _pattern(line: str) -> re.Pattern[str]:
    return lazy_pattern(rf"{_NOT_TOLD_OF_OTHERS}\b(?:{_expanded(line)})")


def _expanded(line: str) -> str:
    return (
        line.replace(" ?", r"\W*")
        .replace(" ~ ", _UP_TO_FOUR_WORDS)
        .replace("~ ", r"(?:[\w'-]+\W+){0,4}?")
        .replace(" ", r"\W+")
    )
