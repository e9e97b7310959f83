"""What kind of answer a text is."""

from collections.abc import Mapping
from datetime import date

from shared.domain.reply import DecidedBy, ReplyKind, ReplyReading
from shared.replies.lexicon import first_match, last_place, without
from shared.replies.mail_headers import is_automatic, is_bounce
from shared.replies.own_words import own_words
from shared.replies.return_date import return_date

_SURE, _LIKELY, _DOUBTFUL, _UNKNOWN = 0.99, 0.95, 0.75, 0.5


def read_reply(text: str, headers: Mapping[str, str], received: date) -> ReplyReading:
    """What the reply is: what its headers say where they say something, else what its words say.

    A wish not to be written to any more goes before everything that a person may say beside it. An absence that a
    person tells while they answer ("I'm away until Monday, but call me then") is no automatic reply.
    """
    words = own_words(text)
    if is_bounce(headers):
        return _reading(ReplyKind.BOUNCE, words, received, DecidedBy.HEADERS, _SURE)
    if is_automatic(headers):
        kind = ReplyKind.OUT_OF_OFFICE if first_match("out_of_office", words) else ReplyKind.AUTO_REPLY
        return _reading(kind, words, received, DecidedBy.HEADERS, _SURE)
    kinds = _by_words(words)
    if not kinds:
        return _reading(ReplyKind.NEUTRAL, words, received, DecidedBy.LEXICON, _UNKNOWN)
    confidence = _LIKELY if len(kinds) == 1 else _DOUBTFUL
    return _reading(kinds[0], words, received, DecidedBy.LEXICON, confidence)


def _reading(kind: ReplyKind, words: str, received: date, by: DecidedBy, confidence: float) -> ReplyReading:
    back = return_date(words, received) if kind is ReplyKind.OUT_OF_OFFICE else None
    return ReplyReading(kind=kind, return_date=back, decided_by=by, confidence=confidence)


def _by_words(words: str) -> list[ReplyKind]:
    """The kinds that the words speak for, the strongest first."""
    kinds: list[ReplyKind] = []
    if first_match("bounce", words):
        kinds.append(ReplyKind.BOUNCE)
    if first_match("unsubscribe", without("not_unsubscribe", words)):
        kinds.append(ReplyKind.UNSUBSCRIBE)
    if first_match("out_of_office", words) and not first_match("human_absence", words):
        kinds.append(ReplyKind.OUT_OF_OFFICE)
    if first_match("auto_reply", words):
        kinds.append(ReplyKind.AUTO_REPLY)
    return kinds + _sentiments(words)


def _sentiments(words: str) -> list[ReplyKind]:
    """Interest and refusal; where both are there, what is said last counts ("not now, but send me the price")."""
    places = {
        ReplyKind.POSITIVE: last_place("positive", words),
        ReplyKind.NEGATIVE: last_place("negative", words),
    }
    return sorted((kind for kind, place in places.items() if place >= 0), key=lambda kind: -places[kind])
