"""Pasted text with one person or several."""

import pytest

from shared.domain.errors import InvalidInputError
from shared.importing.people_text import open_people_text

PAGE = """{name}
{name}
· 2nd
{headline}
Bilbao, País Vasco, España · Contact info
500+ connections
About
{about}
Experience
{title}
{company} · Full-time
Jan 2020 - Present · 6 yrs
Education
Universidad del Norte
2008 - 2012
"""
ANA = PAGE.format(
    name="Ana Ruiz", headline="CFO at Miravent", about="Cierro el mes en tres días.", title="CFO", company="Miravent"
)
OWEN = PAGE.format(
    name="Owen Kerr", headline="Buyer at Northwind", about="I buy steel.", title="Buyer", company="Northwind"
)


def people(text):
    rows = list(open_people_text(text).rows())
    assert all(row.usable for row in rows)
    return [(row.prospect.full_name, row.prospect.company) for row in rows]


BOTH = [("Ana Ruiz", "Miravent"), ("Owen Kerr", "Northwind")]


@pytest.mark.parametrize(
    "text",
    [
        f"{ANA}\n---\n{OWEN}",
        f"{ANA}{OWEN}",
        f"{ANA}\r\n\r\n=====\r\n{OWEN}",
        "Ana Ruiz, CFO en Miravent\nOwen Kerr, Buyer at Northwind\n",
        "Ana Ruiz\nCFO\nMiravent\n\nOwen Kerr\nBuyer\nNorthwind\n",
        "Nombre: Ana Ruiz\nEmpresa: Miravent\n\nNombre: Owen Kerr\nEmpresa: Northwind",
        "Nombre\tEmpresa\nAna Ruiz\tMiravent\nOwen Kerr\tNorthwind\n",
        "Nombre;Empresa\nAna Ruiz;Miravent\nOwen Kerr;Northwind\n",
        '[{"name": "Ana Ruiz", "company": "Miravent"}, {"name": "Owen Kerr", "company": "Northwind"}]',
    ],
    ids="ruled marked windows lines blocks labels tabs semicolons json".split(),
)
def test_several_people_are_told_apart(text):
    assert people(text) == BOTH


@pytest.mark.parametrize(
    "text",
    [
        ANA,
        f"\n\n{ANA}\n\n\nCierro el mes.\n\nY el año.",
        "Ana Ruiz, CFO en Miravent",
        "Ana Ruiz\n\nCFO en Miravent\n\nana@miravent.example",
        "Un saludo,\n\nAna Ruiz\nCFO en Miravent\nana@miravent.example",
    ],
    ids="page page-with-gaps line gaps signature".split(),
)
def test_one_person_stays_one(text):
    assert people(text) == BOTH[:1]


@pytest.mark.parametrize("text", ["", " \n\t", "\ufeff", "esto no es nadie", "—"])
def test_a_text_with_nobody_in_it_is_refused(text):
    with pytest.raises(InvalidInputError):
        open_people_text(text)
