"""Putting sentences together so that the text says as much as its format wants and no more than it holds."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple, TypeAlias

from shared.adapters.embedded.offline.composition import Composition
from shared.adapters.embedded.offline.known import NOTHING, Angle
from shared.adapters.embedded.offline.lazy import Lazy
from shared.adapters.embedded.offline.material import Material
from shared.adapters.embedded.offline.slots import Piece
from shared.domain.language import Format, Limits

EMAIL_WORDS = (50, 120)
"""How many words a good e-mail has (message-quality.md, "Formats")."""

_GAPS = 5
"""What stands around opener, bridge and ask beyond the frame's own breaks, in characters at most."""

_PROOFS_TRIED = 3
_LONGER_TRIED = 12

_Core: TypeAlias = tuple[Piece | None, Piece | None]
"""An opener and what follows it."""


class _Choice(NamedTuple):
    """What can be said from one angle."""

    angle: Angle
    openers: Lazy[Piece]
    asking_bridges: Lazy[Piece]
    telling_bridges: Lazy[Piece]
    bare_pains: Lazy[Piece]
    asks_early: bool

    def cores(self) -> Iterator[_Core]:
        """Openers with what may follow them, those first that put the question where this message wants it; a role
        without problems has openers alone.
        """
        if not self.bare_pains:
            yield from self.openers_alone()
        for asking in (self.asks_early, not self.asks_early):
            for opener in self.openers:
                yield from ((opener, follower) for follower in self._followers(opener, asking=asking))

    def _followers(self, opener: Piece, *, asking: bool) -> Iterable[Piece]:
        if opener.joins:
            return () if asking else self.bare_pains
        return self.asking_bridges if asking else self.telling_bridges

    def openers_alone(self) -> Iterator[_Core]:
        """Openers that can do without a problem."""
        return ((opener, None) for opener in self.openers if not opener.joins)


class Composer:
    """Chooses the sentences of one message. Angles are tried from the most particular on, each with all that the
    format has room for before anything is left out.
    """

    def __init__(self, material: Material, format_: Format, limits: Limits) -> None:
        self._material = material
        self._is_email = format_ is Format.EMAIL
        self._limits = limits
        self._asks = material.asks()
        self._closings = material.closings()
        self._extras = self._possible_extras()
        self._asks_early = material.asks_early and (len(self._extras) > 1 or not self._is_email)
        self._particular = Lazy(map(self._choice, material.angles))
        self._general = Lazy(map(self._choice, (NOTHING,)))
        self._frame = Composition(
            material.greeting(),
            NOTHING,
            farewell=material.farewell() if self._is_email else "",
            is_note=format_ is Format.LINKEDIN_NOTE,
        )

    def compose(self) -> Composition:
        """The richest composition within the advised length, or within the limit, or else the shortest."""
        for limit in sorted({min(self._limits.advised, self._limits.body), self._limits.body}):
            if found := self._within(limit):
                return self._as_long_as_a_letter(found)
        return self.shortest()

    def shortest(self) -> Composition:
        """The shortest composition with an opener and a problem; without the problem where even that exceeds the
        limit; and at last the question alone.
        """
        choices = [*self._particular, *self._general]
        for cores in (_Choice.cores, _Choice.openers_alone):
            found = [(choice.angle, core) for choice in choices for core in cores(choice)]
            if found:
                angle, core = min(found, key=lambda entry: _length(entry[1]))
                shortest = self._asking(angle, *core)
                if shortest.length <= self._limits.body:
                    return shortest
        return self._asking(self._frame.angle, None, None)

    def _within(self, limit: int) -> Composition | None:
        """Something true of the person goes before a problem of their role: where both do not fit, the problem goes."""
        ways = (
            (self._particular, _Choice.cores),
            (self._particular, _Choice.openers_alone),
            (self._general, _Choice.cores),
        )
        for choices, cores in ways:
            for choice in choices:
                for value, proof in self._extras:
                    frame = self._frame._replace(angle=choice.angle, value=value, proof=proof)
                    if found := self._filled(frame, cores(choice), limit):
                        return found
        return None

    def _choice(self, angle: Angle) -> _Choice:
        material = self._material
        return _Choice(
            angle,
            material.openers(angle),
            material.bridges(angle, asking=True),
            material.bridges(angle, asking=False),
            material.bare_pains(angle),
            self._asks_early,
        )

    def _filled(self, frame: Composition, cores: Iterator[_Core], limit: int) -> Composition | None:
        """The frame with the first opener, bridge and ask that together fit."""
        room = limit - frame.length - _GAPS
        for opener, bridge in cores:
            left = room - _length((opener, bridge))
            for ask in self._asks_after(bridge) if left > 0 else ():
                if ask.length <= left:
                    return frame._replace(opener=opener, bridge=bridge, ask=ask)
        return None

    def _asks_after(self, bridge: Piece | None) -> Lazy[Piece]:
        """A text asks one question: where the bridge has put it, the ask only invites an answer."""
        return self._closings if bridge and bridge.asks else self._asks

    def _asking(self, angle: Angle, opener: Piece | None, bridge: Piece | None) -> Composition:
        ask = min(self._asks_after(bridge), key=lambda piece: piece.length, default=None)
        return self._frame._replace(angle=angle, opener=opener, bridge=bridge, ask=ask)

    def _possible_extras(self) -> list[tuple[Piece | None, Piece | None]]:
        """What we may say of ourselves, from most to least; no proof without what it proves."""
        values, proofs = self._material.values(), list(islice(self._material.proofs(), _PROOFS_TRIED))
        pairs: list[tuple[Piece | None, Piece | None]] = [(value, proof) for proof in proofs for value in values]
        return [*pairs, *((value, None) for value in values), (None, None)]

    def _as_long_as_a_letter(self, found: Composition) -> Composition:
        """An e-mail of too many words loses its proof, one of too few gets a second problem.

        One of too few says nothing of us, so its question stands at its end (see `__init__`) and not in between.
        """
        least, most = EMAIL_WORDS
        if not self._is_email or least <= found.words <= most:
            return found
        if found.words > most:
            return found._replace(proof=None)
        return max(
            islice(self._longer(found), _LONGER_TRIED), key=lambda longer: min(longer.words, least), default=found
        )

    def _longer(self, found: Composition) -> Iterator[Composition]:
        """The composition with a second problem, and then with other asks too."""
        if found.bridge and not found.bridge.asks:
            asks = [found.ask, *self._asks]
            seconds = self._material.second_pains(found.body)
            longer = (found._replace(second_pain=second, ask=ask) for second in seconds for ask in asks)
            yield from (composition for composition in longer if composition.length <= self._limits.body)


def _length(core: _Core) -> int:
    return sum(piece.length for piece in core if piece)
