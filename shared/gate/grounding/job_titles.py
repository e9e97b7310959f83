"""Job titles as texts and profiles write them: ranks, functions, and what else they are about.

Two titles agree if their functions do and their ranks are close: "CEO" for "Directora General", "diriges la fábrica"
for "Director de Planta".
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise, zip_longest
from typing import NamedTuple

from shared.gate.grounding.keys import Keys, has_meaning, keys_of
from shared.gate.grounding.ordinary import is_ordinary
from shared.gate.lexicon import table, word_set
from shared.gate.words import Word

LINKS = frozenset("de del la las el los lo al y e of the for and".split())
_MOST_WORDS, _TWO = 7, 2
_CHIEF = frozenset(("chief",))
_ENGLISH_RANKS = frozenset("director head lead leader".split())


class Title(NamedTuple):
    """What a title says: its ranks (none where a verb says it), its functions, each word's alternatives; `matters` are
    folded words that it is about and that are no known function: "director de arte"; `specialities` are the parts of
    functions that it names, treasury within finance; `in_english`, that it is of a director or a head in English.
    """

    ranks: frozenset[str]
    functions: tuple[frozenset[str], ...]
    matters: tuple[str, ...] = ()
    specialities: frozenset[str] = frozenset()
    in_english: bool = False

    def agrees(self, other: "Title", keys: Keys) -> bool:
        """Whether the profile's title `other`, whose words mean `keys`, says what this one says."""
        if any(keys_of(word).isdisjoint(keys) for word in self.matters):
            return False
        theirs: frozenset[str] = frozenset().union(*other.functions) if other.functions else frozenset()
        if any(function.isdisjoint(theirs) for function in self.functions):
            return False
        if self.ranks and not self.specialities <= other.specialities:
            return False
        return not self.ranks or not other.ranks or _are_close(self, other)


class Mention(NamedTuple):
    """A title in a text, at the words [first, last]."""

    first: Word
    last: Word
    title: Title


def mentions_in(words: Sequence[Word]) -> Iterator[Mention]:
    """The titles among `words`: rank and function in either order, or a verb of leading and its function."""
    begun = words_of_titles()
    index = 0
    for place in [place for place, word in enumerate(words) if word.folded in begun]:
        if place >= index and (found := _mention_at(words, place)):
            index, mention = found
            yield mention


def _mention_at(words: Sequence[Word], index: int) -> tuple[int, Mention] | None:
    folded = words[index].folded
    if folded in _ranks():
        first = _functions_before(words, index)
        last = _functions_after(words, index)
        title = title_of(words[first : last + 1])
        matters, last = _matters_after(words, last, title)
        return last + 1, Mention(words[first], words[last], title._replace(matters=matters))
    if folded in verbs_of_leading():
        last = _functions_after(words, index)
        title = title_of(words[index + 1 : last + 1])
        return (last + 1, Mention(words[index], words[last], title)) if title.functions and not title.ranks else None
    return None


def offices_in(words: Sequence[Word], *, alone: bool = False) -> Iterator[Mention]:
    """The titles that the name of an office tells, in which somebody is or which they take: "en la gerencia general",
    "asumir la dirección comercial"; `alone` if it need not say of what.
    """
    for index in range(_TWO, len(words)):
        ranks = _offices().get(words[index].folded)
        if ranks is None or words[index - 1].folded not in ("la", "una"):
            continue
        if words[index - 2].folded not in _into_offices():
            continue
        last = _functions_after(words, index)
        title = title_of(words[index + 1 : last + 1])
        if alone or title.functions:
            yield Mention(words[index], words[last], title._replace(ranks=ranks))


def title_of(words: Sequence[Word]) -> Title:
    """The title that `words` spell."""
    ranks: set[str] = set()
    functions: list[frozenset[str]] = []
    specialities: set[str] = set()
    for word in _with_vice_joined(words):
        specialities |= _specialities().get(word.folded, frozenset())
        function = _shorthand().get(word.folded) or _functions().get(word.folded)
        if word.folded == "executive" and "chief" in ranks:
            functions.append(frozenset(("general",)))
        elif function and (ranks or word.folded in _shorthand() or word.folded not in _ranks()):
            functions.append(function)  # "directora médica", though "médica" alone is a rank
        ranks |= _ranks().get(word.folded, frozenset())
    if "chief" in ranks:
        ranks.discard("specialist")  # the "officer" of a chief
    return Title(frozenset(ranks), tuple(functions), (), frozenset(specialities), _is_in_english(words))


def _is_in_english(words: Sequence[Word]) -> bool:
    """Whether a function stands in front of "director" or "head", or "of" behind it."""
    return any(
        (before.folded in _ENGLISH_RANKS and word.folded == "of")
        or (word.folded in _ENGLISH_RANKS and before.folded in _functions())
        for before, word in pairwise(words)
    )


def _with_vice_joined(words: Sequence[Word]) -> Iterator[Word]:
    """The words, a vice president as one: he is no president."""
    for word, behind in zip_longest(words, words[1:]):
        if word.folded == "vice" and behind is not None:
            continue
        is_vice = any(other.folded == "vice" and 0 <= word.start - other.end <= 1 for other in words)
        yield word._replace(folded="vp") if is_vice else word


def names_a_department(words: Sequence[Word]) -> bool:
    """Whether words name a part that most companies have: "Recursos Humanos", "Finance"."""
    return all(word.folded in _functions() or word.folded in LINKS for word in words)


