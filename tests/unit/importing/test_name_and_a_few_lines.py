"""A name with a few lines below it, as somebody types or copies it: title, company and place are told apart."""

import pytest

from shared.domain.prospect import Prospect
from shared.importing.profile_text import read_profile_text


def read(text: str) -> Prospect:
    return read_profile_text(text).prospect


@pytest.mark.parametrize(
    ("text", "title", "company", "location"),
    [
        ("Lucía Ferrer\nDirectora de Operaciones\nBilbao", "Directora de Operaciones", None, "Bilbao"),
        (
            "Lucía Ferrer\nDirectora de Operaciones | Logística Norte\nBilbao, España",
            "Directora de Operaciones",
            "Logística Norte",
            "Bilbao, España",
        ),
        ("Tom Hale\nHead of IT, Acme Tools\nLeeds, UK", "Head of IT", "Acme Tools", "Leeds, UK"),
        (
            "Marta Gil\nDIRECTORA DE PERSONAL | TRANSPORTES ORTUÑO S.A.\nMurcia, España",
            "DIRECTORA DE PERSONAL",
            "TRANSPORTES ORTUÑO S.A.",
            "Murcia, España",
        ),
        (
            "Rachel Dunn\nPractice Manager, Canal Street Dental\nManchester, UK",
            "Practice Manager",
            "Canal Street Dental",
            "Manchester, UK",
        ),
        (
            "Ana Ruiz\nResponsable de Compras en Conservas Larrun, S.L.",
            "Responsable de Compras",
            "Conservas Larrun, S.L.",
            None,
        ),
        ("Ana Ruiz\nGerente\nFerretería Ruiz\nOndarroa, Bizkaia", "Gerente", "Ferretería Ruiz", "Ondarroa, Bizkaia"),
        ("Sam Lee\nHead of Sales | Digital Transformation | Speaker\nLondon", "Head of Sales", None, "London"),
        ("Noa Vidal\nPodóloga\nLugo", "Podóloga", None, "Lugo"),
        ("Dolors Puig\nIl·lustradora\nGirona", "Il·lustradora", None, "Girona"),
        ("Javier Herrero\nCarpintería Herrero\nLorca", None, "Carpintería Herrero", "Lorca"),
        ("Ana Ruiz, VP Sales, EMEA", "VP Sales", None, None),
        ("Ana Ruiz, Gerente, Talleres Ruiz, Zaragoza", "Gerente", "Talleres Ruiz", "Zaragoza"),
    ],
)
def test_title_company_and_place_are_told_apart(text, title, company, location):
    person = read(text)
    assert (person.title, person.company, person.location) == (title, company, location)


def test_a_post_below_a_name_and_a_title_is_theirs():
    person = read("Pedro Gil\nGerente\n\nActividad\nAbrimos tienda en Lorca el jueves.")
    assert (person.full_name, person.title, person.posts) == (
        "Pedro Gil",
        "Gerente",
        ["Abrimos tienda en Lorca el jueves."],
    )


def test_a_post_below_a_name_alone_is_no_description():
    person = read("Pedro Gil\n\nActividad\nAbrimos tienda en Lorca el jueves.")
    assert (person.about, person.posts) == (None, ["Abrimos tienda en Lorca el jueves."])


def test_what_is_under_a_title_of_a_section_belongs_to_it():
    person = read("Ana Ruiz\nGerente de Ferretería Ruiz\n\nAcerca de\nLlevo la tienda desde 2009.")
    assert (person.title, person.company, person.about) == ("Gerente", "Ferretería Ruiz", "Llevo la tienda desde 2009.")


def test_a_note_about_somebody_names_them_and_is_no_word_of_theirs():
    note = "Conocí a Pedro Gil en la feria de Zaragoza. Es gerente de Muebles Gil."
    person = read(note)
    assert (person.full_name, person.about, person.custom) == ("Pedro Gil", None, {"Notas": note})
