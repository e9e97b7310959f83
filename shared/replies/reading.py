"""What kind of answer a text is."""

from collections.abc import Mapping
from datetime import date

from shared.domain.reply import DecidedBy, ReplyKind, ReplyReading
from shared.replies.lexicon import first_match, last_end, last_place, without
from shared.replies.mail_headers import is_automatic, is_bounce
from shared.replies.own_words import folded, own_words
from shared.replies.return_date import return_date
from shared.replies.weights import heaviest

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
        return _reading(_of_machine(text, words), words, received, DecidedBy.HEADERS, _SURE)
    kinds = _by_words(words) or _returned(text)
    if not kinds or kinds[0] is ReplyKind.NEGATIVE:
        kinds = _by_weight(words) + kinds
    if not kinds:
        return _reading(ReplyKind.NEUTRAL, words, received, DecidedBy.LEXICON, _UNKNOWN)
    confidence = _LIKELY if len(kinds) == 1 else _DOUBTFUL
    return _reading(kinds[0], words, received, DecidedBy.LEXICON, confidence)


def _of_machine(text: str, words: str) -> ReplyKind:
    """What a mail is that nobody wrote: some servers mark what they could not deliver as an answer."""
    if _is_returned(words) or _returned(text):
        return ReplyKind.BOUNCE
    return ReplyKind.OUT_OF_OFFICE if first_match("out_of_office", words) else ReplyKind.AUTO_REPLY


def _returned(text: str) -> list[ReplyKind]:
    """Whether the whole text, what looks like a quotation included, is of a mail system: Exchange begins its reports
    with the lines of a quoted mail ("To:", "Subject:", "Sent:") and says below that they did not arrive.
    """
    return [ReplyKind.BOUNCE] if _is_returned(folded(text)) else []


def _is_returned(words: str) -> bool:
    """Whether a mail system says that it could not deliver; who says where to turn instead is no mail system."""
    return first_match("bounce", words) is not None and first_match("redirected", words) is None


def _reading(kind: ReplyKind, words: str, received: date, by: DecidedBy, confidence: float) -> ReplyReading:
    back = return_date(words, received) if kind is ReplyKind.OUT_OF_OFFICE else None
    return ReplyReading(kind=kind, return_date=back, decided_by=by, confidence=confidence)


def _by_words(words: str) -> list[ReplyKind]:
    """The kinds that the words speak for, the strongest first."""
    kinds: list[ReplyKind] = []
    if _is_returned(words):
        kinds.append(ReplyKind.BOUNCE)
    if _wants_no_more(words):
        kinds.append(ReplyKind.UNSUBSCRIBE)
    if first_match("out_of_office", words) and not first_match("human_absence", words):
        kinds.append(ReplyKind.OUT_OF_OFFICE)
    if first_match("auto_reply", words):
        kinds.append(ReplyKind.AUTO_REPLY)
    return kinds + _sentiments(words)


def _by_weight(words: str) -> list[ReplyKind]:
    """What the words amount to where no expression fits. Never a wish to be left alone beside interest, or by words
    that mean something else; never an absence of which a person tells.
    """
    kind = heaviest(words)
    if kind is ReplyKind.UNSUBSCRIBE:
        is_it = not any(first_match(name, words) for name in ("interest", "wants", "not_unsubscribe"))
    else:
        is_it = kind is not ReplyKind.OUT_OF_OFFICE or not first_match("human_absence", words)
    return [kind] if kind is not None and is_it else []


def _wants_no_more(words: str) -> bool:
    """Whether the person asks not to be written to: in so many words, or by a sign with no interest told after it.

    A wish told after even so many words ("take me off the free plan and put me on the paid one") shows what they meant.
    """
    asked = without("not_unsubscribe", words)
    wanted = last_place("wants", asked)
    if last_end("unsubscribe", asked) > wanted:
        return True
    # Interest that begins within the sign is part of it: "don't call me again".
    sign = last_end("unsubscribe_unless_interested", asked)
    return sign > max(wanted, last_place("positive", asked), last_place("interest", asked))


def _sentiments(words: str) -> list[ReplyKind]:
    """Interest and refusal; where both are there, what is said last counts ("not now, but send me the price")."""
    places = {
        ReplyKind.POSITIVE: max(last_place("positive", words), last_place("wants", words)),
        ReplyKind.NEGATIVE: last_place("negative", words),
    }
    return sorted((kind for kind, place in places.items() if place >= 0), key=lambda kind: -places[kind])
