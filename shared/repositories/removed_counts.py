"""What messages that are no longer there have counted, so that a recount of those that are misses nothing.

Counters stay when a message is removed (a person was erased, or its time was over). A recount adds these amounts to
what it counts from the messages.
"""

from collections.abc import Iterable, Mapping

from shared.domain.documents import Operation
from shared.domain.message import Message
from shared.domain.message_counts import Counts, batch_counts_of, counts_of
from shared.repositories.aggregate import Aggregate
from shared.repositories.counters import Tally


class RemovedCounts(Aggregate[Tally]):
    """`workspaces/{w}/removed_counts/{day or batch}`."""

    collection = "removed_counts"
    model = Tally

    def adding(self, messages: Iterable[Message]) -> list[Operation]:
        """The operations, part of the write that removes the messages, that keep what they counted; they conflict if
        somebody else keeps something of the same day or batch meanwhile.
        """
        amounts: dict[str, dict[str, int]] = {}
        for message in messages:
            for place, counts in _counted(message).items():
                of_place = amounts.setdefault(place, {})
                for name, amount in counts.items():
                    of_place[name] = of_place.get(name, 0) + amount
        places = sorted(amounts)
        return [
            self._kept(place, amounts[place], found)
            for place, found in zip(places, self.find_many_versioned(places), strict=True)
        ]

    def _kept(self, place: str, amounts: Mapping[str, int], found: tuple[Tally, str] | None) -> Operation:
        if found is None:
            return self.creation(place, Tally(counts=dict(amounts)))
        tally, version = found
        names = tally.counts.keys() | amounts.keys()
        total = {name: tally.counts.get(name, 0) + amounts.get(name, 0) for name in sorted(names)}
        return self.change(place, Tally(counts=total), version)


def _counted(message: Message) -> dict[str, Counts]:
    found: dict[str, Counts] = {str(day): counts for day, counts in counts_of(message).items()}
    return found if message.batch_id is None else {**found, message.batch_id: batch_counts_of(message)}
