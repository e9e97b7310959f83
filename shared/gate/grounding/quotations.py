"""Quotations: words between quotation marks that nobody wrote."""

from collections.abc import Iterator

from shared.domain.errors import Sentence
from shared.gate.grounding.finding import UNSUPPORTED, VERIFIED, Finding, ids_of, quoted
from shared.gate.grounding.known import Known
from shared.gate.grounding.posts import words_of_writing
from shared.gate.grounding.statements import UNREAL, Mark, Statement
from shared.gate.quoted import quoted_stretches
from shared.gate.reading import Passage
from shared.gate.words import tokens_of

_SHORTEST = 2
_SHORT = 3
_SAID_BY_OTHERS = frozenset(
    "contestaron dijeron dicen respondieron preguntan repiten cuentan responden they hear"
    " hears heard ask asks asked preguntado preguntaron pregunto"
    " preguntas dicho dijo oido oye oyen oyes oir oyendo escucha escuchas escuchar escuchando suena hearing".split()
)
_SOMEBODY = frozenset("un una alguien somebody someone".split())
_SOME_ONE = frozenset("el la los las uno una unos unas ese esa otro otra".split())
_IN_GENERAL = frozenset("dice say said cuenta".split())
_THEIRS = frozenset("tu su vuestro vuestra your".split())
_EXAMPLE = frozenset("say saying word words decir palabra palabras un a an el los las esos those another otro".split())


def judged_quotations(passage: Passage, statements: list[Statement], known: Known) -> Iterator[Finding]:
    """What the facts say to each quotation of `passage`."""
    for start, end in quoted_stretches(passage):
        pieces = [piece for part in passage.text[start + 1 : end - 1].split("…") for piece in part.split("...")]
        tokens = [tokens_of(piece) for piece in pieces if piece.strip(" []()")]
        facts = [fact for fact in known.evidence.facts if all(_is_in(t, known.evidence.plain[fact.id]) for t in tokens)]
        if facts:
            yield Finding(passage, start, end, "quotation", VERIFIED, ids_of(facts))
        elif sum(map(len, tokens)) >= _SHORTEST and _is_claim(start, statements, short=sum(map(len, tokens)) <= _SHORT):
            text = quoted(passage.text[start:end])
            detail = Sentence(
                f"Cita {text}, y nadie lo escribió así.", f"It quotes {text}, which nobody wrote like that."
            )
            yield Finding(passage, start, end, "quotation", UNSUPPORTED, (), detail)


def _is_in(tokens: tuple[str, ...], plain: str) -> bool:
    return f" {' '.join(tokens)} " in plain


def _is_claim(start: int, statements: list[Statement], *, short: bool) -> bool:
    """Whether the words are said to be theirs or ours, and not an example of what somebody might say; a `short` one is
    said to be so only where something is written or read.
    """
    holder = next((s for s in statements if s.start <= start < s.end), None)
    if holder is None:
        return True
    before = [word.folded for word in holder.words if word.end <= start]
    if (before and before[-1] in _EXAMPLE) or not _SAID_BY_OTHERS.isdisjoint(
        (*before, *_words_before(holder, statements))
    ):
        return False
    if not before:
        return True
    if before[0] in _SOMEBODY or (start >= holder.question and _is_only_asked(before, holder)):
        return False
    around = holder.sentence
    if short and not around & Mark.OBSERVED and not any(word.folded in words_of_writing() for word in holder.words):
        return False
    supposed = any(cue.marks & (UNREAL | Mark.GENERAL | Mark.OFFER) and cue.start < start for cue in holder.cues)
    return bool(around & (Mark.THEM | Mark.OBSERVED)) and not supposed


def _names_some_one(before: list[str]) -> bool:
    """Whether a question names one of many by words that it may have: "¿le dejáis escribir el de «…»?"."""
    return len(before) > 1 and before[-1] == "de" and before[-2] in _SOME_ONE


def _is_only_asked(before: list[str], holder: Statement) -> bool:
    """Whether a question holds words that anybody may say: nothing in it tells of what the reader wrote."""
    if _names_some_one(before):
        return True
    if before[-1] in _THEIRS or before[-2:] == ["lo", "de"]:
        return False
    told = {word.folded for word in holder.words} & words_of_writing()
    return told <= _IN_GENERAL and not holder.sentence & Mark.OBSERVED


def _words_before(holder: Statement, statements: list[Statement]) -> list[str]:
    """The words of the clause right before `holder`, if both are of one sentence."""
    index = statements.index(holder)
    if index == 0 or statements[index - 1].end < holder.start - 1:
        return []
    return [word.folded for word in statements[index - 1].words]
