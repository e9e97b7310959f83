"""Shares: of a whole, what one leaves, by how much something grew, and what a share of a whole comes to."""

from collections.abc import Iterator, Sequence
from itertools import combinations, permutations

from shared.domain.lazy_pattern import lazy_pattern
from shared.gate.figure import Figure, Unit
from shared.gate.folding import fold
from shared.gate.grounding.measures import POINTS, is_money, is_time, same_noun
from shared.gate.grounding.reckoning.given import Given
from shared.gate.ratios import find_ratios
from shared.gate.reading import Passage

_WHOLE = 100.0
_MOST_OF_A_TALE = 3
"""How many figures a fact may have that tells of a whole and its part."""
_COMPARED = 4
"""How many times more one figure may be than another for both to be of the same at two times."""
_SURELY = 2
_SENTENCE, _BEHIND = 200, 40
_TELLING = 100
_SAYS_WHERE_TO = lazy_pattern(
    r"\b(?:a|al|to|hasta)\s(?:(?:menos de|mas de|casi|la|un|una|less|more|under|over|about|a)\s)*$"
)
_OF_WHAT_WAS = lazy_pattern(
    r"\s(?:de (?:lo que|l[oa]s que) (?:(?:se|me|les?|nos|os) )?"
    r"(?:\w+(?:aba|abas|aban|abamos|ia|ias|ian|iamos|iera|ieran)|era|eran|fue|habia)\b"
    r"|of what (?:\w+ ){0,2}(?:was|were|used|had|did)\b|of (?:the|its|their|your) (?:old|former|previous|original)\b)"
)
_A_POINT = lazy_pattern(r"\b(?:cada|por|un|each|every|per|one|a) (?:punto|point|percent)\b|\buno por ciento\b")
_MORE_OR_LESS = lazy_pattern(r"\s(?:mas|menos|fewer|less|more|lower|higher)\b")


def parts_of_a_whole(given: Given) -> Iterator[float]:
    """What percentage one of two counts is of the other: 17 of 40 offers signed."""
    if given.is_share:
        yield from _quotients(pair for pair in permutations(given.beside, 2) if _may_be_part(*pair))
        for fact, stated in given.tales():
            if given.is_in_words:
                pairs = (pair for pair in permutations(stated, 2) if _are_of_one_whole(*pair, given))
                yield from _quotients(pairs)
            elif sum(not is_time(figure.noun) for figure in stated) <= _MOST_OF_A_TALE:
                pairs = (pair for pair in permutations(stated, 2) if _are_counts(*pair))
                surely = given.words_of(fact) >= _SURELY
                yield from _quotients(pair for pair in pairs if surely or _is_told(pair, given))


def _are_of_one_whole(one: Figure, other: Figure, given: Given) -> bool:
    """Whether two figures may be a part and its whole: of one thing, or both named in the text ("one in four of the 940
    is a doctor").
    """
    if one.unit is not other.unit:
        return False
    if one.unit is not Unit.PLAIN:
        return True
    named = [given.names(figure) for figure in (one, other)]
    return all(named) or (any(named) and same_noun(one, other) is not False)


def _is_told(pair: tuple[Figure, Figure], given: Given) -> bool:
    """Whether the text has one of two figures beside the one given."""
    return any(other.value == figure.value for figure in pair for other in given.beside)


def _quotients(pairs: Iterator[tuple[Figure, Figure]]) -> Iterator[float]:
    return (_WHOLE * one.value / other.value for one, other in pairs if 0 < one.value < other.value)


def _may_be_part(one: Figure, other: Figure) -> bool:
    """Whether one figure of the text may be a part of the other: of the same kind, and not both of other things."""
    return one.unit is other.unit is not Unit.PERCENT and not (is_time(one.noun) or is_time(other.noun))


def _are_counts(one: Figure, other: Figure) -> bool:
    return _may_be_part(one, other) and one.unit is Unit.PLAIN and not (one.value % 1 or other.value % 1)


def rests(given: Given) -> Iterator[float]:
    """What a stated percentage leaves of a hundred."""
    if not (given.is_share or given.figure.noun in POINTS):
        return
    is_reached = _is_reached(given.figure, given.passage.folded)
    is_denied = given.has_cue("denied") and not (is_reached or given.has_cue("rest"))
    if is_denied or is_reached or given.has_cue("rest"):
        yield from (
            _WHOLE - other.value
            for other, fact in given.allowed
            if other.unit is Unit.PERCENT
            and (not given.is_in_words or given.words_of(fact))
            and not (is_denied and _DENIES.search(fact.text))
        )


_DENIES = lazy_pattern(r"(?i)\b(?:no|not|never|nunca|ni|sin|without|nobody|nadie|\w+n't)\b")
"""In a fact that denies, too, a share is of the same and no rest: "el 40 % no se presenta"."""


