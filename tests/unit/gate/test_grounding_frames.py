"""A name that the facts do not hold blocks where it is said to be theirs, and only there."""

from typing import Any

import pytest

from tests.unit.gate.drafts import BLOCK, check, context

PROFILE: dict[str, Any] = {
    "full_name": "Gwen Tarrant",
    "title": "Head of Platform",
    "company": "Marlow Pets Ltd",
    "location": "Leeds, England",
    "about": "I run a team of 14. We left Jenkins last year. I wrote podkeeperx and podkeeper 2.0.",
    "skills": ["Terraform", "AWS"],
    "experience": [
        {"title": "Head of Platform", "company": "Marlow Pets Ltd", "start": "2023-08"},
        {
            "title": "Engineering Manager",
            "company": "Brindle Freight",
            "start": "2018",
            "end": "2023-07",
            "location": "Hull, UK",
        },
    ],
    "education": [{"school": "University of Harrowdale", "degree": "BSc Computing"}],
}
PERFIL: dict[str, Any] = {
    "full_name": "Inés Carvajal",
    "title": "Directora de Logística",
    "company": "Frutas Alquézar, S.L.",
    "location": "Valencia, España",
    "experience": [
        {"title": "Directora de Logística", "company": "Frutas Alquézar, S.L.", "start": "2019"},
        {
            "title": "Jefa de Almacén",
            "company": "Bodegas Urrácal",
            "start": "2012",
            "end": "2019",
            "location": "Bilbao, España",
        },
    ],
}
PASS_IN_ENGLISH = [
    "between the ZQTA, the PLVX and your auditors, who has time to build?",
    "TCPA aside, do your people still dial?",
    "most teams spend a day stitching Grafana screenshots.",
    "it doesn't need a dev sprint or a Figma file.",
    "fancy a look after Hogmanay?",
    "shall we talk the week after Snorri Day?",
    "does the new Garfield Act change anything for you?",
    "who watches it, Pagerlane or Alertino?",
    "a coffee in Sheffield on Tuesday, if you are around?",
    "could I show you this at Temple Meads over a bacon roll?",
    "we file it in Jira or Linear, with the steps.",
    "not Bon Jovi, I hope.",
    "is it Fairlane, Merlin, Brixo or whatever you run?",
    "I'll send you a two-minute Vidlane.",
    "if you are anything like the leads I meet at SZRM, calendars are the job.",
    "if Wrexton wins on Sunday I will write on Monday.",
    "how many people use podkeeper 2.0?",
    "as a computing graduate of Harrowdale you know your work from mine.",
    "as head of platform at Marlow Pets, what breaks first?",
    "does an SOC 2 report come up, or WCAG 2.2?",
]
BLOCKED_IN_ENGLISH = [
    "how is your team at ZQTA?",
    "an engineer from PLVX knows what a build costs.",
    "congratulations on the ZQTA award.",
    "you use PLVX every day.",
    "you moved your boards to Figma last year.",
    "your office in Sheffield must be busy.",
    "as Head of Platform at Snorri Foods you know builds.",
    "I saw you studied computing at the University of Hull.",
    "how is the platform team at Brindle finding life after Jenkins?",
    "I know Brindle Freight keeps you busy.",
    "I hear Brindle Freight is hiring again.",
    "did they teach you this at Leeds State?",
    "your work at Harrowdale must keep you busy.",
    "I write to CFOs like you.",
    "you're the CMO of a pet shop, so I'll be brief.",
    "congratulations on podkeeper 3.0.",
    "I read the source of your gatekeeperx library.",
]
PASS_IN_SPANISH = [
    "con la ZQTA y el PLVX encima, cada quincena es un rompecabezas.",
    "mucho lío. Con IVA, Ganancias e Ingresos Vivos encima, es una locura.",
    "¿te encaja antes de la Noche de las Candelas?",
    "un lunes festivo, de esos de la ley Emiliani.",
    "¿tomamos un café en Bilbao o en Donosti?",
    "de Bilbao a Valencia hay cinco horas.",
    "de jefa de almacén en Bilbao a llevarlo todo.",
    "seguro que hay un Pareto escondido.",
    "el cierre de mes es una novela rusa.",
    "sin pasar por el Marketplace de nadie.",
    "¿el eNPS o la charla de pasillo?",
    "entre el IMSS, el Infonavit y la STPS, ¿te queda tiempo?",
    "como máxima responsable de la logística, ¿qué te quita el sueño?",
]
BLOCKED_IN_SPANISH = [
    "¿qué tal por ZQTA? Tu gente en PLVX sabe de colas.",
    "egresada de la ZQTA, ahora directora.",
    "enhorabuena por el premio ZQTA.",
    "¿cómo va todo en Transportes Moncalvillo?",
    "tu oficina de Bilbao tiene que ser un lío.",
    "usáis Figma todos los días.",
    "tu equipo sevillano es de los buenos.",
    "Bodegas Urrácal te tiene ocupada, imagino.",
    "como directora médica de Frutas Alquézar sabes de turnos.",
    "un gerente de hospital como tú sabe de turnos.",
    "una tesorera con cinco almacenes no tiene un minuto.",
]


@pytest.mark.parametrize("sentence", PASS_IN_ENGLISH)
def test_a_name_that_nobody_has_said_to_be_theirs_does_not_block(sentence: str) -> None:
    answer = check("grounding", f"Hi Gwen, {sentence}", context(PROFILE, language="en"))
    assert answer.verdict is not BLOCK, answer.detail


@pytest.mark.parametrize("sentence", BLOCKED_IN_ENGLISH)
def test_a_name_that_is_said_to_be_theirs_blocks(sentence: str) -> None:
    assert check("grounding", f"Hi Gwen, {sentence}", context(PROFILE, language="en")).verdict is BLOCK


def test_the_beginning_of_a_given_name_greets_unless_it_is_another_name() -> None:
    lautaro = context({**PERFIL, "full_name": "Lautaro Iribarne"})
    assert check("grounding", "Lauta, ¿hablamos?", lautaro).verdict is not BLOCK
    daniela = context({**PERFIL, "full_name": "Daniela Iribarne"})
    assert check("addressee", "Hola, Daniel: ¿hablamos?", daniela).verdict is BLOCK


@pytest.mark.parametrize("sentence", PASS_IN_SPANISH)
def test_a_name_that_nobody_has_said_to_be_theirs_does_not_block_in_spanish(sentence: str) -> None:
    answer = check("grounding", f"Hola, Inés: {sentence}", context(PERFIL))
    assert answer.verdict is not BLOCK, answer.detail


@pytest.mark.parametrize("sentence", BLOCKED_IN_SPANISH)
def test_a_name_that_is_said_to_be_theirs_blocks_in_spanish(sentence: str) -> None:
    assert check("grounding", f"Hola, Inés: {sentence}", context(PERFIL)).verdict is BLOCK