def _functions_after(words: Sequence[Word], index: int) -> int:
    last = at = index
    while at + 1 < len(words) and at - index < _MOST_WORDS:
        at += 1
        word = words[at]
        if words[at].start - words[at - 1].end > 1:
            break
        if _names_an_employer(words, at, index):
            break
        if word.folded in _functions() or (word.folded in _ranks() and at == last + 1):
            last = at
        elif word.folded not in LINKS or at - last > 2:
            break
    return last


def _names_an_employer(words: Sequence[Word], at: int, index: int) -> bool:
    """Whether what a title is of has ended: "las operaciones de la clínica", "operaciones de Logística del Norte"."""
    word = words[at]
    begun = any(other.folded in _functions() for other in words[index + 1 : at])
    if not begun or words[at - 1].folded not in LINKS - {"y", "e", "and"}:
        return False
    return word.folded in word_set("organisations") or (word.capitalised and words[index + 1].text.islower())


def _functions_before(words: Sequence[Word], index: int) -> int:
    """English puts the function first: "Operations Director", "Key Account Analyst"."""
    first = index
    while first > 0 and _may_precede(words[first - 1]) and words[first].start - words[first - 1].end == 1:
        first -= 1
    return first


def _may_precede(word: Word) -> bool:
    return word.folded in _functions() or word.folded in _degrees_of_rank()


def _matters_after(words: Sequence[Word], last: int, title: Title) -> tuple[tuple[str, ...], int]:
    """What a rank without a known function is of: "director de arte"; with an article ("del puerto") it is a place."""
    if title.functions or last + 2 >= len(words) or words[last + 1].folded not in ("de", "of"):
        return (), last
    matter = words[last + 2]
    if matter.start - words[last + 1].end > 1:
        return (), last  # a company's name stood between
    if not has_meaning(matter.folded) or matter.folded in _ranks() or not is_ordinary(matter.folded):
        return (), last
    if matter.capitalised and last + 3 < len(words) and words[last + 3].capitalised:
        return (), last
    return (matter.folded,), last + 2


def _are_close(said: Title, held: Title) -> bool:
    """Whether who holds one title may be called by another: a vice president the head of sales, a head no vice
    president; who manages a plant its director, who manages marketing none.
    """
    if not said.ranks.isdisjoint(held.ranks):
        return True
    common = frozenset().union(*said.functions) & frozenset().union(*held.functions)
    alike = (group for function, group in _close_ranks_in().items() if function in common)
    if any(not said.ranks.isdisjoint(group) and not held.ranks.isdisjoint(group) for group in alike):
        return True
    if held.in_english and said.ranks == _CHIEF:
        return False  # a Director of HR is no Chief People Officer; a Directora Financiera is the CFO
    return any(not held.ranks.isdisjoint(_close_ranks().get(rank, ())) for rank in said.ranks)


@cache
def _close_ranks() -> dict[str, frozenset[str]]:
    """For the rank that is said those that somebody so called may hold."""
    return {rank: frozenset(held.split()) for rank, held in table("title_words")["close_ranks"].items()}


@cache
def _close_ranks_in() -> dict[str, frozenset[str]]:
    """For some functions the ranks that are alike within them."""
    return {function: frozenset(group.split()) for function, group in table("title_words")["close_ranks_in"].items()}


@cache
def _into_offices() -> frozenset[str]:
    """What stands before the name of an office that somebody is in, takes or leaves."""
    return frozenset(table("title_words")["into_offices"].split())


@cache
def names_of_offices() -> frozenset[str]:
    """The nouns of offices: "gerencia", "jefatura"."""
    return frozenset(_offices())


@cache
def _offices() -> dict[str, frozenset[str]]:
    offices = table("title_words")["offices"].items()
    return {word: frozenset(ranks.split()) for ranks, words in offices for word in words.split()}


@cache
def _specialities() -> dict[str, frozenset[str]]:
    return _by_word(table("title_words")["specialities"])


@cache
def _ranks() -> dict[str, frozenset[str]]:
    ranks = _by_word(table("title_words")["ranks"])
    plurals = {plural: of for word, of in ranks.items() for plural in _plurals(word) if plural not in ranks}
    return ranks | plurals


def _plurals(word: str) -> tuple[str, ...]:
    """The plurals that a word may have, in either language: "CFOs", "directoras", "interventores"."""
    return () if word.endswith("s") else (f"{word}s", f"{word}es")


@cache
def words_of_titles() -> frozenset[str]:
    """The words that a title or its verb has at least one of: ranks and verbs of leading."""
    return frozenset(_ranks()) | verbs_of_leading()


@cache
def _functions() -> dict[str, frozenset[str]]:
    return _by_word(table("title_words")["functions"])


@cache
def _shorthand() -> dict[str, frozenset[str]]:
    found = {word: frozenset(groups.split()) for word, groups in table("title_words")["shorthand"].items()}
    return {plural: of for word, of in found.items() for plural in _plurals(word)} | found


@cache
def _degrees_of_rank() -> frozenset[str]:
    """What English puts in front of a rank and what changes little: "senior", "chartered", "key account"."""
    return frozenset(table("title_words")["degrees"].split())


@cache
def verbs_of_leading() -> frozenset[str]:
    """The verbs that say what somebody leads: "diriges", "runs"."""
    return frozenset(table("title_words")["verbs"].split())


def _by_word(groups: dict[str, str]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for group, words in groups.items():
        for word in words.split():
            found[word].add(group)
    return {word: frozenset(of) for word, of in found.items()}
