"""Why a file is refused, in words for the salesperson who dropped it. Nothing of the file is repeated."""

from shared.domain.errors import InvalidInputError

FILE = "/file"


def refused(es: str, en: str) -> InvalidInputError:
    """The error that refuses the file for this reason."""
    return InvalidInputError.at(FILE, es, en)


def empty_file() -> InvalidInputError:
    """There is nothing in it."""
    return refused("El archivo está vacío.", "The file is empty.")


def too_large() -> InvalidInputError:
    """It has more bytes than an import may have."""
    return refused("El archivo pasa de 20 MB. Divídelo en varios.", "The file is larger than 20 MB. Split it.")


def nobody_in_it() -> InvalidInputError:
    """It can be read, but no row has a person."""
    return refused(
        "No hay ninguna persona en el archivo. Hace falta al menos una columna con el nombre, el correo o la dirección"
        " de LinkedIn, con su título en la primera fila.",
        "There is no person in the file. It needs at least a column with the name, the e-mail or the LinkedIn address,"
        " with its heading in the first row.",
    )


def not_a_table() -> InvalidInputError:
    """It is not a file of a kind that is read here."""
    return refused(
        "No se puede leer este archivo. Guárdalo como CSV (en Excel: Guardar como, CSV UTF-8) y súbelo otra vez.",
        "This file cannot be read. Save it as CSV (in Excel: Save as, CSV UTF-8) and upload it again.",
    )
