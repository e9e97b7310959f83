"""What somebody does, as they write it in the first person, said to them: "Dirijo un equipo" is "dirige un equipo".

Only sentences that begin with a verb of the list and speak of nobody else's doing are retold.
"""

import json
from collections.abc import Mapping
from functools import cache

from shared.adapters.embedded.offline.lexicon import lexicon_text
from shared.domain.language import Language, Register
from shared.domain.lazy_pattern import lazy_pattern

_GROUPS = {Register.TU: 0, Register.USTED: 1, Register.VOS: 2}
_LEAST_WORDS, _LONGEST = 4, 110
_FIRST_PERSON = lazy_pattern(
    r"\b(?:yo|mis?|me|nos|nuestr\w+|conmigo|soy|estoy|he|tengo|hago|\w{2,}mos|i|my|our|we|us|me|ours|mine)\b|\w+[éí]\b|[:?!;«»“”\"()]"
    r"|(?-i:\b(?:y|e|and) [a-z]\w*o\b)",
    2,
)
"""What else would have to change, or be left."""


def retold(sentence: str, language: Language, register: Register | None) -> tuple[str, str] | None:
    """The sentence as a clause about its reader ("coordina a 12 conductores"), and the part of it that stands word for
    word; None where the rules do not reach.
    """
    bare = sentence.strip().rstrip(".")
    for beginning, forms in _forms(language).items():
        if bare.lower().startswith(f"{beginning} "):
            rest = bare[len(beginning) + 1 :]
            form = forms.split("|")[_GROUPS[register or Register.USTED] if language is Language.ES else 0]
            if len(bare.split()) < _LEAST_WORDS or len(bare) > _LONGEST or _FIRST_PERSON.search(rest):
                return None
            return f"{form} {rest}", rest
    return None


@cache
def _forms(language: Language) -> Mapping[str, str]:
    """How such sentences begin, and the same for tú, usted and vos; the longest beginning first."""
    content: dict[str, str] = json.loads(lexicon_text("deeds"))[language]
    return {beginning: content[beginning] for beginning in sorted(content, key=len, reverse=True)}
