"""The sentences that one message may be made of, in the order in which this person's seed tries them."""

import random
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import TypeVar

from shared.adapters.embedded.offline.avoidance import Avoidance
from shared.adapters.embedded.offline.in_a_sentence import (
    capitalized,
    clause,
    company_in_words,
    opens_commonly,
    uncapitalized,
)
from shared.adapters.embedded.offline.known import Angle, known
from shared.adapters.embedded.offline.lazy import Lazy
from shared.adapters.embedded.offline.phrasebook import Phrase, phrase, phrasebook
from shared.adapters.embedded.offline.quotation import has_figure, speaks
from shared.adapters.embedded.offline.slots import Piece, Slot, render, rendered, stated
from shared.domain.language import Format, Language
from shared.domain.lazy_pattern import lazy_pattern
from shared.domain.message import Fact
from shared.domain.text import without_accents
from shared.domain.writing import WritingRequest

_T = TypeVar("_T")

_BARE = phrase("{pain}.", capital=False)
"""A problem as it goes on after a colon."""

_QUOTING = frozenset({"post", "duty", "about", "headline"})
_UNSAYABLE = lazy_pattern(r"[?!¿¡{}\[\]<>]|https?:|www\.", re.IGNORECASE)
_DETERMINER = lazy_pattern(r"(?:una?|el|la|los|las|unos|unas|an?|the|your|some|five|ten|fifteen)\s", re.IGNORECASE)
_FIRST_PERSON = {
    Language.ES: lazy_pattern(r"\w+mos\b", re.IGNORECASE),
    Language.EN: lazy_pattern(r"we\b", re.IGNORECASE),
}
_WORD = lazy_pattern(r"[a-z]{5,}")
_STEM = 5

_SAME = 0.6
"""The likeness from which a problem would only repeat what the person has said."""

_SHORT = 45
"""The longest company name that a text says a second time, in characters."""

_ASKING_EARLY = 0.25
"""The share of messages that put their question beside the problem and not at the end."""


