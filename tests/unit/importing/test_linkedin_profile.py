"""A LinkedIn profile, copied from the page with all its doubled lines, buttons and other people."""

from pathlib import Path

import pytest

from shared.domain.prospect import Education, Experience
from shared.importing.profile_text import read_profile_text

SAMPLES = Path(__file__).parent / "samples"


def read(name):
    parsed = read_profile_text((SAMPLES / name).read_text(encoding="utf-8"))
    assert parsed.warnings == ()
    return parsed.prospect


@pytest.fixture(scope="module")
def lucia():
    return read("linkedin_es.txt")


@pytest.fixture(scope="module")
def hannah():
    return read("linkedin_en.txt")


def test_the_header_gives_name_headline_and_place(lucia, hannah):
    assert (lucia.full_name, lucia.first_name, lucia.last_name) == ("Lucía Ferrer Ortega", "Lucía", "Ferrer Ortega")
    assert lucia.headline == "Directora de Operaciones en Logística Norte | Cadena de suministro"
    assert lucia.location == "Bilbao, País Vasco, España"
    assert (hannah.full_name, hannah.location) == ("Hannah O'Rourke", "Manchester, England, United Kingdom")


def test_the_present_job_gives_title_and_company(lucia, hannah):
    assert (lucia.title, lucia.company) == ("Directora de Operaciones", "Logística Norte")
    assert (hannah.title, hannah.company) == ("Head of Procurement", "Thornmere Components")


def test_jobs_have_dates_places_and_descriptions_without_the_pages_own_words(lucia):
    assert lucia.experience[0] == Experience(
        title="Directora de Operaciones",
        company="Logística Norte",
        start="2020-01",
        end=None,
        location="Bilbao, País Vasco, España",
        description="Coordinación de tres almacenes.\nReducción de retrasos del 14 % al 5 %.",
    )


def test_jobs_grouped_under_one_company_have_that_company(lucia):
    grouped = [(job.title, job.company, job.start, job.end) for job in lucia.experience[1:3]]
    assert grouped == [
        ("Jefa de almacén", "Envases Miravent", "2016-03", "2019-12"),
        ("Coordinadora de expediciones", "Envases Miravent", "2012-10", "2016-03"),
    ]


def test_the_job_behind_a_group_has_its_own_company(lucia):
    assert (lucia.experience[3].title, lucia.experience[3].company) == ("Técnica de planificación", "Talleres Cantarel")
    assert len(lucia.experience) == 4


def test_dates_that_stand_twice_are_one_job(hannah):
    jobs = [(job.title, job.company, job.start, job.end) for job in hannah.experience]
    assert jobs == [
        ("Head of Procurement", "Thornmere Components", "2021-01", None),
        ("Senior Buyer", "Coldharrow Foods", "2016", "2021"),
    ]


def test_studies_have_school_degree_and_years(lucia):
    assert lucia.education == [
        Education(
            school="Universidad del Duratón",
            degree="Ingeniería en Organización, Industrial",
            start="2005",
            end="2010",
        ),
        Education(school="Escuela de Negocios Valdemora", degree="Máster en Logística", start="2011-09", end="2012-06"),
    ]


def test_skills_and_languages_come_without_endorsements_and_levels(lucia, hannah):
    assert lucia.skills == ["Planificación", "SAP", "Lean", "Planificación de la producción"]
    assert lucia.languages == ["Español", "Inglés"]
    assert hannah.skills == ["Negotiation", "Incoterms"]
    assert hannah.languages == ["English", "Spanish"]


def test_only_the_persons_own_posts_are_theirs(lucia, hannah):
    (post,) = lucia.posts
    assert post.splitlines() == [
        "Esta semana hemos cerrado el último turno planificado en papel.",
        "Los jefes de turno lo pedían desde hacía años.",
    ]
    assert hannah.posts == ["No order, no payment: three months in, it holds."]


def test_other_people_on_the_page_leave_no_trace(lucia, hannah):
    assert "Jordi" not in lucia.model_dump_json()
    assert "Owen" not in hannah.model_dump_json()


def test_the_about_is_whole_and_said_once(lucia):
    assert lucia.about == "Llevo quince años entre almacenes y muelles.\nMe gusta que las cosas salgan a su hora."


def test_a_header_alone_is_enough():
    person = read_profile_text("Ana RuizAna Ruiz\n· 2nd\nHead of Sales at Larkmoor Group\n500+ connections").prospect
    assert (person.full_name, person.title, person.company) == ("Ana Ruiz", "Head of Sales", "Larkmoor Group")


def test_a_job_without_employment_type_behind_a_group_is_its_own():
    person = read_profile_text(
        "Ana Ruiz\nExperiencia\nEnvases Miravent\n4 años\nDirectora de Calidad\n2020 - actualidad\nJefa de turno\n"
        "2018 - 2020\nTécnica de laboratorio\nQuesos Robleal\n2015 - 2018\nEducación\nUniversidad del Duratón"
    ).prospect
    assert [(job.title, job.company) for job in person.experience] == [
        ("Directora de Calidad", "Envases Miravent"),
        ("Jefa de turno", "Envases Miravent"),
        ("Técnica de laboratorio", "Quesos Robleal"),
    ]
    assert person.education == [Education(school="Universidad del Duratón")]
