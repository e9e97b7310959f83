"""Acronyms that a figure counts: "9,000 QPS", "five FCs" are units or things of the trade, and name nobody."""

from shared.gate.grounding.keys import function_words
from shared.gate.grounding.places import is_place
from shared.gate.grounding.runs import Run
from shared.gate.grounding.statements import Statement
from shared.gate.grounding.variants import technologies
from shared.gate.lexicon import word_set

_LONGEST = 5


def is_counted_acronym(run: Run, statement: Statement) -> bool:
    """Whether a run is an acronym right behind a figure that ends what is counted: "5 FCs", not "12 BMW dealers"."""
    word = run.words[0]
    if len(run.words) > 1 or not _is_acronym(word.text) or _is_known_otherwise(word.folded):
        return False
    if not any(0 < word.start - figure.end <= 1 for figure in statement.passage.figures):
        return False
    behind = next((other for other in statement.words if other.start >= word.end), None)
    return behind is None or behind.start > word.end + 1 or behind.folded in function_words()


def _is_acronym(written: str) -> bool:
    """Whether a word is in capitals, but for the s of a plural."""
    bare = written.removesuffix("s")
    return 1 < len(bare) <= _LONGEST and bare.isupper() and bare.isalpha()


def _is_known_otherwise(folded: str) -> bool:
    """Whether the acronym is a brand, a product or a place."""
    names = {folded, folded.removesuffix("s")}
    return any((name,) in technologies() or is_place(name) for name in names) or not names.isdisjoint(
        word_set("brands") | word_set("company_acronyms")
    )
