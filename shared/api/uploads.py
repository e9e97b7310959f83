"""Files that come in: a multipart/form-data body (RFC 7578) with one part, named `file`."""

from io import BytesIO
from typing import Final, NamedTuple

from flask import Request
from werkzeug.datastructures import FileStorage
from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.formparser import MultiPartParser

from shared.domain.errors import FieldError, InvalidInputError, MalformedRequestError, Sentence, TooLargeError

MULTIPART: Final = "multipart/form-data"
PART: Final = "file"
ENVELOPE_BYTES: Final = 16_384
"""What boundaries and headers of parts may take beside the file itself."""

_MOST_PARTS = 10
_BUFFER_BYTES = 500_000  # the parser's own; a part that is no file may take no more
_LONGEST_NAME = 200

_UNREADABLE = Sentence("El formulario con el archivo no se puede leer.", "The form with the file cannot be read.")
_MISSING = Sentence("Falta el archivo.", "The file is missing.")
_ONE_ONLY = Sentence("Sube un solo archivo cada vez.", "Upload one file at a time.")
_UNKNOWN = Sentence("El formulario solo lleva el archivo.", "The form takes the file and nothing else.")


class UploadedFile(NamedTuple):
    """A file from outside. `filename` is what the sender calls it, without folders, and decides nothing by itself."""

    filename: str | None
    data: bytes

    @property
    def canonical(self) -> bytes:
        """The name and the content as one, for digests."""
        return f"{self.filename}\n".encode() + self.data


def read_upload(request: Request, raw: bytes, limit: int) -> UploadedFile:
    """The file in a multipart body of at most `limit` bytes and its envelope.

    Raises MalformedRequestError for a body that is no form, InvalidInputError for a form without the file or with
    anything else, TooLargeError for a file that is larger than `limit`.
    """
    fields, files = _parts(request, raw)
    if fields or any(name != PART for name, _ in files):
        raise _refused(_UNKNOWN)
    if len(files) != 1:
        raise _refused(_ONE_ONLY if files else _MISSING)
    storage = files[0][1]
    data = storage.read()
    if len(data) > limit:
        raise too_large_file(limit)
    return UploadedFile(_bare_name(storage.filename), data)


def too_large_file(limit: int) -> TooLargeError:
    """The file is larger than it may be; says how large that is."""
    size = f"{limit // 2**20} MB"
    es, en = f"El archivo pasa de {size}. Divídelo en varios.", f"The file is larger than {size}. Split it."
    return TooLargeError(Sentence(es, en))


def _parts(request: Request, raw: bytes) -> tuple[list[tuple[str, str]], list[tuple[str, FileStorage]]]:
    boundary = request.mimetype_params.get("boundary", "")
    parser = MultiPartParser(stream_factory=_in_memory, max_form_memory_size=_BUFFER_BYTES, max_form_parts=_MOST_PARTS)
    if not raw:
        raise MalformedRequestError(_UNREADABLE)
    try:
        form, files = parser.parse(BytesIO(raw), boundary.encode("ascii"), len(raw))
    except (ValueError, RequestEntityTooLarge):
        raise MalformedRequestError(_UNREADABLE) from None
    return list(form.items(multi=True)), list(files.items(multi=True))


def _in_memory(
    total_content_length: int | None,  # noqa: ARG001  the parser's own names
    content_type: str | None,  # noqa: ARG001
    filename: str | None,  # noqa: ARG001
    content_length: int | None = None,  # noqa: ARG001
) -> BytesIO:
    """The whole body is in memory already, and a file on disk would outlive a killed process."""
    return BytesIO()


def _refused(sentence: Sentence) -> InvalidInputError:
    return InvalidInputError(sentence, (FieldError(f"/{PART}", sentence),))


def _bare_name(filename: str | None) -> str | None:
    """The last part of the name, since some browsers send the whole path; without what nobody can see."""
    bare = (filename or "").replace("\\", "/").rpartition("/")[2]
    shown = "".join(character for character in bare if character.isprintable()).strip()[:_LONGEST_NAME]
    return shown or None
