"""What the person wrote now, without the messages that their mail program quotes below it."""

import re

from mailparser_reply import EmailReplyParser

from shared.domain.text import without_accents

_LANGUAGES = ["es", "en"]
_APOSTROPHES = str.maketrans("’‘`´", "''''")
_SPACE = re.compile(r"\s+")


def own_words(text: str) -> str:
    """The newest part of a mail, folded for the lexicons: lower case, no accents, plain apostrophes, single spaces.

    Where nothing is left, as when somebody answers below a quotation, the whole text counts.
    """
    newest = EmailReplyParser(languages=_LANGUAGES).parse_reply(text=text) or ""
    return folded(newest) or folded(text)


def folded(text: str) -> str:
    """The text in the form that lexicons are written in."""
    return _SPACE.sub(" ", without_accents(text).translate(_APOSTROPHES)).strip()
