"""LinkedIn's "Save to PDF": two columns become one person, or several."""

import json

import pytest
from fpdf import FPDF

from shared.domain.errors import InvalidInputError
from shared.importing.apart.pdf_profiles import read_pdf_profiles
from tests.unit.importing.profile_pdfs import LUCIA, OWEN, profile_pdf


def people(data):
    return json.loads(read_pdf_profiles(data).content)


def plain_pdf(*lines, size=11):
    pdf = FPDF(unit="pt", format="letter")
    pdf.add_page()
    pdf.set_font("helvetica", size=size)
    for number, line in enumerate(lines):
        pdf.text(60, 60 + number * 16, line)
    return bytes(pdf.output())


def test_a_spanish_profile_is_read_from_both_columns():
    (lucia,) = people(profile_pdf(LUCIA))
    assert lucia == {
        "full_name": "Lucía Ferrer Ibáñez",
        "headline": LUCIA["headline"],
        "location": "Bilbao, País Vasco, España",
        "title": "Directora de Operaciones",
        "company": "Logística Norte",
        "email": "lucia@norte.example",
        "linkedin_url": "www.linkedin.com/in/lucia-ferrer-logistica-0123",
        "about": LUCIA["about"][1],
        "skills": ["Cadena de suministro", "SAP", "Lean"],
        "languages": ["Español", "Inglés"],
        "experience": [
            {
                "title": "Directora de Operaciones",
                "company": "Logística Norte",
                "start": "2020-01",
                "end": None,
                "location": "Bilbao",
                "description": LUCIA["jobs"][0][2][0][3],
            },
            {
                "title": "Jefa de Almacén",
                "company": "Transportes Ebro",
                "start": "2016-03",
                "end": "2019-12",
                "location": "Zaragoza, Aragón, España",
                "description": None,
            },
            {
                "title": "Técnica de Tráfico",
                "company": "Transportes Ebro",
                "start": "2012-11",
                "end": "2016-02",
                "location": None,
                "description": "Rutas del Ebro.",
            },
        ],
        "education": [
            {
                "school": "Universidad del Norte",
                "degree": "Grado en Ingeniería de Organización Industrial, Logística",
                "start": "2008",
                "end": "2012",
            },
            {"school": "Instituto Mayor", "degree": None, "start": None, "end": None},
        ],
    }


def test_an_english_profile_is_read_from_both_columns():
    (owen,) = people(profile_pdf(OWEN))
    assert owen["full_name"] == "Owen Kerr"
    assert (owen["title"], owen["company"]) == ("Head of Procurement", "Northwind")
    assert owen["linkedin_url"] == "www.linkedin.com/in/owen-kerr"
    assert owen["about"] == "I buy steel and I sleep well."
    assert owen["experience"][0]["start"] == "2021-03"
    assert owen["education"] == [
        {"school": "University of Leeds", "degree": "BA, Economics", "start": "2001", "end": "2004"}
    ]


def test_several_profiles_in_one_file_are_several_people():
    read = people(profile_pdf(LUCIA, OWEN, LUCIA))
    assert [person["full_name"] for person in read] == ["Lucía Ferrer Ibáñez", "Owen Kerr", "Lucía Ferrer Ibáñez"]
    assert read[2] == read[0]


def test_a_profile_of_several_pages_is_one_person():
    long = {**LUCIA, "jobs": LUCIA["jobs"] * 6}
    (lucia,) = people(profile_pdf(long))
    assert len(lucia["experience"]) == 18
    assert len(lucia["education"]) == 2


def test_a_job_without_readable_dates_is_not_the_present_one():
    jobs = [("Miravent", None, [("COO", "hace tiempo", None, None)]), *LUCIA["jobs"]]
    (lucia,) = people(profile_pdf({**LUCIA, "jobs": jobs}))
    assert lucia["company"] == "Logística Norte"


def test_a_pdf_in_another_layout_is_read_as_a_pasted_text():
    (ana,) = people(plain_pdf("Ana Ruiz", "CFO en Miravent", "ana@miravent.example"))
    assert ana == {"full_name": "Ana Ruiz", "title": "CFO", "company": "Miravent", "email": "ana@miravent.example"}


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (lambda: profile_pdf(LUCIA, pages_of_nothing=50), "50 páginas"),
        (lambda: profile_pdf(LUCIA, password="secret"), "contraseña"),
        (lambda: profile_pdf(pages_of_nothing=2), "escaneado"),
        (lambda: b"%PDF-1.7\n%\xe2\xe3\n", "dañado"),
        (lambda: profile_pdf(LUCIA)[:900], "dañado"),
        (lambda: plain_pdf("INVOICE 33", "Total 40,00"), "ninguna persona"),
    ],
    ids="51-pages protected scanned junk cut nobody".split(),
)
def test_a_pdf_that_cannot_be_used_is_refused_in_words(made, words):
    with pytest.raises(InvalidInputError) as refused:
        read_pdf_profiles(made())
    assert words in refused.value.sentence.es


def test_a_pdf_that_only_its_owner_may_change_is_read():
    assert people(profile_pdf(OWEN, password=""))[0]["full_name"] == "Owen Kerr"
