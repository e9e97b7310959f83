"""Links in a text: addresses with and without a scheme, and those that are dressed up as words."""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from shared.domain.lazy_pattern import lazy_pattern
from shared.gate.lexicon import word_set

_LABEL = r"[^\W_](?:[\w-]{0,61}[^\W_])?"
_BRACKETED_DOT = r"\s?[\[({]\s?(?:\.|dot|punto)\s?[\])}]\s?"
_REST = r"[^\s<>«»“”\"]"
_LINK = lazy_pattern(
    rf"""
      (?P<full>\b[a-z][a-z0-9+]{{1,14}}:(?://|\\\\){_REST}+
        | \b(?:mailto|tel|sms|javascript|vbscript|whatsapp):{_REST}+)
    | (?P<defanged>\b{_LABEL}(?:{_BRACKETED_DOT}{_LABEL})+(?:\.{_LABEL})*(?:/[^\s<>«»“”"]*)?)
    | (?P<spoken>\b{_LABEL}\s(?:dot|punto)\s(?:com|net|org|es|io|co|mx|ai|app)\b)
    | (?P<spaced>\b{_LABEL}\s{{1,3}}\.(?:\s{{1,3}}(?:com|net|org|info|biz|io|app|dev|xyz|ru|cn)|com|org)\b)
    | (?P<bare>(?<![\w@.&-]){_LABEL}(?:[.。．]{_LABEL})+(?::\d{{2,5}})?(?:[/?\#][^\s<>«»“”"]*)?(?![\w@]))
    """,
    re.VERBOSE | re.IGNORECASE,
)
_MAY_HOLD_LINK = lazy_pattern(
    r"[^\W\d][.。．]\w|\w[.。．][^\W\d]|\d(?:[.。．]\d+){2}|:[/\\\w]|[\[({]\s?(?:\.|dot|punto)|\s(?:dot|punto)\s|\s\.\s{0,3}\w",
    re.IGNORECASE,
)
_DOT_OR_COLON = lazy_pattern(r"\.(?:\w|(?<=[\s\[({]\.))"), lazy_pattern(r":[/\\\w]")
_SPELLED_DOTS = "dot punto 。 ．".split()
"""One of them stands wherever a link may be, and each is looked for in a tenth of the time."""
_TRAILING = ".,;:!?…'’*_~»”\""
_PAIRS = {")": "(", "]": "[", "}": "{"}
_IP_ADDRESS = lazy_pattern(r"\d{1,3}(?:\.\d{1,3}){3}|\[?[0-9a-f]*:[0-9a-f:.]+\]?|\d{8,10}|0x[0-9a-f]{8}")
_ENDINGS_OF_FILES = frozenset(
    "md py sh rs pl zip mov ps js ts pdf doc docx xls xlsx ppt pptx csv txt png jpg json xml html htm php".split()
)
_NOT_A_HOST_BEFORE_DOT = frozenset(
    "empresas empresa compañías burbuja era crisis boom bubble crash the las la los el un una negocios negocio sector"
    " mundo modelo".split()
)


class Link(NamedTuple):
    """One address in a text, at [start, end) without the punctuation behind it.

    `host` is in lower case, ASCII where it can be, "" where there is none.
    """

    start: int
    end: int
    host: str
    is_plain: bool
    """Whether it is an ordinary web address: no other scheme, no user before the host, not disguised, no number."""


def find_links(text: str) -> Iterator[Link]:
    """The links of `text`, in order. E-mail addresses, versions, abbreviations and technologies are none."""
    if not (_has_a_dot(text) and _MAY_HOLD_LINK.search(text)):
        return
    for match in _LINK.finditer(text):
        kind = match.lastgroup or ""
        end = _end_of(text, match.start(), match.end())
        link = _READERS[kind](text[match.start() : end])
        if link is not None and not (kind in ("bare", "defanged", "spoken", "spaced") and text[end : end + 1] == "@"):
            host, is_plain = link
            yield Link(match.start(), end, host, is_plain)


