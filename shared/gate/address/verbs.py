"""What is known of Spanish verbs besides the forms that speak to the reader.

`lexicons/verbs.json` is worked out by `python -m scripts.build_lexicons`: conjugating some thousand verbs
takes longer than a whole examination.
"""

from functools import cache

from shared.gate.lexicon import table


@cache
def infinitives() -> frozenset[str]:
    """The infinitives of every verb that the gate knows."""
    return frozenset(table("verbs")["infinitives"].split())


@cache
def usted_imperatives() -> frozenset[str]:
    """The imperatives of usted that begin a clause and are no noun there."""
    return frozenset(table("verbs")["usted_imperatives"].split())
