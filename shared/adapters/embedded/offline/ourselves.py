"""What a message says of its sender: who writes, for whom, what they do, and what proves it."""

import re
from collections.abc import Callable, Iterable

from shared.adapters.embedded.offline.in_a_sentence import (
    capitalized,
    clause,
    company_in_words,
    opens_commonly,
    uncapitalized,
)
from shared.adapters.embedded.offline.phrasebook import Phrase, Phrasebook
from shared.adapters.embedded.offline.quotation import speaks
from shared.adapters.embedded.offline.slots import Slot, stated
from shared.adapters.embedded.offline.topics import contradicts
from shared.domain.language import Format, Language
from shared.domain.lazy_pattern import lazy_pattern
from shared.domain.message import Fact
from shared.domain.text import without_accents
from shared.domain.writing import WritingRequest

_UNSAYABLE = lazy_pattern(r"[?!¿¡{}\[\]<>]|https?:|www\.", re.IGNORECASE)
_FIRST_PERSON = {
    Language.ES: lazy_pattern(r"\w+mos\b", re.IGNORECASE),
    Language.EN: lazy_pattern(r"we\b", re.IGNORECASE),
}
_CASE = lazy_pattern(r"(?:una?|an?)\s|(?:el|la|the)\s.{,40}?\s(?:de una?|of an?)\s", re.IGNORECASE)
"""How a proof begins that tells of one customer."""


class Ourselves:
    """What the workspace holds of itself, in the message's language and for this person's trade."""

    def __init__(self, request: WritingRequest, book: Phrasebook, profile: str) -> None:
        """`profile` is all that the person says of their trade: what we do is left out where it speaks of another."""
        self._request = request
        self._book = book
        self._profile = profile
        self._is_anothers_trade = contradicts(profile, request.value_proposition or "")
        self._value = self._sayable_value()
        self.slots = self._sender() | self._value_slots()

    def introductions(self, *, asked: bool, plain: bool) -> Iterable[Phrase]:
        """Sentences that say who writes and what we do, `plain` without what the workspace says of itself; none that an
        e-mail's signature makes needless; a note has no room for more than who writes.
        """
        request, book = self._request, self._book
        signed = request.format is Format.EMAIL or request.sender is None
        if self._value is None or plain or request.format is Format.LINKEDIN_NOTE:
            return self.names()
        kind = "doing" if _FIRST_PERSON[request.language].match(self._value) else "stating"
        if request.sender is None:
            return book.values["unsigned"]
        if not signed:
            return book.introductions[kind]
        return book.values["asked" if asked and kind == "doing" else kind]

    def names(self) -> Iterable[Phrase]:
        """Sentences that say who writes and no more, where no signature does."""
        signed = self._request.format is Format.EMAIL or self._request.sender is None
        return () if signed else self._book.introductions["alone"]

    def proof_points(self, shuffled: Callable[[Iterable[Fact], str], list[Fact]], said: str) -> list[Fact]:
        """The proof points that may be said and were not `said`; the role's own come first where `_says_own_first`, and
        not at all where what we do is of another trade.
        """
        own = set(self._request.role.proof_points)
        facts = [fact for fact in self._request.facts if fact.field.startswith("proof_points")]
        if self._is_anothers_trade:
            facts = [fact for fact in facts if fact.text not in own]
        new = [fact for fact in facts if self._is_sayable(fact.text) and without_accents(clause(fact.text)) not in said]
        return sorted(shuffled(new, "proofs"), key=lambda fact: (fact.text in own) is not self._says_own_first(fact))

    def _says_own_first(self, fact: Fact) -> bool:
        """Whether the role's own proof comes first: in an e-mail, and in a message that can tell it in other words."""
        is_message = self._request.format is Format.LINKEDIN_MESSAGE
        return self._request.format is Format.EMAIL or (is_message and self._is_case(fact))

    def proof_phrases(self, fact: Fact) -> Iterable[Phrase]:
        """A case of what we do may be announced as one, nothing else may."""
        return self._book.cases if self._is_case(fact) else self._book.proofs

    def _is_case(self, fact: Fact) -> bool:
        return self._value is not None and _CASE.match(fact.text) is not None

    def proof_slots(self, fact: Fact) -> dict[str, Slot]:
        """The proof as a sentence, and as it goes on after a comma if its first word is no name."""
        words = clause(fact.text)
        alone = {"Proof": stated(capitalized(words), fact.id)}
        return alone | ({"proof": stated(uncapitalized(words), fact.id)} if opens_commonly(words) else {})

    def _sayable_value(self) -> str | None:
        text = self._request.value_proposition
        return clause(text) if text and self._is_sayable(text) and not self._is_anothers_trade else None

    def _value_slots(self) -> dict[str, Slot]:
        if self._value is None:
            return {}
        facts = [fact.id for fact in self._request.facts if fact.field == "value_proposition"]
        return {
            "value": _claimed(uncapitalized(self._value), facts),
            "Value": _claimed(capitalized(self._value), facts),
        }

    def _sender(self) -> dict[str, Slot]:
        sender = self._request.sender
        name = company_in_words(sender.company) if sender else None
        if sender is None or name is None:
            return {}
        facts = {fact.field: fact.id for fact in self._request.facts if fact.field.startswith("sender.")}
        return {
            "us": _claimed(name, [facts["sender.company"]] if "sender.company" in facts else []),
            "sender": _claimed(sender.name, [facts["sender.name"]] if "sender.name" in facts else []),
        }

    def _is_sayable(self, text: str) -> bool:
        return not _UNSAYABLE.search(text) and speaks(text, self._request.language)


def _claimed(text: str, facts: list[str]) -> Slot:
    return stated(text, *facts) if facts else Slot(text)
