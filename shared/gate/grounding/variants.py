"""Other ways to write a name: short forms, acronyms, aliases, transliteration. Each is derived by a rule from what the
facts hold, or looked up in a table; nothing is matched by likeness, which cannot tell a variant from a false name.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain

from shared.domain.lazy_pattern import lazy_pattern
from shared.gate.folding import fold
from shared.gate.grounding.keys import function_words
from shared.gate.grounding.known import Known
from shared.gate.lexicon import word_list
from shared.gate.names import spelling
from shared.gate.words import tokens_in

Tokens = tuple[str, ...]

_SHORTEST_ACRONYM, _LONGEST_ACRONYM = 2, 16
_MOST_LETTERS_OF_A_WORD = 4
_SHORTEST_CUT = 3
_JOINED = lazy_pattern(r"(?<=\w)(universi|hochschul|hogeschool|hogskol|hoyskol|akademie|institut|american)")
_PARTICLES = frozenset(
    "de del la las el los y e of the and for en a d l und der fur di"
    " da do dos das dal della degli dei des du et i les els dels na van het zu".split()
)
_SAME = 4
_OF_SCHOOLS = frozenset(
    "university universidad universitat universidade universite universita universitat college school escuela facultad"
    " faculty institute instituto technology technical tecnologica tecnica politecnica polytechnic business state"
    " estatal national nacional catholic catolica".split()
)
_ROMAN = frozenset("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xviii xix xx xxi".split())


def other_writing(tokens: Tokens, known: Known, *, acronym: bool = True) -> bool:
    """Whether `tokens` write something that the facts name in another way; `acronym` if one may be written so."""
    if tokens not in known.writings:
        known.writings[tokens] = _is_other_writing(tokens, known, acronym=acronym)
    return known.writings[tokens]


def _is_other_writing(tokens: Tokens, known: Known, *, acronym: bool) -> bool:
    return (
        _is_alias(tokens, known)
        or all(_is_spelled_otherwise(token, known) for token in tokens)
        or (acronym and len(tokens) == 1 and _abbreviates_a_name(tokens[0], known))
        or (len(tokens) > 1 and _spells_out_an_acronym(tokens, known))
        or _is_school_in_translation(tokens, known)
        or _is_cut_short(tokens, known)
        or _is_written_as_one(tokens, known)
    )


def _is_written_as_one(tokens: Tokens, known: Known) -> bool:
    """Whether the facts write the words of a name as one: "Cloud Harbor" for CloudHarbor."""
    return len(tokens) > 1 and "".join(tokens) in known.facts_of_word


def _is_cut_short(tokens: Tokens, known: Known) -> bool:
    """Whether the words are those of a name in a row, some cut short: "Plymouth Uni", "Univ. Complutense"."""
    if len(tokens) < _SHORTEST_ACRONYM or any(len(token) < _SHORTEST_CUT for token in tokens):
        return False
    width = len(tokens)
    return any(
        all(word.startswith(token) for word, token in zip(words[start : start + width], tokens, strict=True))
        for _, words in known.short_names
        for start in range(len(words) - width + 1)
    )


def writes_a_school(tokens: Tokens, known: Known) -> bool:
    """Whether `tokens` are another name of a school of the facts, or what they call it in another language."""
    return _is_alias(tokens, known) or _is_school_in_translation(tokens, known)


def _is_school_in_translation(tokens: Tokens, known: Known) -> bool:
    """Whether what tells the school is in a school's name: "Lodz University of Technology" for Politechnika Łódzka,
    "la Nicolaíta" for San Nicolás.
    """
    telling = [token for token in tokens if token not in _PARTICLES and token not in _OF_SCHOOLS]
    return bool(telling) and any(
        all(any(word[:_SAME] == token[:_SAME] for word in words) for token in telling)
        for fact, words in known.short_names
        if fact.field.endswith("school") and (len(tokens) > len(telling) or len(telling[0]) > _SAME + 1)
    )


def is_roman(token: str) -> bool:
    """Whether a folded word is a Roman numeral as names have them."""
    return token in _ROMAN


def aliases_of(tokens: Tokens) -> Iterator[Tokens]:
    """The other names of the technology or school called `tokens`."""
    for group in _groups().get(tokens, ()):
        yield from (name for name in group if name != tokens)


def _is_alias(tokens: Tokens, known: Known) -> bool:
    return any(f" {' '.join(name)} " in known.all_plain for name in aliases_of(tokens))


@cache
def _groups() -> dict[Tokens, list[list[Tokens]]]:
    groups: dict[Tokens, list[list[Tokens]]] = defaultdict(list)
    for names in (*_names("technologies"), *_names("schools")):
        for name in names:
            groups[name].append(names)
    return groups


def technologies() -> frozenset[Tokens]:
    """Every name of a technology that the lexicon knows."""
    return _technologies()


@cache
def _technologies() -> frozenset[Tokens]:
    return frozenset(chain.from_iterable(_names("technologies")))


@cache
def _names(lexicon: str) -> list[list[Tokens]]:
    """For each line of the lexicon the names that are the same."""
    return [[tokens_in(name) for name in fold(line).split(", ")] for line in word_list(lexicon)]


def _is_spelled_otherwise(token: str, known: Known) -> bool:
    """Whether it is a word of the facts with ue for ü, without an ending of the plural, or behind an English 's."""
    bare = token.removesuffix("'s").removesuffix("'")
    words = known.facts_of_word
    if bare in words or bare.removesuffix("s") in words or f"{bare}s" in words:
        return True
    return spelling(bare) in known.spellings or not written_in_full(bare).isdisjoint(words)


