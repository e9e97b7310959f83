"""Phrases that mean usted though each of their words could be about somebody else: "le escribo", "si quiere"."""

import re
from collections.abc import Iterator

from shared.domain.lazy_pattern import lazy_pattern
from shared.gate.address.evidence import Address, Evidence
from shared.gate.address.others import somebody_else_before, somebody_else_between
from shared.gate.address.verbs import usted_imperatives
from shared.gate.lexicon import one_of, table
from shared.gate.reading import Passage

_ACT = r"\w+(?:ar|er|ir)(?:l[aeo]s?|se|me|nos)?\b"
_NOT_TO_SOMEBODY = rf"(?!(?:\W+\w+){{0,4}}?\W+(?:a|al) (?!usted|{_ACT}|las? \w))"
"""Not followed by the person whom "le" means: "le cuesta a cualquiera"."""
_NOT_ITS_SUBJECT = r"(?! (?:el|la|los|las|un|una|ser|haber|su|tu|mi|cada|alguien)\b)"

_LE_AND_I = lazy_pattern(
    rf"(?<!\ba quien )\b(?:le|la|lo) (?P<verb>{one_of('usted', 'first_person')})\b{_NOT_TO_SOMEBODY}"
)
_DONE_BY_ME = frozenset("hemos he dije dijimos hice hicimos".split())
"""What we did to somebody we may be telling of: "dice que le hemos quitado las sorpresas"."""
_LE_IN_QUESTION = lazy_pattern(
    rf"\ble (?P<concern>{one_of('usted', 'concerns')})\b"
    rf"(?!(?:\W+\w+){{0,4}}?\W+(?:a|al) (?!usted|sus? |que\b|cual|{_ACT}|las? \w))"
)
_BEHIND_SOMEBODY = lazy_pattern(r"\b(?:nadie|alguien|quien|uno|cualquiera) $")
_CONDITION = lazy_pattern(r"\b(?:cuando|si|mientras|cada vez que)\b")
_OF_SOMETHING = lazy_pattern(r"\w (?:que|lo que) $")
_LACKED = frozenset("falta sobra pasa ocurre queda duele".split())
"""What a thing lacks, or whoever it happens to: "revisa qué le falta", "quien no sabe decir qué le pasa"."""
_MET_BY_ME = lazy_pattern(rf"\b{one_of('usted', 'met_by_me')}l[oa]s?\b")
_I_MEAN = lazy_pattern(rf"\b{one_of('usted', 'i_mean')}\b[^.!?\n]{{0,40}}$")
_COURTESY = lazy_pattern(rf"\b{one_of('usted', 'courtesies')}\b")

_HAS = r"(?:tiene|tenga) (?:un |una |unos |cinco|diez|quince|\d|tiempo|interes|hueco)"
_WISH = lazy_pattern(
    r"\b(?:(?P<if>si)|cuando|como|donde|lo que) (?:asi |ya )?(?:lo |la |le |me |nos |no )?"
    rf"(?:{one_of('usted', 'wished')}|{_HAS}|(?(if){one_of('usted', 'wishes')}|(?!)))\b{_NOT_ITS_SUBJECT}"
)

_ASKING = (
    r"¿\s?(?:y |pero |entonces |[^?¿]{0,80}?, ?)?"
    r"(?:(?:no |ya |a |en |de |con |para |por )?(?:que|como|cuant[oa]s?|cuando|donde|cual"
    r"|(?<=[an] )quien|(?<=de )quien|(?<=por )quien)(?: \w+){0,2}? )?"
    r"(?:no |ya |se |lo |la |los |las |me |nos )*"
)
_MINUTES = r"(?:minutos?|momento|rato|hueco|ratito|segundo|media hora|cuarto)"
_SOME_TIME = rf"(?:un |una |unos |unas |cinco |diez |quince |veinte |\d+ )?{_MINUTES}"
_ASKS_TO_JUDGE = rf"{one_of('usted', 'asks_to_judge')} (?:que|si|como|cuanto|donde|cuando|cuales|cual)\b"
_ASKS_FOR_TIME = rf"{one_of('usted', 'asks_for_time')} {_SOME_TIME}"
_NOT_ITS_OWNER = r"(?! (?:falta|el|la|los|las|tu|un|una|eso|esto|alguien)\b)"
_WOULD = rf"{one_of('usted', 'would')}\b{_NOT_ITS_OWNER}"
_QUESTION = lazy_pattern(f"{_ASKING}(?:{_ASKS_TO_JUDGE}|{_ASKS_FOR_TIME}|{_WOULD})")
_IMPERSONAL = lazy_pattern(
    r"\b(?:tiene|tendria) sentido\b|\bse (?:puede|podria|sabe|debe)\b|\bpodria (?:ser|haber|interesar)\b"
)

