"""What we say of ourselves without a figure or a name: only a proof point, or what we offer, may say it.

That we are the only ones, the leader or certified, that somebody backs us, that we guarantee something or take no
commission: a clause about us, in the indicative, with a word of such a family that none of our facts has.
"""

from collections.abc import Iterator
from functools import cache

from shared.gate.grounding.finding import UNSUPPORTED, Finding, says_of_us_without_proof
from shared.gate.grounding.keys import keys_of
from shared.gate.grounding.known import Known
from shared.gate.grounding.statements import UNREAL, Mark, Statement
from shared.gate.lexicon import table
from shared.gate.words import Word


def judged_of_us(statement: Statement, known: Known) -> Iterator[Finding]:
    """The boasts of a clause about us that none of our facts has."""
    if not _is_about_us(statement):
        return
    for word in statement.words:
        if word.start >= statement.question:
            return
        if (
            word.folded.startswith(_boasts())
            and keys_of(word.folded).isdisjoint(known.our_keys)
            and _is_ours(statement, word)
        ):
            detail = says_of_us_without_proof(statement.text.strip())
            yield Finding(statement.passage, word.start, word.end, "ourselves", UNSUPPORTED, (), detail)
            return


def _is_about_us(statement: Statement) -> bool:
    if not statement.sentence & Mark.US or statement.marks & (Mark.GENERAL | Mark.QUESTION | Mark.THEM):
        return False
    return not any(cue.marks & UNREAL and cue.start == statement.words[0].start for cue in statement.cues)


def _is_ours(statement: Statement, word: Word) -> bool:
    """Whether a boast that may be said of anything ("lo único nuevo") is said of us: behind "somos", "we are"."""
    if not word.folded.startswith(_ALONE):
        return True
    return any(other.folded in _BEING for other in statement.words_before(word.start, _REACH))


_ALONE = tuple(
    "unic lider leading leader pioner miles cientos thousands hundreds dozens decenas best mejor named nombrad"
    " elegid".split()
)
_BEING = frozenset("somos are were we're fuimos trabajamos ayudamos atendemos work help serve".split())
_REACH = 5


@cache
def _boasts() -> tuple[str, ...]:
    return tuple(word for words in table("boasts").values() for word in words.split())