def is_left(figure: Figure, folded: str) -> bool:
    """Whether the text says that something was brought down to the share, or halved."""
    if folded[figure.start : figure.end].startswith("halv"):
        return True
    lessens = _LESSENS.search(folded, max(0, figure.start - _TO_VERB), figure.start)
    return lessens is not None and _is_reached(figure, folded)


_TO_VERB = 60
_LESSENS = lazy_pattern(
    r"\b(?:redu|baj|recort|rebaj|disminu|descend|dej|ca[ey]|cut|reduc|brought|bring|drop|fell|fall|down|shr|slash|trim)"
)


def _is_reached(figure: Figure, folded: str) -> bool:
    """Whether the text says that something came to the share: "reduced to less than half"."""
    return bool(_SAYS_WHERE_TO.search(folded, 0, figure.start) or _OF_WHAT_WAS.match(folded, figure.end))


def growths(given: Given) -> Iterator[float]:
    """By how many percent one of two figures of the same is more or less than the other."""
    if not given.is_share:
        return
    of_shares = given.is_in_words or _MORE_OR_LESS.match(given.passage.folded, given.figure.end) is not None
    yield from _changes(pair for pair in permutations(given.beside, 2) if _are_of_one(*pair, given.passage))
    for told in given.beside if of_shares else ():
        yield from _changes((told, other) for other, _ in given.allowed.of_noun(told) if told.noun)
    for _, stated in given.tales():
        pairs = ((one, other) for one, other in permutations(stated, 2) if _may_count_the_same(one, other))
        yield from _changes(pair for pair in pairs if of_shares or pair[0].unit is not Unit.PERCENT)


def _changes(pairs: Iterator[tuple[Figure, Figure]]) -> Iterator[float]:
    for one, other in pairs:
        least, most = sorted((one.value, other.value))
        if 0 < least < most <= _COMPARED * least:
            yield _WHOLE * (most - least) / other.value


def _are_of_one(one: Figure, other: Figure, passage: Passage) -> bool:
    """Whether two figures of the text count the same: shares do, and what stands without a noun behind "to"."""
    if one.unit is not other.unit:
        return False
    if one.unit is Unit.PERCENT or same_noun(one, other):
        return True
    bare = one if not one.noun else other
    return not bare.noun and passage.folded[: bare.start].endswith((" a ", " to ", " de ", " from "))


def _may_count_the_same(one: Figure, other: Figure) -> bool:
    if one.unit is not other.unit or one.unit is Unit.YEAR:
        return False
    return same_noun(one, other) is True or is_money(one) or not (one.noun and other.noun)


def cuts(given: Given) -> Iterator[float]:
    """What the shares of the text, or of the same fact, come to of a whole that the text or a fact has."""
    if given.is_share:
        return
    wholes = [other for other in given.beside if other.unit is not Unit.PERCENT and not is_time(other.noun)]
    shares = list(_shares_near(given))
    for whole in (*wholes, *given.alike):
        if given.is_of_kind(whole):
            yield from (whole.value * share / _WHOLE for share in shares if share)
    texts = {fact.id: fact.text for _, fact in given.known.figures}
    for number, stated in given.known.figures.by_fact.items():
        yield from _cuts_of_a_fact(stated, given.alike)
        if given.value >= _TELLING:
            yield from _cuts_in_words(stated, texts[number])


def _shares_near(given: Given) -> Iterator[float]:
    yield from given.shares
    yield from (abs(one - other) for one, other in combinations(given.shares, 2))
    yield from (1.0 for _ in _A_POINT.finditer(given.passage.folded, *given.around))
    yield from (ratio.percent for ratio in given.passage.ratios if _is_beside(given.figure, ratio.start, given.passage))


def _is_beside(figure: Figure, place: int, passage: Passage) -> bool:
    """Whether a place is in the same paragraph as the figure and not far from it."""
    first, last = sorted((figure.start, place))
    return last - first <= _SENTENCE and "\n\n" not in passage.text[first:last]


def _cuts_of_a_fact(stated: Sequence[Figure], alike: Sequence[Figure]) -> Iterator[float]:
    """The parts of a whole that its own fact gives the share of: "31,000 tickets, 62 % of them in chat"."""
    shares = [other.value / _WHOLE for other in stated if other.unit is Unit.PERCENT]
    for whole in (other for other in stated if shares and other in alike):
        yield from (whole.value * part for share in shares for part in (share, 1 - share))


def _cuts_in_words(stated: Sequence[Figure], text: str) -> Iterator[float]:
    """The parts of a whole that its own fact gives the share of in words: "52.000 visitas, la mitad escolares"."""
    for ratio in find_ratios(fold(text)):
        wholes = (
            whole for whole in stated if 0 < ratio.start - whole.end <= _BEHIND and whole.unit is not Unit.PERCENT
        )
        yield from (whole.value * ratio.percent / _WHOLE for whole in wholes)
