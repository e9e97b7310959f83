"""links: every link leads where the workspace allows, openly, and there are not too many."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from shared.domain.errors import Sentence
from shared.domain.language import Format
from shared.domain.lazy_pattern import lazy_pattern
from shared.domain.message import Check, Span
from shared.gate.context import GateContext
from shared.gate.findings import blocked, passed, warned
from shared.gate.folding import fold
from shared.gate.lexicon import word_set
from shared.gate.links import Link
from shared.gate.reading import Passage, Reading

NAME = "links"

_SHORTENED = Sentence(
    "Hay un enlace acortado, que esconde adónde lleva.", "There is a shortened link, which hides where it leads."
)
_DISGUISED = Sentence(
    "Hay un enlace que no es una dirección web normal.", "There is a link that is not an ordinary web address."
)
_OUTSIDE = Sentence("Hay un enlace fuera de los dominios permitidos.", "There is a link outside the allowed domains.")
_IN_FIRST_MAIL = Sentence("En un primer correo es mejor no poner enlaces.", "A first e-mail is better without links.")


_ADDRESS_OUTSIDE = Sentence(
    "Hay una dirección de correo fuera de los dominios permitidos.",
    "There is an e-mail address outside the allowed domains.",
)
_ADDRESS = lazy_pattern(r"(?<![\w.+:/-])[\w.+-]{1,64}@((?:[\w-]{1,63}\.){1,8}[^\W\d_]{2,24})(?![\w@])")


class _Placed(NamedTuple):
    """A link and the passage that it stands in."""

    link: Link
    passage: Passage

    @property
    def span(self) -> Span:
        return self.passage.span(self.link.start, self.link.end)


def examine(reading: Reading, context: GateContext) -> Check:
    """Block a shortener, a disguised link, one outside the allowed domains (an e-mail address too), and more than
    allowed; warn of any in a first e-mail. A name of the facts that looks like an address ("Reservas.com") is no link.
    """
    links = [placed for passage in reading.passages for placed in _links(passage, reading.evidence.folded_names)]
    for reason, offends in (
        (_SHORTENED, _is_shortened),
        (_DISGUISED, lambda link, _: not link.is_plain),
        (_OUTSIDE, lambda link, allowed: not _is_allowed(link.host, allowed)),
    ):
        offending = [placed.span for placed in links if offends(placed.link, context.allowed_links)]
        if offending:
            return blocked(NAME, reason, offending)
    if addresses := [span for passage in reading.passages for span in _strange_addresses(passage, reading, context)]:
        return blocked(NAME, _ADDRESS_OUTSIDE, addresses)
    return _counted(links, context)


def _strange_addresses(passage: Passage, reading: Reading, context: GateContext) -> Iterator[Span]:
    """E-mail addresses that neither the facts hold nor an allowed domain has."""
    for match in _ADDRESS.finditer(passage.text) if "@" in passage.text else ():
        if fold(match[0]) not in reading.evidence.folded and not _is_allowed(match[1].lower(), context.allowed_links):
            yield passage.span(*match.span())


def _links(passage: Passage, known_names: str) -> list[_Placed]:
    return [
        _Placed(link, passage)
        for link in passage.links
        if not _is_name(passage.folded[link.start : link.end], known_names)
    ]


def _is_name(written: str, known_names: str) -> bool:
    return "/" not in written and written in known_names


def _is_shortened(link: Link, _allowed: Sequence[str]) -> bool:
    return link.host.removeprefix("www.") in word_set("shorteners")


def _is_allowed(host: str, allowed: Sequence[str]) -> bool:
    return any(host == domain or host.endswith(f".{domain}") for domain in map(str.lower, allowed))


def _counted(links: Sequence[_Placed], context: GateContext) -> Check:
    if len(links) > context.max_links:
        return blocked(
            NAME, _too_many(len(links), context.max_links), [placed.span for placed in links[context.max_links :]]
        )
    if links and context.format is Format.EMAIL:
        return warned(NAME, _IN_FIRST_MAIL, [placed.span for placed in links])
    if links:
        return passed(NAME, "Los enlaces llevan a dominios permitidos", "The links lead to allowed domains")
    return passed(NAME, "No hay enlaces", "There are no links")


def _too_many(count: int, most: int) -> Sentence:
    return Sentence(f"Hay {count} enlaces y se permiten {most}.", f"There are {count} links and {most} are allowed.")
