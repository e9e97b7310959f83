"""Phrases that mean usted though each of their words could be about somebody else: "le escribo", "si quiere"."""

import re
from collections.abc import Iterator

from shared.domain.lazy_pattern import lazy_pattern
from shared.gate.address.evidence import Address, Evidence
from shared.gate.address.others import somebody_else_before
from shared.gate.address.verbs import infinitives, usted_imperatives
from shared.gate.address.words import addresses
from shared.gate.lexicon import one_of, table
from shared.gate.patterns import compiled
from shared.gate.reading import Passage

_ACT = r"\w+(?:ar|er|ir)(?:l[aeo]s?|se|me|nos)?\b"
_NOT_TO_SOMEBODY = rf"(?!(?:\W+\w+){{0,4}}?\W+(?:a|al) (?!usted|{_ACT}|las? \w))"
"""Not followed by the person whom "le" means: "le cuesta a cualquiera"."""
_NOT_ITS_SUBJECT = r"(?! (?:el|la|los|las|un|una|ser|haber|su|tu|mi|cada|alguien)\b)"

_LE_AND_I = lazy_pattern(
    rf"(?<!\ba quien )\b(?:le|la|lo) (?P<verb>{one_of('usted', 'first_person')})\b{_NOT_TO_SOMEBODY}"
)
_LE_IN_QUESTION = lazy_pattern(
    rf"\ble {one_of('usted', 'concerns')}\b"
    rf"(?!(?:\W+\w+){{0,4}}?\W+(?:a|al) (?!usted|sus? |que\b|cual|{_ACT}|las? \w))"
)
_LE_BEHIND_VERB = lazy_pattern(rf"\b(?P<verb>\w{{2,}}[aei]r)le\b{_NOT_TO_SOMEBODY}")
_MET_BY_ME = lazy_pattern(rf"\b{one_of('usted', 'met_by_me')}l[oa]s?\b")
_I_MEAN = lazy_pattern(rf"\b{one_of('usted', 'i_mean')}\b[^.!?\n]{{0,40}}$")
_COURTESY = lazy_pattern(rf"\b{one_of('usted', 'courtesies')}\b")

_HAS = r"(?:tiene|tenga) (?:un |una |unos |cinco|diez|quince|\d|tiempo|interes|hueco)"
_WISH = lazy_pattern(
    r"\b(?:si|cuando|como|donde|lo que) (?:asi |ya )?(?:lo |la |le |me |nos |no )?"
    rf"(?:{one_of('usted', 'wishes')}|{_HAS})\b{_NOT_ITS_SUBJECT}"
)

_ASKING = (
    r"¿\s?(?:y |pero |entonces |[^?¿]{0,80}?, ?)?"
    r"(?:(?:no |ya |a |en |de |con |para |por )?(?:que|como|cuant[oa]s?|cuando|donde|cual"
    r"|(?<=[an] )quien|(?<=de )quien|(?<=por )quien)(?: \w+){0,2}? )?"
    r"(?:no |ya |se |lo |la |los |las |me |nos )*"
)
_MINUTES = r"(?:minutos?|momento|rato|hueco|ratito|segundo|media hora|cuarto)"
_SOME_TIME = rf"(?:un |una |unos |unas |cinco |diez |quince |veinte |\d+ )?{_MINUTES}"
_BETWEEN = r"(?:ya |usted |hoy |ahora |normalmente |actualmente |alguna vez |siempre )*"
_THEIRS = r"(?:los|las|sus?|est[oa]s|es[oa]s|algun|alguna|algunos|en sus?|con sus?)\b"
_ASKS_TO_ACT = rf"{one_of('usted', 'asks_to_act')} (?:usted|(?:me |nos )?{_ACT}(?! (?:de )?(?:el|la) ))"
_ASKS_TO_JUDGE = rf"{one_of('usted', 'asks_to_judge')} (?:que|si|como|cuanto|donde|cuando|cuales|cual)\b"
_ASKS_FOR_TIME = rf"{one_of('usted', 'asks_for_time')} {_SOME_TIME}"
_HAS_DONE = rf"ha {one_of('usted', 'has_done')} (?:en|como|que|si|alguna|algun|ya|un|una|usted|los|las|sus?|de)\b"
_DOES = rf"{one_of('usted', 'does')} {_BETWEEN}{_THEIRS}"
_NOT_ITS_OWNER = r"(?! (?:falta|el|la|los|las|tu|un|una|eso|esto|alguien)\b)"
_WOULD = rf"{one_of('usted', 'would')}\b{_NOT_ITS_OWNER}"
_DOES_WHEN = r"hace(?= ?\?)|hace (?:cuando|si|con|para|primero|mientras)\b(?! (?:el|la) )"
_QUESTION = f"{_ASKING}(?:{_DOES_WHEN}|{_ASKS_TO_ACT}|{_ASKS_TO_JUDGE}|{_ASKS_FOR_TIME}|{_HAS_DONE}|{_DOES}|{_WOULD})"
_KNOWN = lazy_pattern(
    rf"\b{one_of('usted', 'knows_of_them')} (?:(?P<that>que|cuando) |(?:lo que|como|donde|lo bien que|lo mucho que) )"
    rf"(?:ya |tambien |lo |la |se |nos )*(?P<verb>{one_of('usted', 'acts')}|(?<=lo )hace|(?<=lo )lleva)\b"
    r"(?! (?:tu|vuestr[oa]s?|mi|nuestr[oa]s?|cada|otr[oa]s?|algun[oa]s?)\b)(?(that)|(?! (?:el|la|los|las|un|una)\b))"
)
_SOME_YEARS = r"(?:\d|desde hace|mas de |(?:dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|quince|veinte) )"
_BEGINS = lazy_pattern(rf"(?:^|[.!?\n] ?|^\w+, )(?P<verb>lleva|tiene|{one_of('usted', 'acts')}) (?={_SOME_YEARS})")
_LE_ASKED = r"¿[^?¿]{0,80}?\b(?P<le>le) (?P<verb>\w+[^s\W])\b[^?]{0,60}\?"
_IMPERSONAL = r"\b(?:tiene|tendria) sentido\b|\bse (?:puede|podria|sabe|debe)\b|\bpodria (?:ser|haber|interesar)\b"

