"""What became of one message of the demo company: the same every time, however often it is told."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from random import Random
from typing import Any

from shared.domain.ids import derived_id
from shared.domain.language import Format
from shared.domain.message import Message
from shared.domain.outcome import Outcome, OutcomeKind, Sentiment


def weighted(chance: Random, weights: Mapping[str, int]) -> str:
    """One of the names, by their weights."""
    return chance.choices(list(weights), list(weights.values()))[0]


class DemoStory:
    """The outcomes of one message, as chance has it that is the message's own; nothing happens after `now`."""

    def __init__(self, story: Mapping[str, Any], chance: Random, message: Message, now: datetime) -> None:
        self._story = story
        self._chance = chance
        self._message = message
        self._now = now
        self._outcomes: list[Outcome] = []

    def outcomes(self, sent_at: datetime) -> list[Outcome]:
        """All that became of the message that was sent then."""
        chances = self._story["chances"][self._message.format.value]
        self._add(
            OutcomeKind.SENT, sent_at, account="LinkedIn" if self._message.format is not Format.EMAIL else "correo"
        )
        if self._happens(chances.get("bounced", 0)):
            self._add(OutcomeKind.BOUNCED, sent_at + timedelta(minutes=3))
            return self._outcomes
        for kind in (OutcomeKind.OUT_OF_OFFICE, OutcomeKind.AUTO_REPLIED):
            if self._happens(chances.get(kind.value, 0)):
                self._add(kind, sent_at + timedelta(minutes=self._chance.randint(1, 9)))
        reachable = sent_at
        if "accepted" in chances:
            reachable += timedelta(hours=self._chance.randint(2, 160))
            if not self._happens(chances["accepted"] * self._luck):
                return self._outcomes
            self._add(OutcomeKind.ACCEPTED, reachable)
        if self._happens(chances["replied"] * self._luck):
            self._reply(reachable + timedelta(hours=self._chance.randint(1, 120)))
        elif self._happens(chances.get("unsubscribed", 0)):
            self._add(OutcomeKind.UNSUBSCRIBED, sent_at + timedelta(hours=self._chance.randint(1, 48)))
        return self._outcomes

    @property
    def _luck(self) -> float:
        """What the role's people, and the variant of an experiment, make of the chance of an answer."""
        message = self._message
        factor: float = self._story["roles"].get(message.role.key, 1.0)
        of_variant: float = self._story["variants"].get(message.prompt.variant, 1.0)
        return factor * of_variant

    def _reply(self, at: datetime) -> None:
        sentiment = Sentiment(weighted(self._chance, self._story["sentiments"]))
        note = self._chance.choice(self._story["notes"][sentiment.value])
        self._add(OutcomeKind.REPLIED, at, sentiment=sentiment, note=note)
        after = self._story["after_positive"]
        if sentiment is not Sentiment.POSITIVE or not self._happens(after["meeting"]):
            return
        met = at + timedelta(days=self._chance.randint(2, 9))
        self._add(OutcomeKind.MEETING, met)
        ending = self._chance.random()
        if ending < after["won"] + after["lost"]:
            kind = OutcomeKind.WON if ending < after["won"] else OutcomeKind.LOST
            self._add(kind, met + timedelta(days=self._chance.randint(5, 25)))

    def _happens(self, probability: float) -> bool:
        return self._chance.random() < probability

    def _add(
        self,
        kind: OutcomeKind,
        at: datetime,
        *,
        sentiment: Sentiment | None = None,
        note: str | None = None,
        account: str | None = None,
    ) -> None:
        """Add what has happened by now, and after all that came before it did."""
        if at >= self._now:
            return
        self._outcomes.append(
            Outcome(
                id=derived_id("demo-outcome", self._message.id, kind.value),
                message_id=self._message.id,
                kind=kind,
                sentiment=sentiment,
                occurred_at=at,
                account=account,
                note=note,
                by=self._message.author,
                recorded_at=at,
            )
        )
