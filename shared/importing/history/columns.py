"""Which columns of a file tell of a message that was sent; the others are about the person, as in any import.

Headings as CRMs, mail tools, LinkedIn and people write them, compared as `headings.plain_heading` gives them.
"""

from collections.abc import Mapping, Sequence

from shared.domain.imports import ColumnMapping
from shared.importing.headings import plain_heading

_HEADINGS: Mapping[str, str] = {
    "sent_at": "sent at|sent|date sent|sent date|sent on|sent time|date|timestamp|message date|activity date"
    "|fecha de envio|fecha envio|enviado|enviado el|fecha|fecha del mensaje|fecha y hora|dia de envio",
    "body": "message|body|content|text|message body|message text|email body|message content"
    "|mensaje|contenido|cuerpo|texto|texto del mensaje|cuerpo del mensaje|cuerpo del correo|mensaje enviado",
    "subject": "subject|subject line|email subject|message subject|asunto|asunto del correo|asunto del mensaje",
    "outcome": "outcome|outcomes|result|results|status|reply status|response status|lead status|disposition"
    "|resultado|resultados|estado|estado de la respuesta|que paso",
    "reply": "reply|reply text|response|response text|last reply|respuesta|texto de la respuesta|contestacion",
    "replied_at": "replied at|replied on|replied|reply date|date replied|answered at|response date"
    "|fecha de respuesta|fecha respuesta|fecha de la respuesta|respondio el|contesto el",
    "sentiment": "sentiment|reply sentiment|sentimiento|tono|tono de la respuesta",
    "accepted_at": "accepted at|accepted on|accepted|acceptance date|connected on|connected at|invitation accepted"
    "|fecha de aceptacion|aceptada el|aceptado el|conectado el",
    "account": "sender|sent by|sent from|from account|sender account|sending account|mailbox"
    "|remitente|enviado por|enviado desde|cuenta de envio|buzon",
    "format": "format|message format|channel|message type|formato|canal|tipo de mensaje|formato del mensaje|medio",
    "language": "message language|language|lang|idioma del mensaje|idioma",
}

FIELDS = frozenset(_HEADINGS)
"""What a column can tell of a message."""

_ALIASES: Mapping[str, tuple[str, int]] = {
    heading: (field, rank)
    for field, headings in _HEADINGS.items()
    for rank, heading in reversed(list(enumerate(headings.split("|"))))
}


def history_columns(headings: Sequence[str], chosen: Mapping[str, str | None]) -> dict[int, str]:
    """The field of each column that tells of the message, by its place; for each field the column whose heading says
    it best. What was `chosen` for a heading goes before; a null leaves the column to the person.
    """
    best: dict[str, tuple[int, int]] = {}
    for place, heading in enumerate(headings):
        guess = (chosen[heading], -1) if heading in chosen else _ALIASES.get(plain_heading(heading))
        if guess is None or guess[0] not in FIELDS:
            continue
        field, rank = str(guess[0]), guess[1]
        if field not in best or rank < best[field][0]:
            best[field] = (rank, place)
    return {place: field for field, (_, place) in best.items()}


def shown(
    headings: Sequence[str], of_message: Mapping[int, str], of_person: Sequence[ColumnMapping]
) -> list[ColumnMapping]:
    """The mapping of all columns in the file's order."""
    people = iter(of_person)
    return [
        ColumnMapping(heading, of_message[place], 1.0) if place in of_message else next(people)
        for place, heading in enumerate(headings)
    ]
