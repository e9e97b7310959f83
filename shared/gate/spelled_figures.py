"""Spelled numbers: "mil doscientos", "dos coma cuatro millones", "a hundred and five", "tres cuartos de hora"."""

from collections.abc import Iterator, Sequence

from shared.domain.lazy_pattern import lazy_pattern
from shared.gate.figure import CURRENCIES, Figure, Unit, counting, named
from shared.gate.lexicon import table
from shared.gate.words import Word

_NUMBER_WORDS = table("number_words")
_ONES: dict[str, int] = _NUMBER_WORDS["ones"]
_MULTIPLIERS: dict[str, int] = _NUMBER_WORDS["multipliers"]
_VALUES: dict[str, int] = _NUMBER_WORDS["units"] | _ONES | _MULTIPLIERS
_JOINS = frozenset(_NUMBER_WORDS["joins"])
NUMBER_NAMES = frozenset(_VALUES.keys() - _ONES.keys())
_BETWEEN_WORDS = lazy_pattern(r"[\s-]*")
_PERCENT_WORDS = lazy_pattern(r"\s(?:por ciento|percent|per cent)\b")
_AND_A_HALF = lazy_pattern(
    r"(?:\s(?P<noun>(?!y\b|and\b)\w+))?\s(?:y medi[oa]|and a half)\b(?!\s(?:docena|hora|manana|jornada|tarde|noche))"
    r"(?:\s(?P<times>millones|million|mil|thousand)\b)?"
)
_QUARTERS_OF_AN_HOUR = lazy_pattern(r"\s(?:cuartos? de hora|quarters? of an hour)\b")
_QUARTER = 15
_PART_OF = lazy_pattern(r"\b(?:(three|tres)[ -]|(?:a|un) )?(half|medi[oa]|quarter|cuarto)s? (?:of |de |a )?$")
_PARTS = {"half": 0.5, "medio": 0.5, "media": 0.5, "quarter": 0.25, "cuarto": 0.25}
_LONGEST_PART = 20
_CURRENCY_WORDS = lazy_pattern(r"\s(?:de\s)?(euros?|dolares|dolar|dollars?)\b")


def figures_in_words(folded: str, words: Sequence[Word]) -> Iterator[Figure]:
    """The figures that the words of a folded text spell, in their order."""
    end = 0
    for index in [index for index, word in enumerate(words) if word.folded in _VALUES]:
        if index >= end and (run := _number_run(folded, words, index)):
            end = index + run
            yield _figure_of_run(folded, words, index, run)


def _number_run(folded: str, words: Sequence[Word], index: int) -> int:
    """How many words from `index` on spell one number; 0 if none does. An article alone ("un", "a") is none."""
    end = index
    while end < len(words) and _joins_on(folded, words, index, end):
        end += 1
        if (
            end + 1 < len(words)
            and words[end].folded in _JOINS
            and _is_joined(words[end - 1], words[end], words[end + 1])
        ):
            end += 1
    if end - index == 1 and _is_no_number(words, index):
        return 0
    return end - index


def _joins_on(folded: str, words: Sequence[Word], index: int, at: int) -> bool:
    """Whether the word at `at` is part of the number that begins at `index`."""
    word = words[at].folded
    if word not in _VALUES:
        return False
    if at == index:
        return word not in _ONES or _is_multiplied(words, at)
    before = words[at - 1].folded
    if before in _JOINS:
        return True
    return _BETWEEN_WORDS.fullmatch(folded, words[at - 1].end, words[at].start) is not None and _may_follow(
        before, word
    )


def _is_multiplied(words: Sequence[Word], at: int) -> bool:
    """Whether "un", "one" stands before a multiplier: "un millón", "a hundred"."""
    return at + 1 < len(words) and words[at + 1].folded in _MULTIPLIERS and words[at + 1].folded != "mil"


def _may_follow(before: str, word: str) -> bool:
    """Whether two number words in a row belong to one number: "dos mil", "ciento cinco", not "dos tres"."""
    if word in _MULTIPLIERS:
        return True
    if before in _MULTIPLIERS:
        return word not in _ONES or (word not in _ARTICLES and before in ("hundred", "thousand"))
    return word not in _ARTICLES and _VALUES[before] >= _FIRST_TEN and _VALUES[word] < _place_below(_VALUES[before])


_BEHIND_ENGLISH_ONCE = frozenset("the it there a an you we they i he she this that your our their in all".split())
_FIRST_TEN, _FIRST_HUNDRED = 20, 100
_ARTICLES = frozenset("a an un una".split())


def _place_below(value: int) -> int:
    """What may be added to `value` in words: 1 to 9 to a ten, 1 to 99 to a hundred."""
    return _FIRST_HUNDRED if value >= _FIRST_HUNDRED else 10


