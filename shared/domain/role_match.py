"""From a job title to the role that it belongs to.

A role's title patterns are phrases of whole words, compared without accents and in any case; `*` at the end of a word
stands for any ending. Prepositions and articles do not count. A pattern of two capitals ("IT", "TI") is met only
by capitals, or beside a word such as "manager" or "jefa": "it" is also a pronoun.

Where several patterns are found, these rules decide, in this order:

1. The chief executive stays the chief executive: "CEO & Head of Sales" is general management.
2. An area beats a rank: "Directora General Adjunta de Finanzas" is finance, "Co-founder & CTO" is technology.
3. Of patterns that overlap the longest wins ("sales operations" over "operations"); of those that do not, the one
   named first, for the first is the main one: "Director de Operaciones y Logística".
4. In an English compound the last area is the main one: "IT Procurement Manager" buys.

People who support somebody have their boss's area, not their rank: "Asistente de Marketing" is marketing,
"Asistente de Dirección General" is nobody's role and falls to the default.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from shared.domain import title_words
from shared.domain.message import RoleMatch
from shared.domain.role import Role
from shared.domain.title_words import Link, Word


def match_role(title: str | None, headline: str | None, roles: Sequence[Role], default: str) -> RoleMatch:
    """The role of a person with this title, or, where it says nothing, this headline; else `default`.

    Raises nothing: any text is a title. Patterns are compiled once per content of `roles`.
    """
    patterns = _compiled(tuple((role.key, tuple(role.title_patterns)) for role in roles))
    if title and (key := patterns.role_of(title)):
        return RoleMatch(key=key, matched_by="title")
    if headline and (key := patterns.role_of(headline)):
        return RoleMatch(key=key, matched_by="headline")
    return RoleMatch(key=default, matched_by="default")


def has_title(title: str, patterns: Sequence[str]) -> bool:
    """Whether any of the title patterns is found in the title, by the same rules."""
    return _compiled((("found", tuple(patterns)),)).role_of(title) is not None


class _Pattern(NamedTuple):
    """`weight`: longer is more specific. What few patterns are asked is worked out when they are."""

    words: tuple[Word, ...]
    role: str
    weight: tuple[int, int]

    @property
    def rest(self) -> tuple[Word, ...]:
        """The words after the first."""
        return self.words[1:]

    @property
    def is_rank(self) -> bool:
        """Whether it names a rank without an area."""
        return title_words.is_rank(self.words)

    @property
    def is_apex(self) -> bool:
        """Whether it names the chief executive."""
        return title_words.is_apex(self.words)

    @property
    def is_short_capitals(self) -> bool:
        """Whether it is two capitals, which are also a word: "IT"."""
        return len(self.words) == 1 and len(self.words[0].text) == 2 and self.words[0].capitals


class _Found(NamedTuple):
    start: int
    end: int
    pattern: _Pattern


class _Patterns:
    """The patterns of a role pack, found by a first word or by its beginning; the most specific come first."""

    def __init__(self, patterns: Sequence[tuple[str, _Pattern]]) -> None:
        self._by_word: dict[str, list[_Pattern]] = {}
        self._by_beginning: dict[str, list[_Pattern]] = {}
        for first, pattern in sorted(patterns, key=lambda entry: entry[1].weight, reverse=True):
            index = self._by_beginning if first.endswith("*") else self._by_word
            index.setdefault(first.rstrip("*"), []).append(pattern)
        self._lengths = sorted({len(beginning) for beginning in self._by_beginning})

    def role_of(self, title: str) -> str | None:
        """The role of the first part of the title that has one."""
        for segment in title_words.segments(title):
            supports = title_words.SUPPORT.search(segment.lower()) is not None
            short = title_words.without_place(segment)
            for text in dict.fromkeys((short, segment)):
                if key := self._best(title_words.words(text), supports):
                    return key
        return None

    def _best(self, found: list[Word], supports: bool) -> str | None:
        matches = list(self._matches(found))
        apex = next((match for match in matches if match.pattern.is_apex), None)
        if apex and not supports:
            return apex.pattern.role
        areas = [match for match in matches if not match.pattern.is_rank]
        if areas:
            return _main_area(areas, found).pattern.role
        return matches[0].pattern.role if matches and not supports else None

    def _matches(self, found: list[Word]) -> Iterator[_Found]:
        """Patterns from left to right, the longest at each place, none overlapping another."""
        start = 0
        while start < len(found):
            pattern = self._longest(found, start)
            end = start + 1 + len(pattern.rest) if pattern else start + 1
            if pattern:
                yield _Found(start, end, pattern)
            start = end

    def _longest(self, found: list[Word], start: int) -> _Pattern | None:
        best: _Pattern | None = None
        for candidates in self._candidates(found[start].text):
            fitting = next((pattern for pattern in candidates if _fits(pattern, found, start)), None)
            if fitting and (best is None or fitting.weight > best.weight):
                best = fitting
        return best

    def _candidates(self, first: str) -> Iterator[list[_Pattern]]:
        if exact := self._by_word.get(first):
            yield exact
        for length in self._lengths:
            if length > len(first):
                break
            if beginning := self._by_beginning.get(first[:length]):
                yield beginning


def _fits(pattern: _Pattern, found: list[Word], start: int) -> bool:
    """Whether the title goes on as the pattern does, whose first word is met at `start`."""
    following = found[start + 1 : start + 1 + len(pattern.rest)]
    if len(following) < len(pattern.rest):
        return False
    if pattern.is_short_capitals and not (found[start].capitals or _beside_a_job(found, start)):
        return False
    return all(_same(mine, theirs) for mine, theirs in zip(pattern.rest, following, strict=True))


def _beside_a_job(found: list[Word], place: int) -> bool:
    return any(title_words.names_a_job(word) for word in found[max(place - 1, 0) : place + 2])


def _same(pattern: Word, word: Word) -> bool:
    if word.link is Link.BESIDE and pattern.link is not Link.BESIDE:
        return False
    if pattern.text.endswith("*"):
        return word.text.startswith(pattern.text[:-1])
    return word.text == pattern.text


def _main_area(areas: list[_Found], found: list[Word]) -> _Found:
    """The first area named, or the last of the English compound that begins with it."""
    main = areas[0]
    for after in areas[1:]:
        if after.start != main.end or found[after.start].link or not _heads_compound(after, found):
            break
        main = after
    return main


def _heads_compound(area: _Found, found: list[Word]) -> bool:
    last = found[area.end - 1].text
    if last in title_words.ENGLISH_AGENTS:
        return True
    followed = area.end < len(found) and found[area.end].text in title_words.ENGLISH_RANKS
    return followed and last not in title_words.VAGUE_AREAS


@lru_cache(maxsize=64)
def _compiled(pack: tuple[tuple[str, tuple[str, ...]], ...]) -> _Patterns:
    return _Patterns([_pattern(role, words) for role, words in _patterns_as_words(pack)])


def _patterns_as_words(pack: tuple[tuple[str, tuple[str, ...]], ...]) -> Iterator[tuple[str, list[Word]]]:
    for role, texts in pack:
        for text in texts:
            if words := title_words.pattern_words(text):
                yield role, words


def _pattern(role: str, words: list[Word]) -> tuple[str, _Pattern]:
    letters = sum(len(word.text.rstrip("*")) for word in words)
    return words[0].text, _Pattern(
        words=tuple(words),
        role=role,
        weight=(len(words), letters),
    )
