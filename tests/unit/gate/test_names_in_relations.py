"""Titles, schools, places, tools and products: what is the reader's passes in its short forms, what is not blocks."""

from typing import Any

import pytest

from tests.unit.gate.drafts import BLOCK, WARN, check, context

PERFIL: dict[str, Any] = {
    "full_name": "Iria Lombao Castro",
    "title": "Directora Comercial",
    "company": "Transportes y Logística del Faro, S.L.",
    "location": "Azpeitia, España",
    "headline": "Directora Comercial | ex-Brezal Sistemas",
    "about": "Antes, en Brezal Sistemas, monté su almacén de datos en Redshift. Lanzamos la app Carabela. Uso Odoo.",
    "experience": [
        {"title": "Directora Comercial", "company": "Transportes y Logística del Faro, S.L.", "start": "2020-02"},
        {"title": "Jefa de Proyectos", "company": "Brezal Sistemas", "start": "2012-01", "end": "2020-01"},
    ],
    "education": [
        {"school": "Universidad Tecnológica de Valdeorno", "degree": "Contador Público", "end": "2011"},
        {"school": "Instituto Lindero", "degree": "Máster en Finanzas", "end": "2014"},
    ],
}
PROFILE: dict[str, Any] = {
    "full_name": "Moira Tansley",
    "title": "VP Engineering",
    "company": "CloudWharf Technologies, Inc.",
    "location": "Omaha, Nebraska, United States",
    "about": (
        "I set up the Pelican Academy in 2022. Plants in Omaha and Lincoln. Our ski school opens in December."
        " ISO 9001 certified by an auditor."
    ),
    "experience": [
        {"title": "VP Engineering", "company": "CloudWharf Technologies, Inc.", "start": "2019-05"},
        {"title": "Staff Nurse", "company": "St Odda's Infirmary", "start": "2011-01", "end": "2019-04"},
    ],
    "education": [
        {"school": "Nilgarth Institute of Technology", "degree": "B.Tech Electronics", "end": "2010"},
        {"school": "Kaverton University", "degree": "M.Tech Embedded Systems", "end": "2012"},
    ],
}
TRUE_IN_SPANISH = [
    "dirigir las ventas de Logística del Faro exige orden.",
    "una firma guipuzcoana como la tuya sabe de esto.",
    "me interesa vuestra empresa vasca.",
    "como contadora pública que acabó en ventas, verás esto con otros ojos.",
    "como directora de ventas sabrás lo que cuesta.",
    "tu paso por el Tec de Valdeorno me llamó la atención.",
    "tu máster en Finanzas por el Instituto Lindero se nota.",
    "¿cómo va la app Carabela?",
    "el Redshift que montaste en Brezal ya es historia, ¿verdad?",
    "más de seis años en la dirección comercial del Faro dan para mucho.",
    "has llegado a directora comercial desde los proyectos.",
    "antes, en Brezal, fuiste jefa de proyectos.",
    "¿lo lleváis en Odoo o en una hoja aparte?",
]
FALSE_IN_SPANISH = [
    ("una firma gallega como la tuya sabe de esto.", "gallega"),
    ("¿cómo os va con rabbitmq?", "rabbitmq"),
    ("¿cómo lleváis los pedidos en sage?", "sage"),
    ("tu máster en Finanzas por la Universidad Tecnológica de Valdeorno se nota.", "Universidad"),
    ("¿cómo va vuestra plataforma de fichajes?", "plataforma de fichajes"),
    ("en Brezal, donde trabajas ahora, las guardias serán tranquilas.", "Brezal"),
    ("¿cómo aguanta el Redshift de Transportes del Faro?", "Redshift de Transportes"),
    ("como directora de contabilidad sabrás lo que cuesta.", "directora de contabilidad"),
    ("más de quince años en la dirección comercial del Faro dan para mucho.", "quince"),
    ("enhorabuena por la gerencia general de Transportes del Faro.", "gerencia general"),
    ("has llegado a directora general desde los proyectos.", "directora general"),
    ("en un estudio como Brezal Sistemas tu equipo tendrá guardias.", "Brezal"),
    ("quiero ayudar a Brezal Sistemas a vender mejor.", "Brezal"),
    ("tus compañeros de Brezal tienen suerte.", "Brezal"),
    ("¿lo lleváis en Holded o en una hoja aparte?", "Holded"),
    ("nos integramos con holded, que ya tenéis.", "holded"),
]
TRUE_IN_ENGLISH = [
    "how do you handle reports at Cloud Wharf?",
    "how do you handle reports at CloudWharf Tech?",
    "your Midwestern plant is on my list.",
    "as vice president of engineering at CloudWharf you will know.",
    "your M.Tech from Kaverton shows.",
    "you set up the Pelican Academy in 2022.",
    "does anyone at your ski school get a kit?",
    "with ISO 9001 in place, counting comes easy.",
    "you were a nurse at St Odda's.",
    "head of engineering at CloudWharf is a big seat.",
    "your years in nursing at St Odda's must help.",
]
FALSE_IN_ENGLISH = [
    ("your Cornish plant is on my list.", "Cornish"),
    ("as engineering manager at CloudWharf you will know.", "engineering manager"),
    ("your M.Tech from Nilgarth shows.", "Nilgarth"),
    ("since you set up the Pelican Academy in 2019, has it grown?", "2019"),
    ("does anyone at your golf school get a kit?", "golf school"),
    ("with ISO 14001 in place, counting comes easy.", "ISO 14001"),
    ("you were a bookbinder at St Odda's.", "bookbinder"),
    ("do your prefect flows still carry passwords?", "prefect"),
    ("as CTO of CloudWharf you will know.", "CTO"),
    ("now that your Blue Yonder rollout is behind you, what is next?", "Blue Yonder"),
    ("congrats on becoming managing director.", "managing director"),
    ("since you joined St Odda's, has planning become easier?", "Odda's"),
    ("you lead plants in Omaha, Lincoln and Tulsa.", "Tulsa"),
]


