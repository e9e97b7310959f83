"""The sorts of things that happen to people and companies, and the words that tell of each."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from shared.domain.errors import Sentence
from shared.domain.lazy_pattern import lazy_pattern, lexicon_patterns
from shared.gate.conjugation import conjugated
from shared.gate.grounding.places import is_place
from shared.gate.grounding.statements import Statement
from shared.gate.lexicon import table
from shared.gate.reading import Passage


class Happening(NamedTuple):
    """A sort of thing that happens: what it is called, and the beginnings of the folded words that tell of it.

    `forms` are whole forms of its verbs; `strong` nouns tell of something that has happened even with "the" alone;
    `told` are further words by which a fact tells of it; `kinds` are the words of kinds that differ among themselves.
    `phrases` is the pattern of what tells of it in several words, `named_phrases` of what does so where one of them is
    a place ("llegada a Chile"); one of `signs` stands in each. `bare` happenings are so rare that a fact of one proves
    whatever is said of it; `posts` says how a career proves it, too: by a "rise" at the company, by an "arrival" there.
    What `is_of_lists` may have a figure for its name ("40 under 40").
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
    posts: str
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
    passage, reach = statement.passage, (statement.start, statement.end)
    for happening in _happenings():
        if statement.vocabulary.isdisjoint(happening.signs):
            continue
        if happening.phrases is not None:
            yield from ((happening, *match.span()) for match in happening.phrases.finditer(passage.folded, *reach))
        if happening.named_phrases is not None:
            found = happening.named_phrases.finditer(passage.folded, *reach)
            yield from ((happening, *match.span()) for match in found if _names_a_place(passage, *match.span()))


def _names_a_place(passage: Passage, start: int, end: int) -> bool:
    """Whether what is told of is called by a place: "llegada a Chile", but not "llegada a Acme"."""
    return any(word.capitalised and is_place(word.folded) for word in passage.words_between(start, end))


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
        posts=entry.get("posts", ""),
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
