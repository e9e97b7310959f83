"""By which words a text speaks of us, and by which to the reader."""

from shared.domain.lazy_pattern import lazy_pattern
from shared.gate.address.words import addresses
from shared.gate.lexicon import word_set

_WE = frozenset(
    "somos estamos nosotros nosotras nuestro nuestra nuestros nuestras we our ours us we're we've we'd we'll".split()
)
YOU = frozenset(
    "tu tus te ti contigo vos tuyo tuya tuyos tuyas vuestro vuestra vuestros vuestras os vosotros vosotras usted"
    " ustedes you your yours you're you've you'd you'll yourself".split()
)
YOU_OF_USTED = frozenset("su sus le les suyo suya suyos suyas".split())
_WE_END = lazy_pattern(r"\w{2,}[aei]mos$")
_OF_SECOND_PERSON = ("s", "ste")
_VOSOTROS_END = lazy_pattern(r"\w{2,}(?:[ae]is|steis)$(?<!seis)")


def is_of_you(written: str, folded: str) -> bool:
    """Whether a word speaks to the reader; an imperative ("cierra", "mirá", "fíjate") tells nothing of them."""
    if written.endswith(_OF_SECOND_PERSON) and addresses(written):
        return True
    return written.endswith("is") and _VOSOTROS_END.match(folded) is not None


def is_of_us(word: str) -> bool:
    """Whether a folded word speaks of ourselves: a pronoun, or a verb of the first person plural."""
    return word in _WE or (
        word.endswith("mos") and _WE_END.match(word) is not None and word not in word_set("nouns_in_mos")
    )
