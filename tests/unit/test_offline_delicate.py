"""What no message opens with, however well it would quote: grief, illness, dismissals, politics, children, insults."""

import json
import re
from importlib.resources import files

import pytest

from shared.adapters.embedded import offline
from shared.adapters.embedded.offline.delicate import is_delicate
from shared.adapters.embedded.offline_writer import OfflineWriter
from shared.domain.language import Format, Language, Register
from shared.domain.prospect import Prospect
from tests.fakes import FixedClock
from tests.unit.offline_people import DUTIES, ENGLISH_POSTS, POSTS, request

SPANISH = [
    "Hoy enterramos a mi madre. Descansa en paz.",
    "Ayer falleció nuestro compañero Andrés, después de treinta años en la planta.",
    "Se nos fue una gran persona del equipo de compras.",
    "Me han diagnosticado cáncer y voy a parar unos meses.",
    "El lunes me operan de la espalda y vuelvo en seis semanas.",
    "Estoy de baja por ansiedad desde enero.",
    "Después de 12 años me despiden por correo electrónico.",
    "Hoy hemos despedido a 30 compañeros de la fábrica.",
    "Un ERE que afecta a 200 familias en la comarca.",
    "La empresa entra en concurso de acreedores esta semana.",
    "Cerramos definitivamente la tienda de la calle Mayor.",
    "Bajamos la persiana después de cuarenta años.",
    "Mañana tengo juicio contra mi antiguo socio.",
    "Un accidente en la nave nos deja sin dos compañeros.",
    "Después del divorcio he aprendido a organizar mi tiempo.",
    "Estoy embarazada de cinco meses y sigo viajando.",
    "Mi hija Carla (6 años) ha empezado el cole en el barrio.",
    "Dios aprieta pero no ahoga en este negocio.",
    "Vota a Pedro para que esto cambie de una vez.",
    "El Gobierno nos fríe a impuestos otra vez.",
    "Mañana vamos a la huelga todos los transportistas.",
    "Qué mierda de país, joder.",
    "El cabrón de mi jefe no contesta los correos.",
]
ENGLISH = [
    "My dad passed away on Sunday.",
    "We lost a colleague this week and the team is in mourning.",
    "Diagnosed with MS last week and still learning to live with it.",
    "I had surgery on my back and will return in six weeks.",
    "I was laid off today after nine years at the plant.",
    "The plant closes and 200 people lose their jobs.",
    "We have had to let go of thirty people.",
    "The company has gone into administration this morning.",
    "We are closing our doors after forty years.",
    "I am being sued by a former partner of ours.",
    "An accident at the site has left two of us injured.",
    "After my divorce I learnt to plan my days.",
    "I am pregnant and still on the road every week.",
    "My daughter is six and wants to be an engineer.",
    "God has been good to this business of ours.",
    "Vote for the candidate who understands freight.",
    "The whole depot is on strike from Monday.",
    "My boss is a complete idiot and everybody knows it.",
    "What a load of bullshit this meeting was.",
]
FORMATS = pytest.mark.parametrize("format_", list(Format))


@pytest.mark.parametrize("text", SPANISH + ENGLISH)
def test_grief_illness_dismissal_insolvency_politics_children_and_insults_are_delicate(text: str) -> None:
    assert is_delicate(text)
    assert is_delicate(text.upper())
    assert is_delicate(f"Nuevo muelle de carga en Sagunto. {text}")


@pytest.mark.parametrize(
    "text",
    [
        *POSTS,
        *ENGLISH_POSTS,
        *DUTIES,
        "Cerramos el mes en tres días y sin hojas de cálculo.",
        "La demanda prevista y la real se parecen cada vez más, sin embargo sobra stock.",
        "Somos una empresa familiar que suministra componentes electrónicos.",
        "Reducimos las paradas de línea a la mitad.",
        "The electric fleet meets every deadline and needs fewer suppliers.",
        "We administer four sites and I'll talk about them at the summit.",
        "",
    ],
)
def test_ordinary_work_is_not(text: str) -> None:
    assert not is_delicate(text)


@FORMATS
@pytest.mark.parametrize(
    ("text", "language", "register"),
    [
        *((text, Language.ES, Register.TU) for text in SPANISH),
        *((text, Language.EN, None) for text in ENGLISH),
    ],
)
def test_it_is_quoted_from_no_field_and_the_message_opens_with_something_else(
    text: str, language: Language, register: Register | None, format_: Format
) -> None:
    duty = f"{text} {DUTIES[0]} {ENGLISH_POSTS[0]}"
    job = {"title": "Directora de Operaciones", "company": "Envases Ulla", "description": duty}
    who = Prospect.model_validate(
        {
            "full_name": "Nerea Belda",
            "title": "Directora de Operaciones",
            "company": "Envases Ulla",
            "posts": [text],
            "about": f"{text} {POSTS[1]} {ENGLISH_POSTS[2]}",
            "headline": text,
            "custom": {"proyecto": text.rstrip("."), "evento": text.rstrip(".")},
            "experience": [job],
        }
    )
    draft = OfflineWriter(FixedClock()).write(request(who, format_, language, register)).draft
    assert not any(mark in draft.body for mark in "«“")
    assert text.rstrip(".")[:20].lower() not in f"{draft.subject} {draft.body}".lower()
    assert "post" not in f"{draft.subject}".lower()


def test_an_event_whose_name_or_heading_is_delicate_is_no_occasion() -> None:
    for custom in ({"evento": "Funeral de Andrés"}, {"evento hijos": "Torneo Alevín"}):
        who = Prospect(full_name="Nerea Belda", title="COO", company="Envases Ulla", custom=custom)
        text = OfflineWriter().write(request(who)).draft.body
        assert not any(name in text for name in custom.values())


def test_another_post_takes_the_place_of_one_that_is_avoided() -> None:
    who = Prospect(full_name="Nerea Belda", title="COO", company="Envases Ulla", posts=[SPANISH[0], POSTS[5]])
    assert "Nuevo muelle de carga en Sagunto" in OfflineWriter().write(request(who)).draft.body


def test_the_words_are_written_as_they_are_compared() -> None:
    content = json.loads(files(offline).joinpath("lexicons/delicate.json").read_text("utf-8"))
    assert set(content) == {"es", "en"}
    assert set(content["es"]) == set(content["en"])
    for matters in content.values():
        for entries in matters.values():
            assert entries == entries.lower()
            assert not re.search(r"[^a-z0-9 |*]|\w\*\w|(?<!\w)\*", entries)
            assert all(len(entry.strip()) > 1 for entry in entries.split("|"))
