"""LinkedIn's "Save to PDF" profiles, one or several in a file; runs in a process of its own."""

import json

from shared.domain.errors import InvalidInputError
from shared.importing.apart.pdf_text import read_lines
from shared.importing.apart.protocol import Readable
from shared.importing.profile_text import read_profile_text
from shared.importing.profiles.pdf_profile import plain_text, read_pdf_pages
from shared.importing.refusals import nobody_in_it, refused


def read_pdf_profiles(data: bytes) -> Readable:
    """The people as a JSON list; raises InvalidInputError for a PDF of more than 50 pages, one that is protected or
    damaged, one without text, and one without a person.
    """
    pages = read_lines(data)
    if not any(pages):
        raise _no_text()
    people = read_pdf_pages(pages)
    if people:
        return Readable(json.dumps(people).encode())
    # Another layout: a CV, or a page that was printed. What a person would paste of it is read as such.
    parsed = read_profile_text(plain_text(pages), "/file")
    if parsed.prospect.full_name is None:
        raise nobody_in_it()
    person = parsed.prospect.model_dump(mode="json", exclude_defaults=True, exclude={"first_name", "last_name"})
    return Readable(json.dumps([person]).encode(), parsed.warnings)


def _no_text() -> InvalidInputError:
    return refused(
        "El PDF no tiene texto: parece escaneado. En LinkedIn usa «Guardar en PDF», o pega el texto del perfil.",
        "The PDF has no text: it looks scanned. In LinkedIn use “Save to PDF”, or paste the text of the profile.",
    )