@pytest.mark.parametrize("said", TRUE_IN_SPANISH)
def test_a_true_name_in_spanish_passes_in_its_short_forms(said: str) -> None:
    body = f"Iria, {said}"
    assert not _blocked(body, PERFIL, language="es", register="tu")


@pytest.mark.parametrize(("said", "wrong"), FALSE_IN_SPANISH)
def test_a_name_in_spanish_that_is_not_theirs_blocks(said: str, wrong: str) -> None:
    body = f"Iria, {said}"
    assert wrong in _blocked(body, PERFIL, language="es", register="tu")


@pytest.mark.parametrize("said", TRUE_IN_ENGLISH)
def test_a_true_name_in_english_passes_in_its_short_forms(said: str) -> None:
    body = f"Moira, {said}"
    assert not _blocked(body, PROFILE, language="en", register=None)


@pytest.mark.parametrize(("said", "wrong"), FALSE_IN_ENGLISH)
def test_a_name_in_english_that_is_not_theirs_blocks(said: str, wrong: str) -> None:
    body = f"Moira, {said}"
    assert wrong in _blocked(body, PROFILE, language="en", register=None)


def _blocked(body: str, profile: dict[str, Any], *, language: str, register: str | None) -> str:
    """The stretches at which grounding blocks; "" if it does not."""
    found = check("grounding", body, context(profile, language=language, register=register))
    return " | ".join(body[span.start : span.end] for span in found.spans) if found.verdict is BLOCK else ""


@pytest.mark.parametrize(("said", "verdict"), [("ebanista", BLOCK), ("apoyo", WARN)])
def test_what_stands_where_a_title_would_blocks_only_if_somebody_may_be_it(said, verdict):
    profile = {
        "full_name": "Irene Vallejo Soto",
        "title": "Maestra de obra",
        "company": "Conservas Maruxa",
        "experience": [{"title": "Maestra de obra", "company": "Conservas Maruxa", "start": "2020"}],
    }
    body = f"Hola, Irene:\n\nUsted entró como {said} en Maruxa. ¿Qué cambió?"
    assert check("grounding", body, context(profile)).verdict is verdict
