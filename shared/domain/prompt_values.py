"""The values of a prompt's variables for one message (`prompt_text.VARIABLES` says what each stands for).

What comes from the prospect is data: one line, at most 120 characters, without control characters and without what
could pass for a delimiter. What the workspace wrote about itself is put on one line and otherwise trusted.
"""

from collections.abc import Sequence
from typing import NamedTuple

from shared.domain.inert_text import inert, one_line, shortened, without_braces
from shared.domain.language import Format, Language, Limits, Register
from shared.domain.prospect import Prospect
from shared.domain.role import Role
from shared.domain.workspace import Sender

PROSPECT_VALUE_LIMIT = 120
"""The most UTF-16 code units that a prospect's value has in a prompt."""

REGISTER_NAMES = {Register.TU: "tú", Register.USTED: "usted", Register.VOS: "vos"}
"""The registers as Spanish spells them."""

_LANGUAGES = {Language.ES: "español", Language.EN: "English"}
_FORMATS = {
    Language.ES: {
        Format.LINKEDIN_NOTE: "nota de invitación de LinkedIn",
        Format.LINKEDIN_MESSAGE: "mensaje de LinkedIn",
        Format.LINKEDIN_INMAIL: "InMail de LinkedIn",
        Format.EMAIL: "correo electrónico",
    },
    Language.EN: {
        Format.LINKEDIN_NOTE: "LinkedIn invitation note",
        Format.LINKEDIN_MESSAGE: "LinkedIn message",
        Format.LINKEDIN_INMAIL: "LinkedIn InMail",
        Format.EMAIL: "e-mail",
    },
}


class MessageKind(NamedTuple):
    """What is to be written: the format, in which language and register (null in English), within which limits."""

    format: Format
    language: Language
    register: Register | None
    limits: Limits


def values_of(
    role: Role,
    kind: MessageKind,
    prospect: Prospect,
    sender: Sender | None,
    value_proposition: str | None,
    proof_points: Sequence[str],
) -> dict[str, str]:
    """A value for every variable, "" where there is none; lists are joined by "; ".

    `value_proposition` and `proof_points` are those that hold for this message, the role's own or the workspace's.
    """
    trusted = {
        **_role_values(role, kind.language),
        **_sender_values(sender),
        "value_proposition": value_proposition or "",
        "proof_points": "; ".join(proof_points),
    }
    return {name: one_line(text) for name, text in trusted.items()} | _kind_values(kind) | _prospect_values(prospect)


def _role_values(role: Role, language: Language) -> dict[str, str]:
    spanish = language is Language.ES
    return {
        "role_name": role.names.es if spanish else role.names.en,
        "pains": "; ".join(role.pains.es if spanish else role.pains.en),
        "call_to_action": role.call_to_action.es if spanish else role.call_to_action.en,
        "tone": role.tone or "",
    }


def _sender_values(sender: Sender | None) -> dict[str, str]:
    if sender is None:
        return {"sender_name": "", "sender_title": "", "sender_company": ""}
    return {"sender_name": sender.name, "sender_title": sender.title or "", "sender_company": sender.company}


def _kind_values(kind: MessageKind) -> dict[str, str]:
    return {
        "format": _FORMATS[kind.language][kind.format],
        "language": _LANGUAGES[kind.language],
        "register": "" if kind.register is None else REGISTER_NAMES[kind.register],
        "limit": str(kind.limits.body),
        "advised_limit": str(kind.limits.advised),
        "subject_limit": "" if kind.limits.subject is None else str(kind.limits.subject),
    }


def _prospect_values(prospect: Prospect) -> dict[str, str]:
    names = ("first_name", "full_name", "title", "company", "location")
    return {name: _as_data(getattr(prospect, name)) for name in names}


def _as_data(text: str | None) -> str:
    return shortened(inert(without_braces(text or "")), PROSPECT_VALUE_LIMIT)
