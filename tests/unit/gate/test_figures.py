"""Figures in digits and in words."""

import pytest

from shared.gate.figures import find_figures
from shared.gate.folding import fold
from shared.gate.words import words_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1.200 personas", [(1200, "", "personas")]),
        ("1,200 people", [(1200, "", "people")]),
        ("1 200 personas", [(1200, "", "personas")]),
        ("mil doscientas personas", [(1200, "", "personas")]),
        ("one thousand two hundred people", [(1200, "", "people")]),
        ("3,5 millones de euros", [(3.5e6, "€", "euros")]),
        ("3.5 M€", [(3.5e6, "€", "")]),
        ("$4.5M", [(4.5e6, "$", "")]),
        ("€1,200.50", [(1200.5, "€", "")]),
        ("62 %", [(62, "%", "")]),
        ("sesenta y dos por ciento", [(62, "%", "")]),
        ("sixty-two percent", [(62, "%", "")]),
        ("un 12,5 % de los pedidos", [(12.5, "%", "pedidos")]),
        ("desde 2019", [(2019, "year", "")]),
        ("2019-2024", [(2019, "year", ""), (2024, "year", "")]),
        ("2.019 camiones", [(2019, "", "camiones")]),
        ("veintiún hoteles", [(21, "", "hoteles")]),
        ("twenty-one hotels", [(21, "", "hotels")]),
        ("treinta y un días", [(31, "", "dias")]),
        ("ciento cinco", [(105, "", "")]),
        ("dos mil quinientos", [(2500, "", "")]),
        ("un millón de clientes", [(1e6, "", "clientes")]),
        ("12k usuarios", [(12000, "", "usuarios")]),
        ("de 10 a 15 días", [(10, "", "dias"), (15, "", "dias")]),
        ("de 2 a 5 turnos", [(2, "", "turnos"), (5, "", "turnos")]),
        ("más de 40 personas", [(40, "", "personas")]),
        ("dos y tres", [(2, "", ""), (3, "", "")]),
    ],
)
def test_a_figure_is_read_with_what_it_counts(text: str, expected: list[tuple[float, str, str]]) -> None:
    assert [(figure.value, figure.unit, figure.noun) for figure in find_figures(fold(text), words_of(text))] == expected


@pytest.mark.parametrize(
    "text",
    ["K8s y B2B", "24/7", "v2.0", "3PL", "un equipo", "a team of one", "mil gracias", "millones de veces", "y o a"],
)
def test_what_states_no_number_is_no_figure(text: str) -> None:
    assert find_figures(fold(text), words_of(text)) == []
