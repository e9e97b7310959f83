"""What the headers of an e-mail say of who answered.

Sources: RFC 3834 (Auto-Submitted), RFC 3464 (delivery status notifications), RFC 5321, 4.5.5 (empty reverse path); the
X- headers are those of Exchange, Gmail, Lotus and common helpdesks. X-Auto-Response-Suppress says nothing of the mail
that carries it and is left out.
"""

from collections.abc import Mapping

from shared.domain.lazy_pattern import lazy_pattern
from shared.replies.own_words import folded

_AUTOMATIC_HEADERS = ("x-autoreply", "x-autorespond", "x-autoresponder", "x-auto-reply", "x-mail-autoreply")
_PRECEDENCES = frozenset({"auto_reply", "bulk", "junk"})
_DAEMON = lazy_pattern(r"mailer-daemon|postmaster|mail delivery (subsystem|system)")
_RETURNED = lazy_pattern(
    r"^(undeliver(able|ed)|mail delivery (failed|failure)|delivery (status notification|failure)|returned mail|"
    r"failure notice|no se puede entregar|mensaje no entregado|error de entrega)"
)
_AWAY = lazy_pattern(
    r"^(re: )?(automatic reply|auto(matic)?[ -]?(reply|response)|auto:|out of (the )?office|ooo\b|respuesta automatica|"
    r"fuera de (la )?oficina|ausencia|ausente)"
)


def is_bounce(headers: Mapping[str, str]) -> bool:
    """Whether a mail system says that it could not deliver."""
    found = _lower(headers)
    content = found.get("content-type", "")
    if "delivery-status" in content or "x-failed-recipients" in found:
        return True
    return bool(_DAEMON.search(found.get("from", ""))) or bool(_RETURNED.match(found.get("subject", "")))


def is_automatic(headers: Mapping[str, str]) -> bool:
    """Whether a machine answered in somebody's name."""
    found = _lower(headers)
    submitted = found.get("auto-submitted", "no").partition(";")[0].strip()
    return (
        submitted != "no"
        or any(name in found for name in _AUTOMATIC_HEADERS)
        or found.get("precedence", "").strip() in _PRECEDENCES
        or bool(_AWAY.match(found.get("subject", "")))
    )


def _lower(headers: Mapping[str, str]) -> dict[str, str]:
    return {name.lower(): folded(value) for name, value in headers.items()}
