"""How a Spanish text addresses its reader: what in it says tú, vos, usted, or vosotros.

A bare third person is both usted and somebody else, and an imperative of tú looks like one: so verbs count only where
they can be nothing else, and pronouns, possessives and clitics decide the rest. What may be about a third party ("un
cliente redujo sus plazos") is left alone.
"""

from collections.abc import Iterator

from shared.gate.address.datives import datives_of_usted
from shared.gate.address.enclitics import address_of_imperative
from shared.gate.address.evidence import Address, Evidence
from shared.gate.address.phrases import first_imperatives_of_usted, phrases_of_usted
from shared.gate.address.possessives import possessives_of_usted
from shared.gate.address.third_persons import third_persons_of_usted
from shared.gate.address.words import misplaced_se, second_persons, single_words
from shared.gate.reading import Passage


def address_forms(passage: Passage) -> Iterator[Evidence]:
    """The forms of address in `passage`; a place may be named twice."""
    yield from verbs_and_pronouns(passage)
    yield from datives_of_usted(passage)
    yield from phrases_of_usted(passage)
    yield from possessives_of_usted(passage)


def verbs_and_pronouns(passage: Passage) -> Iterator[Evidence]:
    """Those forms of address that may say anything; all others say usted."""
    words = list(single_words(passage))
    yield from words
    yield from misplaced_se(passage, words)
    yield from third_persons_of_usted(passage, second_persons(passage, words), _imperatives(passage, words))


def _imperatives(passage: Passage, found: list[Evidence]) -> list[int]:
    """Where imperatives of usted stand: those with a pronoun behind them, and those that a sentence begins with."""
    with_pronoun = [
        form.start
        for form in found
        if form.address is Address.USTED and address_of_imperative(passage.text[form.start : form.end].lower())
    ]
    return [*with_pronoun, *first_imperatives_of_usted(passage)]
