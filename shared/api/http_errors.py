"""Refusals that only HTTP knows, as errors of the one tree, so that one place renders them all."""

from dataclasses import dataclass, field

from shared.domain.errors import OutreachError, Sentence


@dataclass(eq=False)
class MethodNotAllowedError(OutreachError):
    """The path exists, but not with this method; `allowed` names those that it has (RFC 9110, 15.5.6)."""

    status = 405
    code = "method-not-allowed"
    title = Sentence("Método no admitido", "Method not allowed")

    allowed: tuple[str, ...] = field(default=())


class MisdirectedRequestError(OutreachError):
    """The Host header names a server that this one is not (RFC 9110, 15.5.20)."""

    status = 421
    code = "misdirected-request"
    title = Sentence("Servidor equivocado", "Misdirected request")


class UnsupportedMediaTypeError(OutreachError):
    """The body is not of the type that the route reads."""

    status = 415
    code = "unsupported-media-type"
    title = Sentence("Tipo de contenido no admitido", "Unsupported media type")


class InternalError(OutreachError):
    """Something that nobody foresaw; the log holds the rest under the same request id."""


NOTHING_THERE = Sentence("No hay nada en esta dirección.", "There is nothing at this address.")
WRONG_METHOD = Sentence("Esta dirección no admite ese método.", "This address does not take that method.")
NOT_JSON = Sentence(
    "El cuerpo tiene que ser JSON: Content-Type: application/json.",
    "The body must be JSON: Content-Type: application/json.",
)
ENCODED = Sentence(
    "El cuerpo no puede ir comprimido: quita la cabecera Content-Encoding.",
    "The body must not be compressed: leave out the Content-Encoding header.",
)
NOT_A_FILE = Sentence(
    "El cuerpo tiene que llevar un archivo (multipart/form-data) o, donde se admite, JSON (application/json).",
    "The body must carry a file (multipart/form-data) or, where that is taken, JSON (application/json).",
)
UNFORESEEN = Sentence(
    "Algo ha fallado por nuestra parte. Si se repite, dinos el identificador de esta petición.",
    "Something failed on our side. If it happens again, tell us this request's id.",
)
UNREADABLE = Sentence("La petición no se puede leer.", "The request cannot be read.")