def _is_joined(before: Word, join: Word, after: Word) -> bool:
    """Whether "y" or "and" stands inside a number: "treinta y uno", "two hundred and five"."""
    if join.folded == "y":
        return _FIRST_TEN < _VALUES[before.folded] < _FIRST_HUNDRED and 0 < _VALUES.get(after.folded, 0) < 10
    return before.folded in ("hundred", "thousand") and after.folded in _VALUES and after.folded != "a"


def _is_no_number(words: Sequence[Word], index: int) -> bool:
    """Whether a number word alone states no number: an article, "millones de veces", "mil gracias"."""
    word = words[index].folded
    thanks = (
        word == "mil" and index + 1 < len(words) and words[index + 1].folded in ("gracias", "perdones", "disculpas")
    )
    percent = word == "ciento" and index > 0 and words[index - 1].folded == "por"
    english = word == "once" and (
        (index + 1 < len(words) and words[index + 1].folded in _BEHIND_ENGLISH_ONCE)
        or (index > 0 and words[index - 1].folded == "at")
    )
    many = word in _MULTIPLIERS and word != "mil" and not _BEFORE_MANY.issuperset(_two_before(words, index))
    return english or word in _ONES or thanks or percent or many


def _two_before(words: Sequence[Word], index: int) -> frozenset[str]:
    """What stands before a word, as far as it makes a part of it: "medio millón", "un cuarto de millón"."""
    before = [word.folded for word in words[max(0, index - 2) : index]]
    return frozenset(before[-1:] if before[-1:] != ["de"] else before) or frozenset(("",))


_BEFORE_MANY = frozenset("medio media cuarto cuartos de".split())


def _figure_of_run(folded: str, words: Sequence[Word], index: int, run: int) -> Figure:
    spelled = words[index : index + run]
    start, end = spelled[0].start, spelled[-1].end
    unit, currency = Unit.PLAIN, None
    if match := _PERCENT_WORDS.match(folded, end):
        unit, end = Unit.PERCENT, match.end()
    elif match := _CURRENCY_WORDS.match(folded, end):
        unit, currency, end = CURRENCIES[match[1]], match[1], match.end()
    value = _spelled_value([word.folded for word in spelled])
    if match := _QUARTERS_OF_AN_HOUR.match(folded, end):
        return Figure(start, match.end(), value * _QUARTER, unit, "minutos", ("minutos",))
    if decimal := _decimal_in_words(folded, words, index + run, value):
        return decimal._replace(start=start)
    if match := _AND_A_HALF.match(folded, end):
        value, end = (value + 0.5) * _MULTIPLIERS.get(match["times"] or "", 1), match.end()
        if match["noun"]:
            return Figure(start, end, value, unit, match["noun"], (match["noun"],))
    elif spelled[-1].folded in _MULTIPLIERS:
        share, start = _part_before(folded, start)
        value *= share
    return named(counting(folded, start, end, value, unit), currency)


def _part_before(folded: str, start: int) -> tuple[float, int]:
    """What part of the number at `start` the words before it say, and where they begin: "medio millón", "three quarters
    of a million".
    """
    part = _PART_OF.search(folded, max(0, start - _LONGEST_PART), start)
    return (_PARTS[part[2]] * (3 if part[1] else 1), part.start()) if part else (1, start)


def _decimal_in_words(folded: str, words: Sequence[Word], at: int, whole: float) -> Figure | None:
    """The figure that goes on behind a comma in words, as in "dos coma cuatro millones", "three point five million"."""
    if at + 1 >= len(words) or words[at].folded not in ("coma", "point") or words[at + 1].folded not in _VALUES:
        return None
    digits, end = _VALUES[words[at + 1].folded], words[at + 1].end
    value = whole + digits / 10 ** len(str(digits))
    if at + 2 < len(words) and words[at + 2].folded in _MULTIPLIERS:
        value, end = value * _MULTIPLIERS[words[at + 2].folded], words[at + 2].end
    unit = Unit.PERCENT if _PERCENT_WORDS.match(folded, end) else Unit.PLAIN
    return counting(folded, words[at - 1].start, end, value, unit)


def _spelled_value(spelled: Sequence[str]) -> float:
    """The value of number words: what stands before a multiplier is multiplied, the rest is added."""
    total = group = 0
    for word in spelled:
        if word in _MULTIPLIERS and not group and 0 < total < _MULTIPLIERS[word]:  # "dos mil millones"
            total *= _MULTIPLIERS[word]
        elif word == "hundred":
            group = max(group, 1) * _MULTIPLIERS[word]
        elif word in _MULTIPLIERS:
            total, group = total + max(group, 1) * _MULTIPLIERS[word], 0
        else:
            group += _VALUES.get(word, 0)
    return float(total + group)
