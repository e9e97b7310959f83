"""Ranges of dates as profiles write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.importing.date_ranges import is_duration, read_range


@pytest.mark.parametrize(
    ("line", "start", "end"),
    [
        ("ene. 2020 - actualidad · 5 años 2 meses", "2020-01", None),
        ("Jan 2020 - Present · 5 yrs 2 mos", "2020-01", None),
        ("Jan 2020 to Present", "2020-01", None),
        ("mar. 2016 – dic. 2019 · 3 años 10 meses", "2016-03", "2019-12"),
        ("septiembre de 2016 a diciembre de 2019", "2016-09", "2019-12"),
        ("2005 - 2010", "2005", "2010"),
        ("2005–2010", "2005", "2010"),
        ("2005-2010", "2005", "2010"),
        ("2019 - hoy", "2019", None),
        ("03/2018 - 04/2020 (2 años)", "2018-03", "2020-04"),
    ],
)
def test_a_range_has_two_ends_and_the_present_is_none(line, start, end):
    assert read_range(line) == (start, end)


@pytest.mark.parametrize(
    "line",
    ["2020", "2020-01", "de lunes a viernes", "Madrid - Barcelona", "2020 - pronto", "actualidad - 2020", "1 a 2", ""],
)
def test_what_has_no_two_dates_is_no_range(line):
    assert read_range(line) is None


@pytest.mark.parametrize(
    "text", ["7 años 3 meses", "7 yrs 3 mos", "1 año", "11 mos", "2 years", "8 meses", "less than a year"]
)
def test_a_length_of_time_is_a_duration(text):
    assert is_duration(text)


@pytest.mark.parametrize("text", ["", "años", "7", "7 años en Miravent", "Jornada completa"])
def test_other_text_is_no_duration(text):
    assert not is_duration(text)


@given(st.text())
def test_any_line_is_a_range_or_none(line):
    found = read_range(line)
    assert found is None or found.start