def _has_a_dot(text: str) -> bool:
    if any(sign.search(text) for sign in _DOT_OR_COLON):
        return True
    lowered = text.lower()
    return any(dot in lowered for dot in _SPELLED_DOTS)


def _end_of(text: str, start: int, end: int) -> int:
    """Where the address ends: without closing punctuation, without a bracket that it did not open."""
    while end > start:
        last = text[end - 1]
        opening = _PAIRS.get(last)
        if last not in _TRAILING and (opening is None or opening in text[start:end]):
            return end
        end -= 1
    return end


def _full(written: str) -> tuple[str, bool] | None:
    scheme, _, rest = written.partition(":")
    scheme, rest = scheme.lower(), rest.lstrip("/\\")
    if scheme in ("mailto", "tel", "sms"):
        return _ascii(rest.partition("?")[0].rpartition("@")[2]), False
    authority = re.split(r"[/?#\\]", rest, maxsplit=1)[0]
    _, at, host = authority.rpartition("@")
    if not host.startswith("["):
        host = host.partition(":")[0]
    return _ascii(host), scheme in ("http", "https") and not at and not _is_number(host)


def _defanged(written: str) -> tuple[str, bool] | None:
    plain = re.sub(_BRACKETED_DOT, ".", written, flags=re.IGNORECASE)
    host = re.split(r"[/?#:]", plain, maxsplit=1)[0]
    return (_ascii(host), False) if host.rpartition(".")[2].isalpha() else None


def _spoken(written: str) -> tuple[str, bool] | None:
    name, _, ending = written.split()
    return None if name.lower() in _NOT_A_HOST_BEFORE_DOT else (_ascii(f"{name}.{ending}"), False)


def _spaced(written: str) -> tuple[str, bool] | None:
    """An address with spaces around its last dot ("evil . com"): no sentence ends so."""
    name, _, ending = (part.strip() for part in written.partition("."))
    return None if name.lower() in _NOT_A_HOST_BEFORE_DOT else (_ascii(f"{name}.{ending}"), False)


def _bare(written: str) -> tuple[str, bool] | None:
    shown = re.split(r"[/?#:]", written, maxsplit=1)[0]
    host = unicodedata.normalize("NFKC", shown).replace("。", ".")
    labels = host.split(".")
    if _is_number(host) and len(written) > len(host):
        return host, False
    if not _has_known_ending(labels, written) or _is_missing_space(labels):
        return None
    if written.lower() in word_set("link_like_names"):
        return None
    return _ascii(host), host == shown


def _has_known_ending(labels: list[str], written: str) -> bool:
    ending = labels[-1].lower()
    if ending.startswith("xn--"):
        return True
    if ending in _ENDINGS_OF_FILES:
        return labels[0].lower() == "www" or labels[-2].lower() in ("com", "org", "net", "gob", "edu")
    return (ending in word_set("top_level_domains") or labels[0].lower() == "www") and (
        len(labels) > 2 or not labels[0].isdigit() or "/" in written
    )


def _is_missing_space(labels: list[str]) -> bool:
    """Whether a sentence ends and the next begins without a space between: "gracias.Me alegro"."""
    return len(labels) == 2 and labels[1][0].isupper() and not labels[1].isupper() and labels[0][-1].islower()


def _is_number(host: str) -> bool:
    return _IP_ADDRESS.fullmatch(host.lower()) is not None


def _ascii(host: str) -> str:
    """The host in lower case, foreign letters in the form that the domain system gives them (RFC 3490)."""
    plain = host.strip(".").lower()
    try:
        return plain if plain.isascii() else plain.encode("idna").decode("ascii")
    except UnicodeError:
        return plain


_READERS = {"full": _full, "defanged": _defanged, "spoken": _spoken, "spaced": _spaced, "bare": _bare}
