"""Putting sentences together so that the text says as much as its format wants and no more than it holds."""

from collections.abc import Iterator
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
_INTRODUCTIONS_TRIED = 2
_LONGER_TRIED = 12

_Core: TypeAlias = tuple[Piece | None, Piece | None]
"""An opener and what follows it."""

_Extra: TypeAlias = tuple[Piece | None, Piece | None]
"""Who writes and what we do, and one proof of it."""


class _Choice(NamedTuple):
    """What can be said from one angle: openers with followers, openers that are whole by themselves."""

    angle: Angle
    openers: Lazy[Piece]
    followers: Lazy[Piece]
    whole: Lazy[Piece]

    def cores(self) -> Iterator[_Core]:
        """Openers with what may follow them, or, where the angle says nothing by itself, whole ones."""
        for opener in self.openers:
            yield from ((opener, follower) for follower in self.followers)
        yield from ((opener, None) for opener in self.whole)

    def openers_alone(self) -> Iterator[_Core]:
        """Openers without anything after them."""
        return ((opener, None) for opener in (*self.openers, *self.whole))


class Composer:
    """Chooses the sentences of one message. Angles are tried from the most particular on, each with all that the
    format has room for before anything is left out.
    """

    def __init__(self, material: Material, format_: Format, limits: Limits) -> None:
        self._material = material
        self._is_email = format_ is Format.EMAIL
        self._is_note = format_ is Format.LINKEDIN_NOTE
        self._limits = limits
        self._asks = material.asks()
        self._choices = Lazy(map(self._choice, material.angles))
        self._general = Lazy(map(self._choice, (NOTHING,)))
        self._frame = Composition(
            material.greeting(),
            NOTHING,
            farewell=material.farewell() if self._is_email else "",
            is_note=self._is_note,
        )

    def compose(self) -> Composition:
        """The richest composition within the advised length, or within the limit, or else the shortest."""
        for limit in sorted({min(self._limits.advised, self._limits.body), self._limits.body}):
            if found := self._within(limit):
                return self._as_long_as_a_letter(found)
        return self.shortest()

    def shortest(self) -> Composition:
        """The shortest composition with an opener and what follows it; without the follower where even that exceeds the
        limit; and at last the question alone.
        """
        choices = [*self._choices, *self._general]
        for cores in (_Choice.cores, _Choice.openers_alone):
            found = [(choice.angle, core) for choice in choices for core in cores(choice)]
            if found:
                angle, core = min(found, key=lambda entry: _length(entry[1]))
                shortest = self._asking(angle, *core)
                if shortest.length <= self._limits.body:
                    return shortest
        return self._asking(self._frame.angle, None, None)

    def _within(self, limit: int) -> Composition | None:
        """Something true of the person goes before what we say of ourselves: where both do not fit, a proof goes, and
        then what we do; a note says who writes only where there is room.
        """
        for choices in (self._choices, self._general):
            for choice in choices:
                for opener, follower in choice.cores():
                    if found := self._around(choice.angle, opener, follower, limit):
                        return found
        return self._around(NOTHING, None, None, limit)

    def _around(self, angle: Angle, opener: Piece | None, follower: Piece | None, limit: int) -> Composition | None:
        """The core with who writes, a proof and an ask, if that fits."""
        asking = next((piece for piece in (opener, follower) if piece and piece.asks), None)
        for value, proof in self._extras(asked=asking is not None):
            frame = self._frame._replace(angle=angle, opener=opener, bridge=follower, value=value, proof=proof)
            room = limit - frame.length - _GAPS
            for ask in self._asks_after(asking) if room > 0 else ():
                if ask.length <= room:
                    return frame._replace(ask=ask)
        return None

    def _choice(self, angle: Angle) -> _Choice:
        material = self._material
        return _Choice(angle, material.openers(angle), material.followers(angle), material.whole_openers(angle))

    def _asks_after(self, question: Piece | None) -> Lazy[Piece]:
        """A text asks one question: where it has put it, the ask only invites an answer."""
        return self._material.closings(question) if question else self._asks

    def _asking(self, angle: Angle, opener: Piece | None, bridge: Piece | None) -> Composition:
        question = next((piece for piece in (opener, bridge) if piece and piece.asks), None)
        ask = min(self._asks_after(question), key=lambda piece: piece.length, default=None)
        bare = self._frame._replace(angle=angle, opener=opener, bridge=bridge, ask=ask)
        named = (bare._replace(value=name) for name in self._material.names())
        return next((one for one in named if one.length <= self._limits.body and not self._is_note), bare)

    def _extras(self, *, asked: bool) -> list[_Extra]:
        """What we may say of ourselves, from most to least; no proof without who writes, or who signs."""
        values: list[Piece | None] = list(islice(self._material.introductions(asked=asked), _INTRODUCTIONS_TRIED))
        proofs = list(islice(self._material.proofs(), _PROOFS_TRIED))
        pairs: list[_Extra] = [(value, proof) for proof in proofs for value in values]
        names: list[_Extra] = [(name, None) for name in islice(self._material.names(), _INTRODUCTIONS_TRIED)]
        unnamed: list[_Extra] = [(None, None)] if self._is_note or not names else []
        return [*pairs, *((value, None) for value in values), *names, *unnamed]

    def _as_long_as_a_letter(self, found: Composition) -> Composition:
        """An e-mail of too many words loses its proof, one of too few gets a second problem before its question."""
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
        if any(piece and piece.asks for piece in (found.opener, found.bridge)):
            return
        asks = [found.ask, *self._asks]
        seconds = self._material.second_pains(found.body)
        longer = (found._replace(second_pain=second, ask=ask) for second in seconds for ask in asks)
        yield from (composition for composition in longer if composition.length <= self._limits.body)


def _length(core: _Core) -> int:
    return sum(piece.length for piece in core if piece)
