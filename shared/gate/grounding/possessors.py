"""Whose "su" is: that of somebody whom a clause tells of, or, in a text that says usted, the reader's.

"Una ferretera bajó sus faltantes" tells of her own; "un fondo entró en su empresa", and "propongo una prueba en su
almacén", of the reader's.
"""

from collections.abc import Sequence

from shared.domain.lazy_pattern import lazy_pattern
from shared.gate.words import Word

POSSESSIVES = frozenset(("su", "sus"))
_SOMEBODY = frozenset("un una".split())
_ACTED = lazy_pattern(
    r"\w{2,}[aeiou]?ó|ha|redujo|hizo|pudo|tuvo|dijo|puso|quiso|supo|vino|produjo|trajo|obtuvo|mantuvo|condujo"
)
_OF_A_COMPANY = frozenset("empresa compania capital firma grupo negocio sociedad casa accionariado".split())
"""What somebody else may enter, buy or help: the reader's, though a subject stands in front."""


def are_somebodys(words: Sequence[Word]) -> bool:
    """Whether each "su" of a clause is of somebody of whom it tells first, and who did something."""
    is_told = has_acted = False
    for word, behind in zip(words, (*words[1:], None), strict=True):
        if word.folded in POSSESSIVES and (not has_acted or (behind is not None and behind.folded in _OF_A_COMPANY)):
            return False
        if word.folded in _SOMEBODY:
            is_told = True
        elif is_told and _ACTED.fullmatch(word.text.lower()):
            has_acted = True
    return has_acted
