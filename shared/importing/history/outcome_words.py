"""What a cell says became of a message, in the words of CRMs, mail tools and spreadsheets."""

from typing import NamedTuple

from shared.domain.lazy_pattern import lazy_pattern
from shared.domain.outcome import OutcomeKind, Sentiment
from shared.domain.text import without_accents

_WORDS = {
    (OutcomeKind.SENT, None): "sent|delivered|opened|no reply|no response|no answer|contacted|pending|in progress|new"
    "|enviado|enviada|entregado|abierto|sin respuesta|no responde|no contesta|contactado|pendiente|en curso|nuevo",
    (OutcomeKind.ACCEPTED, None): "accepted|connected|connection accepted|invitation accepted"
    "|aceptado|aceptada|conectado|conexion aceptada|invitacion aceptada",
    (OutcomeKind.REPLIED, None): "replied|reply|responded|answered|response|respondio|respondido|respuesta|contesto"
    "|contestado|ha respondido",
    (OutcomeKind.REPLIED, Sentiment.POSITIVE): "positive|interested|positive reply|replied positive|hot|open to talk"
    "|positiva|positivo|interesado|interesada|respuesta positiva|caliente",
    (OutcomeKind.REPLIED, Sentiment.NEUTRAL): "neutral|neutral reply|maybe|later|not now|respuesta neutra|neutro"
    "|mas adelante|ahora no|quizas",
    (OutcomeKind.REPLIED, Sentiment.NEGATIVE): "negative|not interested|negative reply|declined|rejected|no thanks"
    "|negativa|negativo|no interesado|no interesada|no le interesa|respuesta negativa|rechazado|descartado",
    (OutcomeKind.AUTO_REPLIED, None): "auto reply|auto replied|automatic reply|respuesta automatica|autorespuesta",
    (OutcomeKind.OUT_OF_OFFICE, None): "out of office|ooo|vacation|fuera de la oficina|ausente|vacaciones",
    (OutcomeKind.MEETING, None): "meeting|meeting booked|meeting scheduled|demo|demo booked|call booked|booked"
    "|reunion|reunion agendada|reunion fijada|cita|llamada agendada|demo agendada",
    (OutcomeKind.WON, None): "won|closed won|customer|deal won|converted|ganado|ganada|cliente|venta|vendido",
    (OutcomeKind.LOST, None): "lost|closed lost|deal lost|perdido|perdida",
    (OutcomeKind.BOUNCED, None): "bounced|bounce|hard bounce|soft bounce|undelivered|rebotado|rebote|devuelto"
    "|no entregado",
    (OutcomeKind.UNSUBSCRIBED, None): "unsubscribed|unsubscribe|opt out|opted out|do not contact|dnc|baja"
    "|dado de baja|se dio de baja|no contactar|excluido",
}
_MEANING = {word: meaning for meaning, words in _WORDS.items() for word in words.split("|")}
_SIGNS = lazy_pattern(r"[\W_]+")
_BETWEEN = lazy_pattern(r"\s*[;,|/+\n]\s*")


class Told(NamedTuple):
    """One thing that a cell says, and how an answer was, if it says that too."""

    kind: OutcomeKind
    sentiment: Sentiment | None


def read_outcomes(text: str) -> list[Told] | None:
    """All that the cell says, in order; None if it has words that nobody knows."""
    found = [_MEANING.get(_plain(part)) for part in _BETWEEN.split(text.strip()) if part]
    known = [Told(*meaning) for meaning in found if meaning is not None]
    return known if len(known) == len(found) else None


def read_sentiment(text: str) -> Sentiment | None:
    """How an answer was; None for what is none."""
    meaning = _MEANING.get(_plain(text))
    return None if meaning is None else meaning[1]


def _plain(text: str) -> str:
    return _SIGNS.sub(" ", without_accents(text)).strip()
