"""LinkedIn profile addresses in one form: `https://www.linkedin.com/in/name`.

An address identifies a person and is never fetched, so two spellings of one profile must become the same text, and
what only looks like a profile must be refused. Accepted: any country host (`es.linkedin.com`), `http`, no scheme,
`/in/name` with anything behind it (language, details, query, fragment), the `/pub/name/12/345/678` form of old public
profiles, and Sales Navigator's `/sales/lead/<id>,…` and `/sales/people/<id>,…`. Everything else raises a
PydanticCustomError of the type "linkedin_url".

The name is decoded, NFC and lower case; the ids that LinkedIn makes itself begin with `ACo` or `ACw` and tell upper
from lower case, so they are kept as they are.
"""

import re
import unicodedata
from typing import Annotated
from urllib.parse import unquote_to_bytes

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from shared.domain.alphabets import looks_latin, mixes_alphabets
from shared.domain.lazy_pattern import lazy_pattern

_LONGEST_ADDRESS = 2_000
_LONGEST_NAME = 200  # LinkedIn lets people choose up to 100 characters; the names it makes itself can be longer

# Matched before any change of case: "K" (the Kelvin sign) becomes an ASCII "k" when lowered.
_ADDRESS = lazy_pattern(
    r"(?:(?:https?:)?//)?(?:(?:www|m|[a-z]{2})\.)?linkedin\.com/(?P<path>[^?#\\]*)(?:[?#][^\x00-\x1f\x7f]*)?",
    re.IGNORECASE | re.ASCII,
)
_MEMBER_ID = lazy_pattern(r"AC[ow][A-Za-z0-9_-]+", re.ASCII)
_PLAIN_NAME = lazy_pattern(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
_OLD_NUMBER = lazy_pattern(r"[0-9a-f]{1,3}", re.ASCII)
_NAME_CATEGORIES = frozenset({"Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Nd", "So"})
_NAME_PUNCTUATION = frozenset("-_.'’&")
_MIRRORS_OF_IN = frozenset({"comm", "mwlite"})  # the same page in notification mails and on old telephones


def canonical_linkedin_url(text: str) -> str:
    """The one form of the profile address in `text`; raises PydanticCustomError("linkedin_url") for anything else."""
    match = _ADDRESS.fullmatch(text.strip(" \t\r\n")) if len(text) <= _LONGEST_ADDRESS else None
    name = _profile_name(match["path"]) if match else None
    if name is None:
        raise PydanticCustomError("linkedin_url", "not the address of a LinkedIn profile")
    return f"https://www.linkedin.com/in/{name}"


LinkedinUrl = Annotated[str, AfterValidator(canonical_linkedin_url)]
"""The address of a person's LinkedIn profile, kept in its one form."""


def _profile_name(path: str) -> str | None:
    """The name or id of the profile that the path leads to."""
    segments = [segment for segment in path.split("/") if segment]
    if segments and segments[0].lower() in _MIRRORS_OF_IN:
        segments = segments[1:]
    match segments:
        case [kind, name, *_] if kind.lower() == "in":
            return _checked(_decoded(name))
        case [kind, name, *numbers] if kind.lower() == "pub":
            return _checked(_old_public_name(_decoded(name), numbers))
        case [sales, kind, lead, *_] if sales.lower() == "sales" and kind.lower() in ("lead", "people"):
            return _member_id(_decoded(lead))
    return None


def _decoded(segment: str) -> str | None:
    try:
        return unicodedata.normalize("NFC", unquote_to_bytes(segment).decode("utf-8"))
    except UnicodeError:
        return None


def _member_id(lead: str | None) -> str | None:
    """Sales Navigator's `<id>,<how it was found>,<token>`: the id is the one that `/in/` takes too."""
    identifier = lead.partition(",")[0] if lead else ""
    return identifier if _MEMBER_ID.fullmatch(identifier) else None


def _old_public_name(name: str | None, numbers: list[str]) -> str | None:
    """`/pub/name/a/b/c` became `/in/name-cba` in 2015, with b and c filled up to three digits."""
    if name is None or name.lower() == "dir":
        return None
    if len(numbers) < 3 or not all(_OLD_NUMBER.fullmatch(number.lower()) for number in numbers[:3]):
        return name
    first, second, third = numbers[:3]
    return f"{name}-{third:0>3}{second:0>3}{first}"


def _checked(name: str | None) -> str | None:
    """The name in its one form, if LinkedIn could have given it to somebody."""
    if name is None or _MEMBER_ID.fullmatch(name):
        return name
    lowered = unicodedata.normalize("NFC", name.lower())
    if len(lowered) <= _LONGEST_NAME and _PLAIN_NAME.fullmatch(lowered):
        return lowered
    if not lowered or len(lowered) > _LONGEST_NAME or lowered.endswith("."):
        return None
    if not all(_may_stand_in_a_name(character) for character in lowered) or not any(map(str.isalnum, lowered)):
        return None
    return None if mixes_alphabets(lowered) or looks_latin(lowered) else lowered


def _may_stand_in_a_name(character: str) -> bool:
    if character in _NAME_PUNCTUATION:
        return True
    if unicodedata.category(character) not in _NAME_CATEGORIES:
        return False
    return unicodedata.normalize("NFKC", character) == character  # full width and other copies of plain letters