def written_in_full(word: str) -> frozenset[str]:
    """What a folded word stands for in the names of organisations: "tech", "hnos"."""
    return _full_words().get(word, frozenset())


@cache
def _full_words() -> dict[str, frozenset[str]]:
    """What the words that names are cut short to stand for: "tech", "hnos", "uni"."""
    found: dict[str, frozenset[str]] = {}
    for line in word_list("cut_words"):
        short, _, full = line.partition(" = ")
        for word in short.split():
            found[word] = found.get(word, frozenset()) | frozenset(full.split())
    return found


def _abbreviates_a_name(token: str, known: Known) -> bool:
    if not (_SHORTEST_ACRONYM <= len(token) <= _LONGEST_ACRONYM and token.isalnum()):
        return False
    return any(
        abbreviates(token, words) or (fact.field.endswith("school") and abbreviates(token, _parts_of_compounds(words)))
        for fact, words in known.short_names
    )


def _parts_of_compounds(words: Sequence[str]) -> Tokens:
    """The words with those that Dutch and German join taken apart: "Rijksuniversiteit" is R and U in RUG."""
    return tuple(part for word in words for part in _JOINED.sub(r" \1", word).split())


def _spells_out_an_acronym(tokens: Tokens, known: Known) -> bool:
    initials = "".join(token[0] for token in tokens if token not in _PARTICLES)
    spelled = {initials, "".join(token[0] for token in tokens)} - function_words()  # Blue Yonder spells no "by"
    return len(initials) >= _SHORTEST_ACRONYM and not spelled.isdisjoint(known.facts_of_word)


def abbreviates(acronym: str, words: Sequence[str]) -> bool:
    """Whether `acronym` is made of the beginnings of consecutive `words`, two at least; small words may be left out:
    UPM, UNaM (Universidad Nacional de Misiones), TUM (Technische Universität München).
    """
    first = acronym[:1]
    return any(word[:1] == first and _consumes(acronym, words, start, 0) for start, word in enumerate(words))


def _consumes(rest: str, words: Sequence[str], at: int, used: int) -> bool:
    if not rest:
        return used > 1
    if at >= len(words):
        return False
    word = words[at]
    lengths = range(1, min(_MOST_LETTERS_OF_A_WORD, len(word), len(rest)) + 1)
    for length in (*lengths, len(word)):
        if length <= len(rest) and rest[:length] == word[:length] and _consumes(rest[length:], words, at + 1, used + 1):
            return True
    return word in _PARTICLES and _consumes(rest, words, at + 1, used)
