"""The sentences that one message may be made of, in the order in which this person's seed tries them."""

import random
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from itertools import chain
from typing import TypeVar

from shared.adapters.embedded.offline.avoidance import Avoidance
from shared.adapters.embedded.offline.in_a_sentence import capitalized, clause, uncapitalized
from shared.adapters.embedded.offline.known import NOTHING, Angle, known
from shared.adapters.embedded.offline.lazy import Lazy
from shared.adapters.embedded.offline.ourselves import Ourselves
from shared.adapters.embedded.offline.pains import QUOTING, Pains
from shared.adapters.embedded.offline.phrasebook import Phrase, phrasebook
from shared.adapters.embedded.offline.sentence_split import sentences_in
from shared.adapters.embedded.offline.slots import Piece, Slot, render, rendered
from shared.adapters.embedded.offline.topics import label, topics_of
from shared.domain.language import Format
from shared.domain.lazy_pattern import lazy_pattern
from shared.domain.text import without_accents
from shared.domain.writing import WritingRequest

_T = TypeVar("_T")

_DETERMINER = lazy_pattern(r"(?:una?|el|la|los|las|unos|unas|an?|the|your|some|five|ten|fifteen)\s", re.IGNORECASE)
_OF_THE_WRITER = lazy_pattern(r"(?:i|we|my|our|yo|mis?|me)\b|i['’]", re.IGNORECASE)
"""How a quotation begins that would make the message begin with its writer."""

_SHORT = 45
"""The longest company name that a text says a second time, in characters."""

_LONG_PLACES = ("company", "at_company", "of_company")
_FORMATS = list(Format)


