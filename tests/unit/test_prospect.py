"""A prospect: every value enters in its one form, and comes back as it was stored."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from shared.domain.prospect import Prospect


def test_every_value_enters_in_its_one_form():
    prospect = Prospect(
        full_name="FERRER ORTEGA, LUCÍA",
        email=" MAILTO:Lucia@Example.com",
        linkedin_url="es.linkedin.com/in/Lucia-Ferrer/?trk=x",
        experience=[{"title": "Directora", "start": "ene. 2020", "end": None}],
    )
    assert (prospect.first_name, prospect.last_name) == ("Lucía", "Ferrer Ortega")
    assert prospect.email == "lucia@example.com"
    assert prospect.linkedin_url == "https://www.linkedin.com/in/lucia-ferrer"
    assert prospect.experience[0].start == "2020-01"


def test_a_wrong_value_is_an_error_at_its_place():
    with pytest.raises(ValidationError) as refused:
        Prospect.model_validate(
            {
                "full_name": "★",
                "email": "x",
                "linkedin_url": "javascript:x",
                "experience": [{"start": "nunca"}],
                "age": 3,
            }
        )
    assert {(error["loc"], error["type"]) for error in refused.value.errors()} == {
        (("full_name",), "person_name"),
        (("email",), "email_address"),
        (("linkedin_url",), "linkedin_url"),
        (("experience", 0, "start"), "partial_date"),
        (("age",), "extra_forbidden"),
    }


def test_a_blank_text_is_the_same_as_none():
    prospect = Prospect.model_validate(
        {
            "full_name": " ",
            "email": "",
            "title": "\u00a0",
            "skills": ["SAP", " "],
            "custom": {"evento": "", "zona": "Norte"},
        }
    )
    assert prospect == Prospect(skills=["SAP"], custom={"zona": "Norte"})


def test_a_title_stands_on_one_line_and_an_about_keeps_its_lines():
    prospect = Prospect(title="Directora\r\nde\tOperaciones\x00", about="Uno.\r\nDos.\x07")
    assert prospect.title == "Directora de Operaciones"
    assert prospect.about == "Uno.\nDos."


def test_texts_are_composed():
    assert Prospect(title="Direccio\u0301n").title == "Dirección"


@pytest.mark.parametrize("fields", [{"title": 3}, {"title": "x" * 301}, {"skills": "SAP"}, {"title": "\ud800"}])
def test_a_wrong_type_or_length_is_refused(fields):
    with pytest.raises(ValidationError):
        Prospect.model_validate(fields)


NAMES = (
    st.none()
    | st.text(max_size=20)
    | st.sampled_from(["Don", "Pedro", "Dr", "Ana Sr", "Sr.", "María", "de la", "DE", "Ma", "Ana, MBA"])
)


@given(NAMES, NAMES, NAMES, st.text(max_size=50), st.text(max_size=50))
def test_what_was_stored_comes_back_unchanged(full_name, first_name, last_name, title, about):
    try:
        prospect = Prospect(full_name=full_name, first_name=first_name, last_name=last_name, title=title, about=about)
    except ValidationError:
        return
    assert Prospect.model_validate(prospect.model_dump()) == prospect
    assert Prospect.model_validate_json(prospect.model_dump_json()) == prospect


@pytest.mark.parametrize(
    ("text", "full", "first", "last"),
    [
        ("Sra. Pérez", "Pérez", None, "Pérez"),
        ("Mr Smith", "Smith", None, "Smith"),
        ("Sra. Ana", "Ana", "Ana", None),
        ("Sra. Ana Pérez", "Ana Pérez", "Ana", "Pérez"),
    ],
)
def test_a_form_of_address_before_one_word_shows_that_it_is_the_surname(text, full, first, last):
    prospect = Prospect(full_name=text)
    assert (prospect.full_name, prospect.first_name, prospect.last_name) == (full, first, last)
    assert Prospect.model_validate(prospect.model_dump()) == prospect
