"""Contexts and drafts for the tests of the gate: one invented person, and what the checks say to a text for them."""

from datetime import date
from typing import Any

from shared.domain.language import Format, Language, LinkedinTier, Register, limits_of
from shared.domain.message import Check, CheckVerdict, Draft, Span
from shared.domain.prospect import Prospect
from shared.domain.workspace import Sender
from shared.domain.writing import WrittenClaim
from shared.gate.context import GateContext
from shared.gate.facts import gather_facts
from shared.gate.gate import Examination, examine

PASS, WARN, BLOCK = CheckVerdict.PASS, CheckVerdict.WARN, CheckVerdict.BLOCK

PROFILE: dict[str, Any] = {
    "full_name": "Lucía Ferrer Soto",
    "title": "Directora de Operaciones",
    "company": "Logística Norte, S.L.",
    "location": "Bilbao, País Vasco",
    "about": "Dirijo la operación de 27 almacenes. Reduje las incidencias un 12 % en 2024.",
    "experience": [
        {"title": "Directora de Operaciones", "company": "Logística Norte, S.L.", "start": "2019-03"},
        {
            "title": "Jefa de Almacén",
            "company": "Frutas del Ebro",
            "start": "2012",
            "end": "2019-02",
            "description": "Pasé de 2 a 5 turnos.",
        },
    ],
    "education": [{"school": "Universidad de Deusto", "degree": "Ingeniería Industrial", "end": "2011"}],
    "skills": ["SAP EWM", "Lean"],
    "posts": ["El cuello de botella casi nunca está donde miras. Tres ideas sobre el cross-docking."],
    "custom": {"evento": "Feria Logis 2026"},
}
PROOF_POINTS = ("Redujimos un 18 % los plazos de entrega de 14 operadores.",)
SENDER = Sender(name="Marta Ruiz", company="Rutalia", title="Consultora")


def context(
    profile: dict[str, Any] | None = None,
    *,
    language: str = "es",
    register: str | None = "usted",
    format_: str = "linkedin_message",
    proof_points: tuple[str, ...] = PROOF_POINTS,
    sender: Sender | None = SENDER,
    **others: Any,
) -> GateContext:
    """A context for the invented person, or for `profile` in their place; `others` as in GateContext."""
    gathered = gather_facts(
        Prospect(**(PROFILE if profile is None else profile)), proof_points=proof_points, sender=sender
    )
    given: dict[str, Any] = {
        "prospect": gathered.prospect,
        "facts": gathered.facts,
        "orders": gathered.orders,
        "suspects": gathered.suspects,
        "name_ignored": gathered.name_ignored,
        "format": Format(format_),
        "language": Language(language),
        "register": Register(register) if register and language == "es" else None,
        "limits": limits_of(Format(format_), LinkedinTier.FREE),
        "as_of": date(2026, 11, 22),
        "sender": sender,
    }
    return GateContext(**(given | others))


def examined(
    body: str, within: GateContext | None = None, *, subject: str | None = None, claims: tuple[WrittenClaim, ...] = ()
) -> Examination:
    """What the gate finds in a draft."""
    return examine(Draft(subject=subject, body=body), within or context(), claims)


def check(name: str, body: str, within: GateContext | None = None, *, subject: str | None = None) -> Check:
    """The answer of one check."""
    return next(answer for answer in examined(body, within, subject=subject).checks if answer.name == name)


def verdict(name: str, body: str, within: GateContext | None = None, *, subject: str | None = None) -> CheckVerdict:
    """The verdict of one check."""
    return check(name, body, within, subject=subject).verdict


def sliced(text: str, span: Span) -> str:
    """What a page's `text.slice(start, end)` shows: the span counts UTF-16 code units."""
    return text.encode("utf-16-le")[2 * span.start : 2 * span.end].decode("utf-16-le")


def marked(name: str, body: str, within: GateContext | None = None) -> list[str]:
    """What a check highlights in the body."""
    return [sliced(body, span) for span in check(name, body, within).spans]
