"""The sorts of things that happen to people and companies, and the words that tell of each."""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple

from shared.domain.errors import Sentence
from shared.domain.lazy_pattern import lazy_pattern, lexicon_patterns
from shared.gate.conjugation import conjugated
from shared.gate.grounding.places import is_place
from shared.gate.grounding.statements import Statement
from shared.gate.lexicon import table


class Happening(NamedTuple):
    """A sort of thing that happens: what it is called, and the beginnings of the folded words that tell of it.

    `forms` are whole forms of its verbs; `strong` nouns tell of something that has happened even with "the" alone;
    `told` are further words by which a fact tells of it; `kinds` are the words of
    kinds that differ among themselves, `phrases` the pattern of what tells of it in several words, `named_phrases` of
    what does so where the last word is a place ("llegada a Chile").
    `bare` happenings are so rare that a fact of one proves whatever is said of it; `is_of_posts` marks new posts, which
    careers prove, too, `is_of_lists` what may have a figure for its name ("40 under 40"). One of its `signs` stands in
    every phrase of it.
    """

    name: Sentence
    nouns: tuple[str, ...]
    verbs: tuple[str, ...]
    forms: frozenset[str]
    strong: tuple[str, ...]
    told: tuple[str, ...]
    kinds: tuple[tuple[str, ...], ...]
    not_: frozenset[str]
    phrases: re.Pattern[str] | None
    named_phrases: re.Pattern[str] | None
    bare: bool
    is_of_posts: bool
    is_of_lists: bool
    signs: frozenset[str]

    def is_named(self, word: str) -> bool:
        """Whether a folded word is a noun of it."""
        return word.startswith(self.nouns) and word not in self.not_

    def is_done(self, word: str) -> bool:
        """Whether a folded word is a verb of it."""
        return word in self.forms or (word.startswith(self.verbs) and word not in self.not_)

    def is_strong(self, word: str) -> bool:
        """Whether a folded word names something that has happened: "the acquisition", but not "the investment"."""
        return word.startswith(self.strong) and self.is_named(word)

    def tells(self, word: str) -> bool:
        """Whether a folded word of a text tells of it."""
        return self.is_named(word) or self.is_done(word)

    def means(self, word: str) -> bool:
        """Whether a folded word says no more than what sort of thing it is."""
        return self.tells(word) or word.startswith(self.told) or any(word.startswith(kind) for kind in self.kinds)

    def is_told_by(self, fact: Sequence[str], said: Sequence[str]) -> bool:
        """Whether the words of a fact may tell of what `said` does: a loan is no round, though both bring money."""
        kinds = [kind for kind in self.kinds if any(word.startswith(kind) for word in said)]
        return any(self.tells(word) or word.startswith(self.told) for word in fact) and (
            not kinds or any(word.startswith(kind) for kind in kinds for word in fact)
        )


@lru_cache(maxsize=4096)
def happening_of(word: str) -> Happening | None:
    """The sort of thing that a folded word tells of."""
    return next((happening for happening in _happenings() if happening.tells(word)), None)


def phrases_in(statement: Statement) -> Iterator[tuple[Happening, int, int]]:
    """Where a clause tells of something in several words: "entrada de un fondo en el capital"."""
    vocabulary = statement.vocabulary
    if vocabulary.isdisjoint(_signs()):
        return
    for happening in _happenings():
        if happening.signs.isdisjoint(vocabulary):
            continue
        if happening.phrases is not None:
            for match in happening.phrases.finditer(statement.passage.folded, statement.start, statement.end):
                yield happening, *match.span()
        if happening.named_phrases is not None:
            yield from ((happening, *span) for span in _named(happening.named_phrases, statement))


def _named(pattern: re.Pattern[str], statement: Statement) -> Iterator[tuple[int, int]]:
    """Where what ends in the name of a place is told: "llegada a Chile", but not "llegada a Acme"."""
    passage = statement.passage
    for match in pattern.finditer(passage.folded, statement.start, statement.end):
        last = passage.words_between(match.start(), match.end())[-1]
        if last.capitalised and is_place(last.folded):
            yield match.span()


@cache
def _signs() -> frozenset[str]:
    """The signs of all sorts."""
    return frozenset().union(*(happening.signs for happening in _happenings()))


@lexicon_patterns()
def _happenings() -> tuple[Happening, ...]:
    return tuple(map(_happening, table("happenings").values()))


def _happening(entry: dict[str, Any]) -> Happening:
    words = {name: tuple(entry.get(name, "").split()) for name in ("nouns", "verbs", "strong", "told")}
    return Happening(
        Sentence(entry["es"], entry["en"]),
        forms=frozenset(form for verb in entry.get("infinitives", ()) for form in _forms(verb, entry)),
        not_=frozenset(entry.get("not", "").split()),
        kinds=tuple(tuple(stubs.split()) for stubs in entry.get("kinds", {}).values()),
        phrases=_one_of(entry.get("patterns")),
        named_phrases=_one_of(entry.get("named")),
        bare="bare" in entry,
        is_of_posts="posts" in entry,
        is_of_lists="lists" in entry,
        signs=frozenset(entry.get("signs", "").split()),
        **words,
    )


def _one_of(patterns: Sequence[str] | None) -> re.Pattern[str] | None:
    return lazy_pattern(rf"\b(?:{'|'.join(patterns)})(?!\w)") if patterns else None


def _forms(verb: str, entry: dict[str, Any]) -> frozenset[str]:
    """What says that the reader or their company did it, or is doing it; some things only companies do."""
    forms = conjugated(verb)
    past = frozenset().union(*(forms.past[person] for person in entry.get("persons", "2356")))
    return past | forms.done | forms.doing
