"""How much of a text a person changed."""

from difflib import SequenceMatcher

from shared.domain.message import Draft


def changed_share(before: Draft, after: Draft) -> float:
    """The share of characters that differ: 0 for the same text, 1 for one that has nothing in common with it.

    Of the longer of the two texts, the characters that lie in no common stretch, to three decimals.
    """
    one, other = (f"{draft.subject or ''}\n{draft.body}" for draft in (before, after))
    common = sum(block.size for block in SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks())
    return round(1 - common / max(len(one), len(other)), 3)
