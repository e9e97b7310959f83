"""A file's own columns that name an occasion to write: an event, a talk, a project, an award, an article.

Most columns of an import are for the sender's eyes only (scores, notes, owners): a column is used only if its heading
says that it is one of these, and its cell only if it reads like a name and not like a remark.
"""

import re

from shared.adapters.embedded.offline.phrasebook import Phrasebook
from shared.adapters.embedded.offline.slots import Slot
from shared.domain.lazy_pattern import lazy_pattern
from shared.domain.message import Fact
from shared.domain.text import without_accents
from shared.domain.writing import WrittenClaim

_KINDS = {
    **dict.fromkeys("evento event feria fair congreso congress conferencia conference".split(), "event"),
    **dict.fromkeys("jornada jornadas summit".split(), "event"),
    **dict.fromkeys("ponencia charla talk webinar keynote".split(), "talk"),
    **dict.fromkeys("proyecto project".split(), "project"),
    **dict.fromkeys("premio award".split(), "award"),
    **dict.fromkeys("articulo article".split(), "article"),
}
_LONGEST, _MOST_WORDS = 50, 8
_NO_NAME = lazy_pattern(
    r"[!?¡¿#@{}\[\]<>\"«»“”:;=_|\n]|https?|www\.|^\W|\b(?:s[ií]|no|yes|x+|n/?a|pendiente|pending)$", re.IGNORECASE
)


def occasion(fact: Fact, book: Phrasebook) -> dict[str, Slot]:
    """The occasion that the fact of a custom column names, as `event` and, with a Spanish "de" before it, as
    `of_event`; empty if it names none.
    """
    kind = _kind_of(fact.field.removeprefix("custom."))
    name = " ".join(fact.text.split()).rstrip(".")
    if kind is None or not _reads_like_a_name(name):
        return {}
    claim = (WrittenClaim(name, (fact.id,)),)
    if kind == "event":
        words = _with_article(name, book.articles)
    else:
        opening, closing = book.quotation_marks
        words = book.occasions[kind].format(name=f"{opening}{name}{closing}")
    return {"event": Slot(words, claim), "of_event": Slot(f"de {words}".replace("de el ", "del ", 1), claim)}


def _kind_of(heading: str) -> str | None:
    words = re.findall(r"[a-z]+", without_accents(heading))
    return next((_KINDS[word] for word in words if word in _KINDS), None)


def _reads_like_a_name(text: str) -> bool:
    if not 2 <= len(text) <= _LONGEST or len(text.split()) > _MOST_WORDS or _NO_NAME.search(text):
        return False
    return text[0].isupper()


def _with_article(name: str, articles: dict[str, str]) -> str:
    """The name behind the article that its common noun asks for: "el Congreso de …", "the … Summit"."""
    words = [without_accents(word) for word in re.findall(r"[^\W\d_]+", name)]
    article = next((articles[word] for word in words if word in articles), None)
    return name if article is None or words[0] in articles.values() else f"{article} {name}"
