"""The check "register"."""

import json
from pathlib import Path

import pytest

from tests.unit.gate.drafts import BLOCK, PASS, PROFILE, check, context, marked, verdict

TU, USTED, VOS = (context(register=name) for name in ("tu", "usted", "vos"))

TEXTS: dict[str, list[str]] = json.loads(Path(__file__).with_name("register_texts.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("text", TEXTS["in_tu"])
def test_tu_throughout_passes(text: str) -> None:
    assert marked("register", text, TU) == []


@pytest.mark.parametrize("text", TEXTS["in_usted"])
def test_usted_throughout_passes(text: str) -> None:
    assert marked("register", text, USTED) == []


@pytest.mark.parametrize("text", TEXTS["in_vos"])
def test_vos_throughout_passes(text: str) -> None:
    assert marked("register", text, VOS) == []


@pytest.mark.parametrize("text", [*TEXTS["mixed_tu_usted"], *TEXTS["mixed_tu_vos"], *TEXTS["beside_tu"]])
def test_anything_else_beside_tu_blocks(text: str) -> None:
    assert verdict("register", text, TU) is BLOCK


@pytest.mark.parametrize(
    "text",
    [
        *TEXTS["mixed_from_usted"],
        *TEXTS["mixed_tu_usted"],
        *TEXTS["mixed_usted_vos"],
        *TEXTS["beside_usted"],
        "Señora Ferrer: ¿podés el jueves?",
        "Señora Ferrer: ¿podríais el jueves?",
    ],
)
def test_anything_else_beside_usted_blocks(text: str) -> None:
    assert verdict("register", text, USTED) is BLOCK


@pytest.mark.parametrize("text", [*TEXTS["mixed_tu_vos"], *TEXTS["mixed_usted_vos"], *TEXTS["beside_vos"]])
def test_anything_else_beside_vos_blocks(text: str) -> None:
    assert verdict("register", text, VOS) is BLOCK


@pytest.mark.parametrize(
    "text", [*TEXTS["mixed_tu_usted"], *TEXTS["mixed_tu_vos"], *TEXTS["mixed_usted_vos"], *TEXTS["mixed_from_usted"]]
)
def test_a_mixture_blocks_even_if_no_register_was_asked_for(text: str) -> None:
    assert verdict("register", text, context(register=None)) is BLOCK


@pytest.mark.parametrize("text", [*TEXTS["in_tu"], *TEXTS["in_usted"], *TEXTS["in_vos"]])
def test_one_register_passes_if_none_was_asked_for(text: str) -> None:
    assert verdict("register", text, context(register=None)) is PASS


def test_the_finding_names_what_was_asked_for() -> None:
    assert check("register", "¿Cómo lo ves?", USTED).detail.es == "No trata de usted, como se pidió."
    assert check("register", "Vi su charla. ¿Cómo lo ves?", USTED).detail.es == (
        "Mezcla tratamientos: aquí no trata de usted."
    )
    assert marked("register", "Vi su charla. ¿Cómo lo ves?", USTED) == ["ves"]


def test_what_is_repeated_from_the_profile_addresses_somebody_else() -> None:
    text = "Me quedé con que el cuello de botella casi nunca está donde miras. ¿Le ocurre?"
    assert verdict("register", text, USTED) is PASS


def test_english_has_no_register() -> None:
    assert verdict("register", "Hi Lucía, you run 27 warehouses.", context(language="en")) is PASS


def test_the_subject_counts() -> None:
    within = context(format_="email", register="usted")
    assert verdict("register", "Le escribo por los picos.", within, subject="tu charla de mayo") is BLOCK


@pytest.mark.parametrize(
    ("text", "register"),
    [
        ("Nuria, vaya usted a saber cuánto se pierde; ¿tú lo mides?", "tu"),
        ("Diga lo que diga el cliente, el hueco cambia; ¿lo revisas tú?", "tu"),
        ("Lo del conductor que esperó sin que nadie le ofreciera un café te honra.", "tu"),
        ("¿Te va bien el martes 8, sobre las 16:30?", "tu"),
        ("¿Qué echa de menos quien entra hoy en tu equipo?", "tu"),
        ("Lleva el almacén a cuestas. ¿Me regala 15 minutos?", "usted"),
    ],
)
def test_set_phrases_and_third_parties_address_nobody(text: str, register: str) -> None:
    assert verdict("register", text, context(register=register)) is PASS


@pytest.mark.parametrize(
    ("text", "register", "found"),
    [
        ("El socio espera y el auditor no. Tiene 27 almacenes, así que algo sabes de esto.", "tu", BLOCK),
        ("El socio espera y el auditor no. Leí que administra 27 almacenes. ¿Los medís?", "vos", BLOCK),
        ("Tu empresa crece. Tiene 27 almacenes. ¿Cómo los mides?", "tu", PASS),
        ("Una papelera de Tolosa crece. Tiene 19 almacenes. ¿Cómo mides los tuyos?", "tu", PASS),
    ],
)
def test_who_is_told_of_with_a_figure_of_the_facts_is_the_reader(text: str, register: str, found: object) -> None:
    assert verdict("register", text, context(PROFILE | {"about": "Dirijo 27 almacenes."}, register=register)) is found
