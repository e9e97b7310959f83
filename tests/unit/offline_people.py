"""Invented people for the offline writer: profiles as imports bring them, rich, poor and untidy."""

from functools import cache

from shared.domain.language import Format, Language, LinkedinTier, Register, limits_of
from shared.domain.prospect import Prospect
from shared.domain.role import Role
from shared.domain.role_match import match_role
from shared.domain.workspace import Sender
from shared.domain.writing import WritingRequest
from shared.gate.facts import GatheredFacts, gather_facts
from shared.prompts.demo_company import demo_company

SENDER = Sender(name="Marta Solís", company="Talaya")

FIRST_NAMES = (
    "Lucía Nerea Aitor Jimena Álvaro Ainhoa Gonzalo Marina Óscar Irene Rubén Candela Iker Paloma Hugo Noelia Sergio"
    " Begoña Mateo Adela Tomás Rocío Fermín Clara Ignacio"
).split()
LAST_NAMES = "Ferrer Arriaga Mosquera Quintanilla Belda Urrutia Montalbán Carrasquer".split()
OPERATIONS_TITLES = (
    "Directora de Operaciones",
    "Jefe de Logística",
    "COO",
    "Chief Operating Officer",
    "Head of Supply Chain",
    "Responsable de Almacén y Expediciones",
    "JEFA DE PLANTA",
    "director de producción",
    "Operations Manager",
    "Directora Industrial",
)
COMPANIES = (
    "Logística Norte, S.A.",
    "Envases Guadalhorce S.L.",
    "Ferretería Industrial Oja",
    "TRANSPORTES ALDEAMAYOR SL",
    "Cárnicas del Alberche",
    "Textil Vallcebre",
    "Grupo Maderas Ulla",
    "Conservas Punta Candor",
    "Nexaro",
    "Distribuciones Tamarite S.L.U.",
    "Aceites Sierra Mágina",
)
POSTS = (
    "Hemos pasado de preparar pedidos con papel a hacerlo con voz. Tres meses de pruebas y por fin salen las cuentas.",
    "El almacén de Getafe ya prepara 1.200 pedidos al día sin turnos de noche, gracias a un equipo enorme.",
    "Feliz lunes a todos. La puntualidad no se compra con más camiones; se compra con mejor información.",
    "Un año midiendo los kilómetros en vacío. Hemos bajado del 27 % al 19 % y todavía queda margen.",
    "¿De verdad necesitamos otra reunión? Cerrar el turno con cinco minutos de datos vale más que una hora de charla.",
    "Nuevo muelle de carga en Sagunto: menos esperas, menos maniobras y menos sustos.",
)
ENGLISH_POSTS = (
    "We moved picking from paper to voice in three months. The numbers finally add up.",
    "Happy Monday! Punctuality is not bought with more lorries but with better information.",
    "A year of measuring empty miles: down from 27% to 19%, and there is still room.",
)
DUTIES = (
    "Responsable de la planificación de tres centros y de un equipo de 120 personas.",
    "Coordinación de la flota propia y de los transportistas subcontratados en la cornisa cantábrica.",
)
EVENTS = ("SIL 2026", "Congreso Nacional de Logística", "Feria del Envase", "Jornada de Transporte de Zaragoza")


def _operations_person(number: int) -> Prospect:
    first, last = FIRST_NAMES[number % len(FIRST_NAMES)], LAST_NAMES[number // len(FIRST_NAMES) % len(LAST_NAMES)]
    fields: dict[str, object] = {
        "full_name": f"{first} {last}",
        "title": OPERATIONS_TITLES[number % len(OPERATIONS_TITLES)],
        "company": COMPANIES[number % len(COMPANIES)],
        "linkedin_url": f"https://www.linkedin.com/in/person-{number:04d}",
    }
    if number % 3 == 0:
        fields["posts"] = [POSTS[number // 3 % len(POSTS)], ENGLISH_POSTS[number // 3 % len(ENGLISH_POSTS)]]
    elif number % 5 == 1:
        fields["custom"] = {"Evento": EVENTS[number % len(EVENTS)], "Lead score": "87"}
    elif number % 7 == 2:
        fields["experience"] = [
            {"title": fields["title"], "company": fields["company"], "description": DUTIES[number % 2]}
        ]
    return Prospect.model_validate(fields)


def request(
    person: Prospect,
    format_: Format = Format.LINKEDIN_MESSAGE,
    language: Language = Language.ES,
    register: Register | None = Register.TU,
    *,
    role: Role | None = None,
    bare: bool = False,
    sender: Sender | None = SENDER,
    tier: LinkedinTier = LinkedinTier.FREE,
) -> WritingRequest:
    """A request as the service makes it; `bare` is a real workspace that has not yet said anything of itself."""
    chosen = role or _role_of(person)
    proposition = None if bare or chosen.value_proposition is None else chosen.value_proposition.in_language(language)
    points = [] if bare else [*demo_company().settings.proof_points, *chosen.proof_points]
    gathered = _gathered(person.model_dump_json(), tuple(points), proposition, sender and sender.model_dump_json())
    return WritingRequest(
        instructions="",
        facts=gathered.facts,
        prospect=gathered.prospect,
        role=chosen,
        format=format_,
        language=language,
        register=register if language is Language.ES else None,
        limits=limits_of(format_, tier),
        sender=sender,
        value_proposition=proposition,
        seed=person.linkedin_url or person.full_name or "",
        deadline_seconds=12.0,
    )


@cache
def _gathered(person: str, points: tuple[str, ...], proposition: str | None, sender: str | None) -> GatheredFacts:
    """Facts gathered once a person: it takes longer than all the rest of a test."""
    return gather_facts(
        Prospect.model_validate_json(person),
        proof_points=points,
        value_proposition=proposition,
        sender=Sender.model_validate_json(sender) if sender else None,
    )


@cache
def operations_people(count: int) -> tuple[Prospect, ...]:
    """People of one role, neighbours in a list: some with a post, some with an event, most with a title alone."""
    return tuple(_operations_person(number) for number in range(count))


def _role_of(person: Prospect) -> Role:
    roles = demo_company().roles
    key = match_role(person.title, person.headline, roles, "general_management").key
    return next(role for role in roles if role.key == key)