_IF = lazy_pattern(r"(?:^|\W)si (?:\w+ ){0,2}$")
_FIRST_IN_CLAUSE = lazy_pattern(
    r"(?:^|\n|[.!?…:;\n][ \t]+[¿¡]?|\bpor favor,? |\bsi (?:quiere|le interesa|prefiere), )(\w+)"
)


_FIRST_TWO = lazy_pattern(r"(?:^|\n|[.!?…:]\s)(\w+)(?:, (\w+))?")


def phrases_of_usted(passage: Passage) -> Iterator[Evidence]:
    """The phrases of `passage` that mean the reader as usted."""
    for match in _found(passage):
        yield Evidence(Address.USTED, match.start(), match.end())
    for match in _FIRST_IN_CLAUSE.finditer(passage.text.lower()):
        if match[1] in usted_imperatives():
            yield Evidence(Address.USTED, match.start(1), match.end(1))


def first_imperatives_of_usted(passage: Passage) -> Iterator[int]:
    """Where what a sentence begins with, or joins with a comma to its first word, is an imperative of usted."""
    for match in _FIRST_TWO.finditer(passage.text.lower()):
        yield from (match.start(group) for group in (1, 2) if match[group] in usted_imperatives())


def _found(passage: Passage) -> Iterator[re.Match[str]]:
    folded = passage.folded
    yield from _COURTESY.finditer(folded)
    yield from _WISH.finditer(folded)
    yield from (match for match in _LE_AND_I.finditer(folded) if _is_about_reader(passage, match))
    yield from (match for match in _LE_IN_QUESTION.finditer(folded) if _is_asked(folded, match))
    for match in _MET_BY_ME.finditer(folded):
        if _I_MEAN.search(_sentence_before(folded, match)) and not somebody_else_before(passage, match.start()):
            yield match
    if "¿" in folded:
        yield from (
            match
            for match in _QUESTION.finditer(folded)
            if not _IMPERSONAL.search(match.group()) and not _is_asked_of_another(passage, match)
        )


def _is_asked_of_another(passage: Passage, match: re.Match[str]) -> bool:
    """Whether it asks of somebody told of in a condition before it: "cuando un técnico tuyo sale, ¿ya sabe qué …?"."""
    start = max((stretch.start for stretch in passage.sentences if stretch.start <= match.start()), default=0)
    condition = _CONDITION.search(passage.folded, start, match.start())
    return condition is not None and somebody_else_between(passage, condition.end(), match.start(), people=True)


def _is_about_reader(passage: Passage, match: re.Match[str]) -> bool:
    """Whether it is a first person ("evito", not "evitó"), and "la", "lo" before it the reader ("la felicito") and
    not a thing ("lo dejo").
    """
    if passage.text[match.end() - 1] == "ó" or (
        match["verb"] in _DONE_BY_ME and somebody_else_before(passage, match.start(), people=True)
    ):
        return False
    if _BEHIND_SOMEBODY.search(passage.folded, 0, match.start()):
        return False  # "nadie le llame"
    return match.group().startswith("le ") or match["verb"] in table("usted")["first_person_about_people"]


def _is_asked(folded: str, match: re.Match[str]) -> bool:
    """Whether it stands in a question or behind "si": "¿le encaja?", "si le interesa"."""
    before = _sentence_before(folded, match)
    if _OF_SOMETHING.search(before) and match["concern"] in _LACKED:
        return False
    return "¿" in before or _IF.search(before) is not None


def _sentence_before(folded: str, match: re.Match[str]) -> str:
    """What stands before the match in its sentence."""
    begin = max(folded.rfind(mark, 0, match.start()) for mark in ".!?…\n")
    return folded[begin + 1 : match.start()]
