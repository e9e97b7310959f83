"""Entity tags (RFC 9110, 8.8.3): a message's is its fingerprint, so that a change names the text that it changes."""

from shared.domain.lazy_pattern import lazy_pattern

_TAG = lazy_pattern(r'\s*"([\x21\x23-\x7e]*)"\s*')


def entity_tag(header: str | None) -> str | None:
    """The one strong tag that If-Match names, without its quotes; None without one.

    "*", weak tags and lists of tags name no text that somebody saw, and count as none.
    """
    match = _TAG.fullmatch(header or "")
    return match and match[1]


def etag(fingerprint: str) -> dict[str, str]:
    """The ETag header of an answer that shows the text with this fingerprint."""
    return {"ETag": f'"{fingerprint}"'}