class Material:
    """All that a composer chooses from. Every list is shuffled by the request's seed, so that two people's lists
    seldom begin alike; nothing in them is what `avoid` forbids.
    """

    def __init__(self, request: WritingRequest, today: date | None, avoid: Avoidance) -> None:
        self._request = request
        self._avoid = avoid
        seed = f"{request.seed}/{request.format}/{request.repair is not None}"
        self._random = random.Random(seed)  # noqa: S311 (variety, not secrecy)
        self.asks_early = self._random.random() < _ASKING_EARLY
        self.book = phrasebook(request.language, request.register)
        self._is_note = request.format is Format.LINKEDIN_NOTE
        self._is_short = request.format in (Format.LINKEDIN_NOTE, Format.LINKEDIN_INMAIL)
        found = known(request, self.book, today)
        self._slots: Mapping[str, Slot] = {**found.slots, **self._area(), "call": Slot(self._call())}
        self._short_slots = {name: slot for name, slot in self._slots.items() if len(slot.text) <= _SHORT}
        self.angles = Lazy(angle for angle in found.angles if not (avoid.plain and angle.kind in _QUOTING))
        pains = request.role.pains.in_language(request.language)
        self._pains = self._shuffled(clause(pain) for pain in pains if not _UNSAYABLE.search(pain))

    def greeting(self) -> Piece:
        """The salutation, by first name if there is one to use."""
        greetings = self.book.greetings
        named = None if self._avoid.unnamed else render(greetings.named, self._slots)
        return named or Piece(greetings.unnamed.text)

    def openers(self, angle: Angle) -> Lazy[Piece]:
        """First sentences that rest on the angle."""
        return self._allowed(self.book.openers[angle.kind], {**self._slots, **angle.slots})

    def bridges(self, angle: Angle, *, asking: bool) -> Lazy[Piece]:
        """Sentences that bring up a problem of the role, with a question or without; one near the angle's words comes
        first.
        """
        phrases = self.book.note_bridges if self._is_short else self.book.bridges
        ordered = self._shuffled(phrase for phrase in phrases if phrase.asks is asking)
        if angle.kind in _QUOTING and not asking and self._near(angle):
            ordered = self._shuffled(self.book.related_bridges) + ordered
        return self._with_pains((phrase, pain) for phrase in ordered for pain in self._fitting(angle))

    def bare_pains(self, angle: Angle) -> Lazy[Piece]:
        """Problems of the role without a frame, for openers that end with a colon."""
        return self._with_pains((_BARE, pain) for pain in self._fitting(angle))

    def second_pains(self, used: str) -> Lazy[Piece]:
        """Sentences that add a problem that the text does not name yet."""
        said = without_accents(used)
        unused = [pain for pain in self._pains if without_accents(pain) not in said]
        return self._with_pains((phrase, pain) for phrase in self._shuffled(self.book.second_pains) for pain in unused)

    def asks(self) -> Lazy[Piece]:
        """Questions that ask one small thing."""
        own = self._request.role.call_to_action.in_language(self._request.language)
        if not self._is_note and own.endswith("?"):
            return Lazy([Piece(own, asks=True)])
        return self._allowed(self.book.note_asks if self._is_note else self.book.asks, self._slots)

    def closings(self) -> Lazy[Piece]:
        """Sentences that ask for an answer where the question has been put already."""
        return self._allowed(self.book.note_closings if self._is_note else self.book.closings, self._slots)

    def values(self) -> Lazy[Piece]:
        """Sentences that say what we do; none for a note, none where nobody has written it in this language."""
        text = self._request.value_proposition
        if text is None or self._avoid.plain or self._is_note or not self._is_sayable(text):
            return Lazy(())
        facts = [fact.id for fact in self._request.facts if fact.field == "value_proposition"]
        words = clause(text)
        slots = self._us() | {
            "value": _claimed(uncapitalized(words), facts),
            "Value": _claimed(capitalized(words), facts),
        }
        phrases = self.book.values
        if _FIRST_PERSON[self._request.language].match(words):
            phrases += self.book.values_in_first_person
        return self._allowed(phrases, slots)

    def references(self, when: str, *, is_last: bool) -> Lazy[Piece]:
        """First sentences of a follow-up; `when` names how long ago the message before was sent."""
        phrases = self.book.follow_ups.last_references if is_last else self.book.follow_ups.references
        return self._allowed(phrases, {**self._short_slots, "when": Slot(self.book.follow_ups.when[when])})

    def last_asks(self) -> Lazy[Piece]:
        """Sentences that end a thread: a way out, and no further question."""
        return self._allowed(self.book.follow_ups.last_asks, self._slots)

    def proofs(self, said: str = "") -> Lazy[Piece]:
        """Sentences with one proof point each, none that was `said` (in lower case, without accents); the role's own
        come before the workspace's.
        """
        if self._avoid.plain or self._is_note:
            return Lazy(())
        own = set(self._request.role.proof_points)
        facts = [fact for fact in self._request.facts if fact.field.startswith("proof_points")]
        ordered = sorted(self._shuffled(facts), key=lambda fact: fact.text not in own)
        new = (fact for fact in ordered if without_accents(clause(fact.text)) not in said)
        sayable = (fact for fact in new if self._is_sayable(fact.text))
        return Lazy(piece for fact in sayable for piece in self._allowed(self._proof_phrases(fact), _proof(fact)))

    def _proof_phrases(self, fact: Fact) -> Iterable[Phrase]:
        """Only a figure is announced as one."""
        return self.book.proofs_with_a_figure if has_figure(fact.text) else self.book.proofs

    def farewell(self) -> str:
        """How a letter ends, the sender's name included."""
        words = self._random.choice(self.book.farewells).text
        sender = self._request.sender
        return f"{words.rstrip(',')}." if sender is None else f"{words}\n{sender.name}\n{sender.company}"

    def subjects(self, angle: Angle) -> Iterator[Piece]:
        """Subjects about what the message opens with, then about the person in general, capitals in names alone."""
        for kind in dict.fromkeys((angle.kind, "company", "title", "nothing")):
            phrases = (phrase._replace(capital=False) for phrase in self.book.subjects.get(kind, ()))
            yield from self._allowed(phrases, {**self._slots, **angle.slots})

    def _shuffled(self, items: Iterable[_T]) -> list[_T]:
        mixed = list(items)
        self._random.shuffle(mixed)
        return mixed

    def _allowed(self, phrases: Iterable[Phrase], slots: Mapping[str, Slot]) -> Lazy[Piece]:
        """The phrases in this person's order, filled, without what must be avoided."""
        return Lazy(filter(self._avoid.allows, rendered(self._shuffled(phrases), slots)))

    def _with_pains(self, pairs: Iterable[tuple[Phrase, str]]) -> Lazy[Piece]:
        made = (render(phrase, self._short_slots | _pain_slots(pain)) for phrase, pain in pairs)
        return Lazy(piece for piece in made if piece and self._avoid.allows(piece))

    def _near(self, angle: Angle) -> list[str]:
        """The pains that share a longer word with what the angle is about, unless they say the same."""
        return [pain for pain in self._pains if 0 < _likeness(angle.about, pain) < _SAME]

    def _fitting(self, angle: Angle) -> list[str]:
        """The pains near the angle; else all but those that would repeat what it is about."""
        return self._near(angle) or [pain for pain in self._pains if _likeness(angle.about, pain) < _SAME]

    def _area(self) -> dict[str, Slot]:
        words = self.book.areas.get(self._request.role.key, self.book.other_area)
        return {name: Slot(text) for name, text in words.items()}

    def _call(self) -> str:
        own = self._request.role.call_to_action.in_language(self._request.language)
        return uncapitalized(clause(own)) if _DETERMINER.match(own) and not own.endswith("?") else self.book.call

    def _us(self) -> dict[str, Slot]:
        sender = self._request.sender
        name = company_in_words(sender.company) if sender else None
        if name is None:
            return {}
        facts = [fact.id for fact in self._request.facts if fact.field == "sender.company"]
        return {"us": _claimed(name, facts)}

    def _is_sayable(self, text: str) -> bool:
        return not _UNSAYABLE.search(text) and speaks(text, self._request.language)


@lru_cache(maxsize=1024)
def _pain_slots(pain: str) -> dict[str, Slot]:
    return {"pain": Slot(uncapitalized(pain)), "Pain": Slot(capitalized(pain))}


def _claimed(text: str, facts: list[str]) -> Slot:
    return stated(text, *facts) if facts else Slot(text)


def _proof(fact: Fact) -> dict[str, Slot]:
    words = clause(fact.text)
    alone = {"Proof": stated(capitalized(words), fact.id)}
    return alone | ({"proof": stated(uncapitalized(words), fact.id)} if opens_commonly(words) else {})


def _likeness(text: str, pain: str) -> float:
    """The share of the pain's longer words that begin like one of the text's."""
    stems = _stems(pain)
    return len(stems & _stems(text)) / len(stems) if stems else 0.0


@lru_cache(maxsize=1024)
def _stems(text: str) -> frozenset[str]:
    """The beginnings of the longer words."""
    return frozenset(word[:_STEM] for word in _WORD.findall(without_accents(text)))
