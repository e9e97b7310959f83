"""The gate on texts of 200, 600 and 1,900 characters, with a profile as full as people's are.

Bar: a median under 5 ms at 1,900 characters (message-quality.md). The facts are gathered once, outside the measure,
and no pattern is compiled and no lexicon read in it. "new" is the first draft for a person, "again" one more for the
same (a repair, an edit). Both are also given as multiples of a fixed loop timed between them, so that runs on busy and
on different machines compare.
"""

import dataclasses
import time
from datetime import date

from benchmarks.table import percentile, print_table
from shared.domain.language import Format, Language, LinkedinTier, Register, limits_of
from shared.domain.message import Draft
from shared.domain.prospect import Prospect
from shared.domain.workspace import Sender
from shared.gate.context import GateContext
from shared.gate.facts import gather_facts
from shared.gate.gate import examine

ROUNDS = 400
LENGTHS = (200, 600, 1900)
PROFILE = {
    "full_name": "Nerea Oliveros Blanc",
    "title": "Directora de Operaciones",
    "company": "Frío Cantábrico, S.L.",
    "location": "Santander, Cantabria, España",
    "about": "Dirijo 27 almacenes de frío y un equipo de 140 personas. En 2024 bajamos las mermas un 12 %. " * 4,
    "experience": [
        {
            "title": f"Jefa de Planta {number}",
            "company": f"Conservas Peña Alta {number}",
            "start": f"{2004 + 3 * number}-02",
            "end": f"{2007 + 3 * number}-01",
            "description": "Abrí dos líneas nuevas y pasé de 2 a 5 turnos. Reduje el plazo de 60 a 41 días.",
        }
        for number in range(6)
    ],
    "education": [{"school": "Universidad del Besaya", "degree": "Ingeniería Industrial", "end": "2003"}],
    "skills": ["SAP EWM", "Lean", "Power BI", "Cadena de frío", "S&OP", "Negociación"],
    "posts": ["El cuello de botella casi nunca está donde miras. Tres ideas sobre el cross-docking y una duda. " * 5]
    * 4,
    "custom": {"evento": "Feria Logis 2026", "empleados": "140"},
}
SENTENCES = (
    "Buenos días, señora Oliveros: leí lo que cuenta del cross-docking en sus 27 almacenes.",
    "En Frío Cantábrico pasaron de 2 a 5 turnos, y eso cambia la planificación de toda una planta.",
    "Otros equipos de operaciones nos dicen que el retraso se decide días antes de la entrega.",
    "Nosotros ayudamos a 14 operadores a bajar un 18 % sus plazos sin cambiar de sistema.",
    "Me gustaría saber cómo lo ve usted desde Santander, con SAP EWM de por medio.",
)


def main() -> None:
    """Time the whole gate at each length."""
    context = _context()
    rows = []
    for length in LENGTHS:
        draft = Draft(subject="los turnos de noviembre", body=_text(length))
        examine(draft, context)
        rounds = [_round(draft, context) for _ in range(ROUNDS)]
        new, again, loop = (percentile(list(times), 0.5) for times in zip(*rounds, strict=True))
        slowest = percentile([times[0] for times in rounds], 0.95)
        ratios = f"{new / loop:.2f}", f"{again / loop:.2f}"
        rows.append([length, f"{new:.2f}", f"{slowest:.2f}", f"{again:.2f}", *ratios])
    print_table(
        f"The whole gate, {len(context.facts)} facts, {ROUNDS} rounds (bar: median under 5 ms at 1,900 characters)",
        ["characters", "new: median ms", "p95 ms", "again: median ms", "new / loop", "again / loop"],
        rows,
    )


def _context() -> GateContext:
    sender = Sender(name="Marta Ruiz", company="Rutalia", title="Consultora")
    gathered = gather_facts(
        Prospect.model_validate(PROFILE),
        proof_points=["Redujimos un 18 % los plazos de entrega de 14 operadores."],
        sender=sender,
    )
    return GateContext(
        prospect=gathered.prospect,
        facts=gathered.facts,
        format=Format.LINKEDIN_INMAIL,
        language=Language.ES,
        register=Register.USTED,
        limits=limits_of(Format.LINKEDIN_INMAIL, LinkedinTier.FREE),
        as_of=date(2026, 11, 22),
        sender=sender,
    )


def _text(length: int) -> str:
    text = " ".join(SENTENCES * (1 + length // sum(map(len, SENTENCES))))
    return text[:length].rpartition(" ")[0]


def _round(draft: Draft, context: GateContext) -> tuple[float, float, float]:
    """Milliseconds of an examination for a new person, of one more for the same, and of the fixed loop."""
    fresh = dataclasses.replace(context)
    return _timed(draft, fresh), _timed(draft, fresh), _loop()


def _timed(draft: Draft, context: GateContext) -> float:
    started = time.perf_counter()
    examine(draft, context)
    return (time.perf_counter() - started) * 1000


def _loop() -> float:
    started = time.perf_counter()
    sum(number * number for number in range(20_000))
    return (time.perf_counter() - started) * 1000


if __name__ == "__main__":
    main()
