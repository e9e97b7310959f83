"""How a Spanish text addresses its reader: what in it says tú, vos, usted, or vosotros.

A bare third person is both usted and somebody else, and an imperative of tú looks like one: so verbs count only where
they can be nothing else, and pronouns, possessives and clitics decide the rest. What may be about a third party ("un
cliente redujo sus plazos") is left alone.
"""

from collections.abc import Iterator

from shared.gate.address.evidence import Evidence
from shared.gate.address.phrases import phrases_of_usted
from shared.gate.address.possessives import possessives_of_usted
from shared.gate.address.words import single_words
from shared.gate.reading import Passage


def address_forms(passage: Passage) -> Iterator[Evidence]:
    """The forms of address in `passage`; a place may be named twice."""
    yield from single_words(passage)
    yield from phrases_of_usted(passage)
    yield from possessives_of_usted(passage)
