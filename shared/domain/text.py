"""Text as the product counts it: NFC, in UTF-16 code units.

Nobody documents how LinkedIn counts emoji, so the strictest of the plausible counts is used (a code unit each, as
JavaScript's `length`). All spans that leave the product are offsets in these units, so that a page can `slice`.
"""

import hashlib
import unicodedata


def normalized(text: str) -> str:
    """The NFC form, which text gets once, when it enters the product."""
    return unicodedata.normalize("NFC", text)


def utf16_length(text: str) -> int:
    """How many UTF-16 code units `text` has."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def utf16_span(text: str, start: int, end: int) -> tuple[int, int]:
    """The Python slice [start, end) of `text`, expressed in UTF-16 code units."""
    before = utf16_length(text[:start])
    return before, before + utf16_length(text[start:end])


def without_accents(text: str) -> str:
    """`text` without combining marks and in lower case, for comparison only: "Núñez" becomes "nunez"."""
    decomposed = unicodedata.normalize("NFD", text.casefold())
    return "".join(character for character in decomposed if not unicodedata.combining(character))


def fingerprint(subject: str | None, body: str) -> str:
    """The text "sha256:…" over exactly the text that a person saw; an approval is bound to it."""
    digest = hashlib.sha256(f"{subject or ''}\0{body}".encode()).hexdigest()
    return f"sha256:{digest}"
