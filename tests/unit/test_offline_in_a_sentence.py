"""Titles and companies as a person writes them in the middle of a sentence."""

import pytest

from shared.adapters.embedded.offline.in_a_sentence import (
    clause,
    company_in_words,
    is_english,
    opens_commonly,
    title_in_words,
    uncapitalized,
)
from shared.domain.language import Language


@pytest.mark.parametrize(
    ("title", "spanish"),
    [
        ("Directora de Operaciones", "directora de operaciones"),
        ("DIRECTORA DE OPERACIONES", "directora de operaciones"),
        ("directora de operaciones", "directora de operaciones"),
        ("Directora de Operaciones Iberia", "directora de operaciones Iberia"),
        ("Responsable de Datos y Analítica", "responsable de datos y analítica"),
        ("Jefa de Fidelización", "jefa de fidelización"),
        ("JEFE DE RRHH", "jefe de RRHH"),
        ("Responsable de Business Intelligence", "responsable de Business Intelligence"),
        ("Chief Operating Officer", "Chief Operating Officer"),
        ("HR Director", "HR Director"),
        ("Socio Director", "socio director"),
        ("VP SALES", "VP Sales"),
        ("COO", "COO"),
        ("🚀 CEO | Speaker | Mentor", "CEO"),
        ("Directora de Operaciones en Logística Norte", "directora de operaciones"),
        ("Head of Logistics at LOGÍSTICA NORTE SL", "Head of Logistics"),
        ("Podóloga", "podóloga"),
        ("Supervisor de Enfermería", "supervisor de enfermería"),
        ("Responsable RRHH", "responsable de RRHH"),
        ("Director Comercial", "director comercial"),
        ("Directrice des achats", None),
        ("Leiter Einkauf", None),
        ("Director/a de Compras", None),
        ("Ex-CFO", None),
        ("Open to work", None),
        ("En búsqueda de nuevos retos", None),
        ("—", None),
        ("{{ title }}", None),
        ("a" * 120, None),
    ],
)
def test_a_title_in_a_spanish_sentence(title: str, spanish: str | None) -> None:
    assert title_in_words(title, Language.ES, "Logística Norte, S.A.") == spanish


@pytest.mark.parametrize(
    ("title", "english"),
    [
        ("Directora de Operaciones", None),
        ("Directrice des achats", None),
        ("HEAD OF SUPPLY CHAIN", "Head of Supply Chain"),
        ("Operations manager", "Operations manager"),
    ],
)
def test_a_title_in_an_english_sentence(title: str, english: str | None) -> None:
    assert title_in_words(title, Language.EN, None) == english


def test_a_long_title_loses_its_aside_before_it_is_given_up() -> None:
    aside = (
        "Directora de Operaciones - responsable de doce centros logísticos, tres plantas y la red de transporte propia"
    )
    assert title_in_words(aside, Language.ES, None) == "directora de operaciones"


@pytest.mark.parametrize(
    ("company", "shown"),
    [
        ("Logística Norte, S.A.", "Logística Norte"),
        ("Logística Norte SL", "Logística Norte"),
        ("Vega Sur S. L. U.", "Vega Sur"),
        ("Ceres Agro S.A. de C.V.", "Ceres Agro"),
        ("Barlovento, S. de R.L. de C.V.", "Barlovento"),
        ("Nexaro GmbH", "Nexaro"),
        ("Fenwright Ltd.", "Fenwright"),
        ("Salsa", "Salsa"),
        ("Casa Slu Norte", "Casa Slu Norte"),
        ("LOGÍSTICA DEL NORTE SL", "Logística del Norte"),
        ("GRUPO ABC", "Grupo ABC"),
        ("NXR", "NXR"),
        ("Nexaro 🚀", "Nexaro"),
        ("S.L.", "S.L."),
        ("<b>Nexaro</b>", None),
        ("🚀🚀", None),
        ("b" * 120, None),
    ],
)
def test_a_company_goes_without_its_legal_form_and_without_shouting(company: str, shown: str | None) -> None:
    assert company_in_words(company) == shown


def test_english_titles_are_told_from_spanish_ones() -> None:
    assert is_english("Head of Operations")
    assert is_english("Finance Director")
    assert not is_english("Director Financiero")
    assert not is_english("Director de Marketing")


@pytest.mark.parametrize(
    ("text", "after_a_colon"),
    [("El retraso", "el retraso"), ("IT se entera", "IT se entera"), ("I see", "I see"), ("Óscar", "óscar")],
)
def test_a_clause_goes_on_small_after_a_colon(text: str, after_a_colon: str) -> None:
    assert uncapitalized(text) == after_a_colon


def test_only_a_first_word_that_cannot_be_a_name_goes_on_after_a_colon() -> None:
    assert opens_commonly("Una distribuidora de Zaragoza")
    assert opens_commonly("46 empresas")
    assert not opens_commonly("Nexaro bajó un 3 %")


def test_a_clause_has_no_stop() -> None:
    assert clause(" El retraso. ") == "El retraso"


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Gte. Gral", "gerente general"),
        ("GTE. GRAL.", "gerente general"),
        ("Gte Gral de Vtas.", "gerente general de ventas"),
        ("Cto/cfo", "CTO y CFO"),
        ("Ceo", "CEO"),
        ("Responsable de Compras / Importación", "responsable de compras e importación"),
        ("Director de RR.HH.", "director de RR.HH"),
        ("Dir. Comercial", None),
        ("Coord. de Planta", None),
        ("Jefe/Jefa de Planta", None),
    ],
)
def test_an_abbreviated_title_is_spelled_out_or_not_said(title: str, shown: str | None) -> None:
    assert title_in_words(title, Language.ES, None) == shown


def test_two_titles_behind_a_slash_are_joined_in_the_messages_language() -> None:
    assert title_in_words("Cto/cfo", Language.EN, None) == "CTO and CFO"
    assert title_in_words("SAP S/4HANA Consultant", Language.EN, None) == "SAP S/4HANA Consultant"


@pytest.mark.parametrize("company", ["Shreeji Auto Components Pvt. Ltd.", "Shreeji Auto Components Private Limited"])
def test_a_private_company_is_named_without_its_form(company: str) -> None:
    assert company_in_words(company) == "Shreeji Auto Components"
