"""Which unknown capitalised word may be a rare one, at the beginning of a sentence or in a general remark."""

from collections.abc import Sequence

from shared.gate.address.verbs import usted_imperatives
from shared.gate.address.words import addresses
from shared.gate.grounding.ordinary import is_ordinary
from shared.gate.grounding.places import is_place
from shared.gate.grounding.professions import is_profession
from shared.gate.grounding.runs import Run
from shared.gate.grounding.statements import Mark, Statement
from shared.gate.grounding.variants import technologies
from shared.gate.lexicon import word_set
from shared.gate.names import is_called_so
from shared.gate.words import Word

_FIRST_WORDS = 3
_SEVERAL = frozenset("los las the".split())
_STAYS = frozenset("stays stay remains keeps se sigue queda muestra shows tells reports has is works funciona".split())
_PRONOUNS = frozenset("te le se os les nos".split())
_SAYS_SOMETHING = frozenset(
    "ha han es son esta tiene tienen has have is are was were had does hizo abrio lanzo".split()
)


def is_rare_or_an_example(run: Run, unknown: Sequence[Word], statement: Statement) -> bool:
    """Whether it may be a rare word at the beginning of a sentence, or an example in a general remark."""
    if tuple(word.folded for word in run.words) in technologies():
        return run.begins and is_ordinary(unknown[0].folded) and not _is_subject(run, statement)
    if run.begins and unknown == [run.words[0]] and len(run.words) > 1:
        return True
    if run.begins and len(run.words) == 1 and not is_called_so(unknown[0].folded):
        behind = [word for word in statement.words if word.start >= run.end][:1]
        tells = bool(behind) and behind[0].folded in _SAYS_SOMETHING
        return not (tells or _looks_like_a_name(run, unknown[0], statement))
    if statement.sentence & (Mark.THEM | Mark.US | Mark.QUESTION | Mark.OBSERVED):
        return False
    if run.words[0].folded in word_set("organisations"):
        return False
    before = statement.word_before(run.start)
    return bool(statement.sentence & Mark.GENERAL) or (before is not None and before.folded in _SEVERAL)


def _is_subject(run: Run, statement: Statement) -> bool:
    """Whether a verb of staying or showing stands right behind, as in "Front stays", "Tableau te enseña"."""
    behind = [word.folded for word in statement.words if word.start >= run.end][:2]
    return bool(behind) and (behind[0] in _STAYS or (behind[0] in _PRONOUNS and len(behind) > 1))


def _looks_like_a_name(run: Run, word: Word, statement: Statement) -> bool:
    """Whether a word at the beginning of a sentence can hardly be a rare one: iPhone, SAP, known by its name, followed
    by a comma as somebody who is spoken to.
    """
    if addresses(word.text.lower()) or word.text.lower() in usted_imperatives() or is_profession(word.folded):
        return False
    inner = word.text[1:]
    is_vocative = statement.passage.text[run.end : run.end + 1] == "," and run.start <= _FIRST_WORDS
    return not inner.islower() or (word.folded,) in technologies() or is_place(word.folded) or is_vocative