_LE_IN_CLAUSE = lazy_pattern(
    r"\b(?:que|cuando|donde|si|como|nadie|alguien) (?:mas |menos |mejor |no |ya )?"
    rf"(?P<le>le) (?P<verb>\w+[^s\W])\b{_NOT_TO_SOMEBODY}"
)

_OF_OTHERS = rf"\b(?:{one_of('usted', 'third_parties')}|al?)\b (?!usted|que\b|cual)"
_NAMED_SUBJECT = lazy_pattern(r"\s[A-ZÁÉÍÓÚÑ]")
_IF = lazy_pattern(r"(?:^|\W)si (?:\w+ ){0,2}$")
_FIRST_IN_CLAUSE = lazy_pattern(
    r"(?:^|\n|[.!?…:;\n][ \t]+[¿¡]?|\bpor favor,? |\bsi (?:quiere|le interesa|prefiere), )(\w+)"
)


def phrases_of_usted(passage: Passage) -> Iterator[Evidence]:
    """The phrases of `passage` that mean the reader as usted."""
    folded = passage.folded
    for match in _found(passage):
        yield Evidence(Address.USTED, match.start(), match.end())
    for match in _LE_IN_CLAUSE.finditer(folded):
        if not somebody_else_before(passage, match.start(), sentences=2, plural=True):
            yield Evidence(Address.USTED, match.start("le"), match.end("le"))
    for match in _KNOWN.finditer(folded):
        if not _NAMED_SUBJECT.match(passage.text, match.end()):
            yield Evidence(Address.USTED, match.start("verb"), match.end("verb"))
    for match in _FIRST_IN_CLAUSE.finditer(passage.text.lower()):
        if match[1] in usted_imperatives():
            yield Evidence(Address.USTED, match.start(1), match.end(1))


def _found(passage: Passage) -> Iterator[re.Match[str]]:
    folded = passage.folded
    yield from _COURTESY.finditer(folded)
    yield from _WISH.finditer(folded)
    yield from (match for match in _LE_AND_I.finditer(folded) if _is_about_reader(passage, match))
    yield from (match for match in _LE_BEHIND_VERB.finditer(folded) if _is_said_by_me(folded, match))
    yield from (match for match in _LE_IN_QUESTION.finditer(folded) if _is_asked(folded, match))
    yield from (
        match
        for match in _BEGINS.finditer(folded)
        if not somebody_else_before(passage, match.start("verb"), sentences=2)
    )
    for match in _MET_BY_ME.finditer(folded):
        if _I_MEAN.search(_sentence_before(folded, match)) and not somebody_else_before(passage, match.start()):
            yield match
    if "¿" in folded:
        yield from _asked(folded)


def _asked(folded: str) -> Iterator[re.Match[str]]:
    """What only a question holds: "¿cómo lo ve?", "¿qué le parece?"."""
    impersonal, of_others = compiled(_IMPERSONAL), compiled(_OF_OTHERS)
    yield from (match for match in compiled(_QUESTION).finditer(folded) if not impersonal.search(match.group()))
    yield from (
        match
        for match in compiled(_LE_ASKED).finditer(folded)
        if not of_others.search(match.group()) and not addresses(match["verb"])
    )


def _is_about_reader(passage: Passage, match: re.Match[str]) -> bool:
    """Whether it is a first person ("evito", not "evitó"), and "la", "lo" before it the reader ("la felicito") and
    not a thing ("lo dejo").
    """
    if passage.text[match.end() - 1] == "ó":
        return False
    return match.group().startswith("le ") or match["verb"] in table("usted")["first_person_about_people"]


def _is_said_by_me(folded: str, match: re.Match[str]) -> bool:
    """Whether an infinitive with "le" is what I want to do: "me gustaría contarle"."""
    return match["verb"] in infinitives() and _I_MEAN.search(_sentence_before(folded, match)) is not None


def _is_asked(folded: str, match: re.Match[str]) -> bool:
    """Whether it stands in a question or behind "si": "¿le encaja?", "si le interesa"."""
    before = _sentence_before(folded, match)
    return "¿" in before or _IF.search(before) is not None


def _sentence_before(folded: str, match: re.Match[str]) -> str:
    """What stands before the match in its sentence."""
    begin = max(folded.rfind(mark, 0, match.start()) for mark in ".!?…\n")
    return folded[begin + 1 : match.start()]
