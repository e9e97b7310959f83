"""What the person wrote now, without the messages that their mail program quotes below it."""

from mailparser_reply import EmailReplyParser

from shared.domain.lazy_pattern import lazy_pattern
from shared.domain.text import without_accents

_LANGUAGES = ["es", "en"]
_APOSTROPHES = str.maketrans("’‘`´", "''''")
_QUOTED = ">"
_BLANK_LINES = lazy_pattern(r"(?:[^\S\n]*\n){3,}")
_SPACE = lazy_pattern(r"\s+")


def own_words(text: str) -> str:
    """The newest part of a mail, folded for the lexicons: lower case, no accents, plain apostrophes, single spaces.

    Where nothing is left, as when somebody answers below a quotation, the whole text counts.
    """
    newest = EmailReplyParser(languages=_LANGUAGES).parse_reply(text=_few_blanks(text)) or ""
    own = "\n".join(line for line in newest.splitlines() if not line.lstrip().startswith(_QUOTED))
    return folded(own) or folded(text)


def _few_blanks(text: str) -> str:
    """The text without runs of blank lines, over which the parser's expressions take time by the square."""
    return _BLANK_LINES.sub("\n\n", text)


def folded(text: str) -> str:
    """The text in the form that lexicons are written in."""
    return _SPACE.sub(" ", without_accents(text).translate(_APOSTROPHES)).strip()