class Material:
    """All that a composer chooses from.

    Every list is shuffled by the person's seed and begins elsewhere for each format, so that neither two people's
    messages nor one person's four formats read alike; what an earlier version said comes last, and nothing in the lists
    is what `avoid` forbids.
    """

    def __init__(self, request: WritingRequest, today: date | None, avoid: Avoidance) -> None:
        self._request = request
        self._avoid = avoid
        self._seed = f"{request.seed}/{request.repair is not None}"
        self._turn = _FORMATS.index(request.format) + len(request.earlier)
        self._said = without_accents("\n".join(request.earlier))
        self.book = phrasebook(request.language, request.register)
        self._is_note = request.format is Format.LINKEDIN_NOTE
        self._pains = Pains(request, f"{self._seed}/{self._turn}")
        found = known(request, self.book, today)
        self._ourselves = Ourselves(request, self.book, self._pains.profile)
        self._slots: Mapping[str, Slot] = {
            **found.slots,
            **self._area(),
            **self._ourselves.slots,
            "call": Slot(self._call()),
        }
        self._short_slots = {
            name: slot for name, slot in self._slots.items() if name not in _LONG_PLACES or len(slot.text) <= _SHORT
        }
        usable = [angle for angle in found.angles if not (avoid.plain and angle.kind in QUOTING)]
        self.angles = self._unsaid_first(usable, _first_sentence) or [NOTHING]

    def greeting(self) -> Piece:
        """The salutation, by first name if there is one to use."""
        greetings = self.book.greetings
        named = None if self._avoid.unnamed else render(greetings.named, self._slots)
        return named or Piece(greetings.unnamed.text)

    def openers(self, angle: Angle) -> Lazy[Piece]:
        """First sentences that rest on the angle alone; none where it says nothing without a problem or a question."""
        phrases = self.book.openers.get(angle.kind, ())
        if _OF_THE_WRITER.match(angle.about):
            phrases = tuple(phrase for phrase in phrases if not phrase.text.startswith("{quote}"))
        return self._allowed(phrases, {**self._slots, **angle.slots})

    def whole_openers(self, angle: Angle) -> Lazy[Piece]:
        """First sentences that hold a problem of the role, or else a question about the job."""
        pains = self._fitting(angle)
        kinds = ("position", "company") if angle.kind == "position" else (angle.kind,)
        with_pains = [phrase for kind in kinds for phrase in self.book.pain_openers.get(kind, ())]
        if pains and with_pains:
            return self._with_pains(with_pains, pains, {**self._short_slots, **angle.slots})
        return self._allowed(self.book.job_questions.get(angle.kind, ()), {**self._slots, **angle.slots})

    def followers(self, angle: Angle) -> Lazy[Piece]:
        """What may follow an opener: a problem of the role that has to do with it, else a question on it."""
        phrases = self.book.event_bridges if angle.kind == "event" else self.book.bridges
        questions = self.book.questions.get(angle.kind) or self.book.questions[angle.tone]
        pains = [] if angle.kind == "start" else self._fitting(angle)
        asking = self._allowed(questions, self._slots)
        return Lazy(chain(self._with_pains(phrases, pains, self._short_slots), asking))

    def second_pains(self, used: str) -> Lazy[Piece]:
        """Sentences that add a problem that the text does not name yet."""
        return self._with_pains(self.book.second_pains, self._pains.others(without_accents(used)), self._short_slots)

    def asks(self) -> Lazy[Piece]:
        """Questions that ask one small thing."""
        own = self._request.role.call_to_action.in_language(self._request.language)
        if not self._is_note and own.endswith("?"):
            return Lazy([Piece(own, asks=True)])
        return self._allowed(self.book.note_asks if self._is_note else self.book.asks, self._slots)

    def closings(self, question: Piece) -> Lazy[Piece]:
        """Sentences that ask for an answer where the question has been put already."""
        if self._is_note:
            return self._allowed(self.book.note_closings, self._slots)
        return self._allowed(self.book.open_closings if question.open else self.book.closings, self._slots)

    def introductions(self, *, asked: bool) -> Lazy[Piece]:
        """Sentences that say who writes and what we do; `asked`: they may refer to a question put before."""
        return self._allowed(self._ourselves.introductions(asked=asked, plain=self._avoid.plain), self._slots)

    def names(self) -> Lazy[Piece]:
        """Sentences that say only who writes, where no signature does."""
        return self._allowed(self._ourselves.names(), self._slots)

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
        facts = self._ourselves.proof_points(self._shuffled, said)
        ordered = self._unsaid_first(facts, lambda fact: clause(fact.text))
        return Lazy(
            piece
            for fact in ordered
            for piece in self._allowed(self._ourselves.proof_phrases(fact), self._ourselves.proof_slots(fact))
        )

    def farewell(self) -> str:
        """How a letter ends, the sender's name included."""
        words = self._shuffled(self.book.farewells, "farewells")[0].text
        sender = self._request.sender
        return f"{words.rstrip(',')}." if sender is None else f"{words}\n{sender.name}\n{sender.company}"

    def signature(self) -> str:
        """Who writes and for whom, as a follow-up outside e-mail ends; nothing without a sender."""
        sender = self._request.sender
        return f"{sender.name}, {sender.company}" if sender else ""

    def subjects(self, angle: Angle) -> Iterator[Piece]:
        """Subjects about what the message opens with, then about the person in general, capitals in names alone."""
        slots = {**self._slots, **angle.slots, **self._matter(angle)}
        for kind in ("matter", "count", angle.kind, "company", "title", "nothing"):
            phrases = [phrase._replace(capital=False) for phrase in self.book.subjects.get(kind, ())]
            yield from rendered(phrases if kind in ("matter", "count") else self._shuffled(phrases, kind), slots)

    def _matter(self, angle: Angle) -> dict[str, Slot]:
        """The topic of the words that the message opens with, as a subject names it."""
        topics = sorted(topics_of(angle.about) & self._pains.topics) if angle.kind in QUOTING else []
        return {"matter": Slot(label(self._shuffled(topics, "topics")[0], self._request.language))} if topics else {}

    def _shuffled(self, items: Iterable[_T], name: str) -> list[_T]:
        """The items in this person's order; each format and version has its own share of them, which comes first, and
        then what the others would say last.
        """
        mixed = list(items)
        random.Random(f"{self._seed}/{name}/{len(mixed)}").shuffle(mixed)  # noqa: S311 (variety, not secrecy)
        turn = self._turn % len(_FORMATS)
        mine = mixed[turn :: len(_FORMATS)]
        return mine + [item for place, item in reversed(list(enumerate(mixed))) if place % len(_FORMATS) != turn]

    def _unsaid_first(self, items: Iterable[_T], words: Callable[[_T], str]) -> list[_T]:
        """The items in their order, those last of which an earlier version has the words; of these the turn changes."""
        given = list(items)
        said = [item for item in given if self._said and without_accents(words(item)) in self._said]
        turn = len(self._request.earlier) % len(said) if said else 0
        return [item for item in given if item not in said] + said[turn:] + said[:turn]

    def _fitting(self, angle: Angle) -> list[str]:
        return self._unsaid_first(self._pains.fitting(angle), str)

    def _allowed(self, phrases: Iterable[Phrase], slots: Mapping[str, Slot]) -> Lazy[Piece]:
        """The phrases in this person's order, filled, without what must be avoided."""
        usable = [piece for piece in rendered(phrases, slots) if self._avoid.allows(piece)]
        ordered = self._shuffled(usable, usable[0].text[:1] if usable else "")
        return Lazy(self._unsaid_first(ordered, lambda piece: piece.text))

    def _with_pains(self, phrases: Iterable[Phrase], pains: list[str], slots: Mapping[str, Slot]) -> Lazy[Piece]:
        """For each problem, in order, the phrases in this person's."""
        ordered = self._shuffled((one for one in phrases if set(one.slots) <= slots.keys() | {"pain", "Pain"}), "pains")
        made = (render(phrase, {**slots, **_pain_slots(pain)}) for pain in pains for phrase in ordered)
        return Lazy(piece for piece in made if piece and self._avoid.allows(piece))

    def _area(self) -> dict[str, Slot]:
        """The role's area, where it is the person's."""
        words = self.book.areas.get(self._request.role.key, {}) if self._pains.suits else {}
        return {name: Slot(text) for name, text in words.items()}

    def _call(self) -> str:
        own = self._request.role.call_to_action.in_language(self._request.language)
        return uncapitalized(clause(own)) if _DETERMINER.match(own) and not own.endswith("?") else self.book.call


def _first_sentence(angle: Angle) -> str:
    """What the angle is about; of two sentences the first, which stands in quotation marks of its own."""
    return next(iter(sentences_in(angle.about)), "").rstrip(".")


def _pain_slots(pain: str) -> dict[str, Slot]:
    return {"pain": Slot(uncapitalized(pain)), "Pain": Slot(capitalized(pain))}
