"""What follows a message that nobody answered: short, a reference to it, something new, one small question."""

from collections.abc import Iterable
from datetime import date

from shared.adapters.embedded.offline.avoidance import Avoidance
from shared.adapters.embedded.offline.composition import Composition
from shared.adapters.embedded.offline.figures import has_figure
from shared.adapters.embedded.offline.known import NOTHING, Angle
from shared.adapters.embedded.offline.material import Material
from shared.adapters.embedded.offline.slots import Piece
from shared.domain.language import Format
from shared.domain.text import without_accents
from shared.domain.writing import FollowUp, WritingRequest

_RECENT_DAYS, _MONTH_DAYS = 10, 32


def keeping_clear(avoid: Avoidance, follow_up: FollowUp | None) -> Avoidance:
    """What must be avoided, and no sentence of the messages before."""
    if follow_up is None:
        return avoid
    before = "\n".join(message.body for message in follow_up.earlier)
    return avoid._replace(earlier=f"{avoid.earlier}\n{before}")


def follow_up(request: WritingRequest, following: FollowUp, material: Material, today: date | None) -> Composition:
    """The message: a reference to the one before, something new, and one small question; a second follow-up that is the
    last one says so, and leaves a way out in the question's place.
    """
    said = without_accents(" ".join(message.body for message in following.earlier))
    ends = following.is_last and following.number > 1
    frame = Composition(
        material.greeting(),
        NOTHING,
        opener=_first(material.references(_when(following, today), is_last=ends)),
        ask=_first(material.last_asks() if ends else material.asks()),
        farewell=material.farewell() if request.format is Format.EMAIL else material.signature(),
    )
    return _fitting(_with_news(frame, material, said, ends=ends), request.limits.body)


def _with_news(frame: Composition, material: Material, said: str, *, ends: bool) -> Composition:
    """A proof point with a figure that was not given yet; else another problem of the role; else, where the thread goes
    on, a question on something of the person that was not named; else any proof point that is left.
    """
    proofs = list(material.proofs(said))
    if telling := _first(proof for proof in proofs if has_figure(proof.text)):
        return frame._replace(proof=telling)
    if pain := _first(material.second_pains(said)):
        return frame._replace(second_pain=pain)
    angle = None if ends else _unused_angle(material, said)
    opener = _first(material.openers(angle)) if angle else None
    question = _first(piece for piece in material.followers(angle) if piece.asks) if angle else None
    if angle and opener and question:
        closing = _first(material.closings(question))
        return frame._replace(bridge=opener, second_pain=question, ask=closing, angle=angle)
    return frame._replace(proof=_first(proofs))


def kept_subject(request: WritingRequest) -> Piece | None:
    """The subject of the e-mail that began the thread: a mail program keeps those together that share it."""
    if request.follow_up is None or request.format is not Format.EMAIL:
        return None
    first = request.follow_up.earlier[0]
    return Piece(first.subject) if first.format is Format.EMAIL and first.subject else None


def _when(following: FollowUp, today: date | None) -> str:
    """The name of the time since the message before: "days", "weeks", "long"; what is not known is long ago."""
    sent_on = following.earlier[-1].sent_on
    if today is None or sent_on is None:
        return "long"
    days = (today - sent_on).days
    return "days" if days <= _RECENT_DAYS else "weeks" if days <= _MONTH_DAYS else "long"


def _unused_angle(material: Material, said: str) -> Angle | None:
    """Something particular of the person that no message of the thread has named."""
    return next((one for one in material.angles if one.about and without_accents(one.about) not in said), None)


def _fitting(composition: Composition, limit: int) -> Composition:
    """The composition without what its limit has no room for; a question keeps what it is about."""
    shortest = composition._replace(bridge=None, second_pain=None, proof=None)
    ways = (composition, shortest, shortest._replace(opener=None))
    return next((way for way in ways if way.length <= limit), ways[-1])


def _first(pieces: Iterable[Piece]) -> Piece | None:
    return next(iter(pieces), None)
