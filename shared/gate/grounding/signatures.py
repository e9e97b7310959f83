"""The title that a text gives whoever signs it: only the sender's own is true of us.

A title stands behind the sender's name ("Camila Ferreyra, presidenta"), on the line below it, or behind "soy", "I'm".
"""

from collections.abc import Iterator, Sequence

from shared.gate.grounding.finding import UNSUPPORTED, Finding, says_of_us_without_proof
from shared.gate.grounding.job_titles import Mention, mentions_in, title_of, words_of_titles
from shared.gate.grounding.keys import keys_of
from shared.gate.grounding.known import Known
from shared.gate.reading import Passage
from shared.gate.words import Word, words_of

_ARTICLES = frozenset("la el the una un a an".split())
_I_AM = frozenset(("soy", "i'm"))


def judged_signatures(passage: Passage, known: Known) -> Iterator[Finding]:
    """The titles of the sender in a passage that are not the one that the facts give them."""
    facts = {fact.field: fact for fact in known.evidence.about_us}
    name, title = facts.get("sender.name"), facts.get("sender.title")
    if name is None or title is None or words_of_titles().isdisjoint(passage.vocabulary):
        return
    names, own = frozenset(known.evidence.tokens[name.id]), words_of(title.text)
    for words, above in _lines(passage):
        for mention in mentions_in(words):
            if _is_of_sender(mention, words, above, names) and not _is_told(mention, words, own):
                start, end = mention.first.start, mention.last.end
                detail = says_of_us_without_proof(passage.text[start:end])
                yield Finding(passage, start, end, "ourselves", UNSUPPORTED, (), detail)


def _lines(passage: Passage) -> Iterator[tuple[Sequence[Word], frozenset[str]]]:
    """The words of each line that has any, with those of the line above, folded."""
    above: frozenset[str] = frozenset()
    start = 0
    for line in passage.text.split("\n"):
        if words := passage.words_between(start, start + len(line)):
            yield words, above
            above = frozenset(word.folded for word in words)
        start += len(line) + 1


def _is_of_sender(mention: Mention, words: Sequence[Word], above: frozenset[str], names: frozenset[str]) -> bool:
    before = [word.folded for word in words if word.start < mention.first.start and word.folded not in _ARTICLES]
    if not before:
        return bool(above) and above <= names
    signs = before[-1] in names and frozenset(before) <= names
    return signs or before[-1] in _I_AM or before[-2:] == ["i", "am"]


def _is_told(mention: Mention, words: Sequence[Word], own: Sequence[Word]) -> bool:
    """Whether the sender's title has every word of it that says something, or says the same in other words."""
    keys = frozenset(key for word in own for key in keys_of(word.folded))
    said = [word.folded for word in words if mention.first.start <= word.start <= mention.last.start]
    return all(not keys_of(word).isdisjoint(keys) for word in said) or mention.title.agrees(title_of(own), keys)
