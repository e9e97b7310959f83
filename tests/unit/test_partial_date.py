"""Months and years, however profiles and exports write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from shared.domain.partial_date import canonical_partial_date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2024", "2024"),
        ("2024-03", "2024-03"),
        (" 2024-3 ", "2024-03"),
        ("2024/03", "2024-03"),
        ("03/2024", "2024-03"),
        ("3-2024", "2024-03"),
        ("2024-03-15", "2024-03"),
        ("2024-03-15T10:20:30Z", "2024-03"),
        ("2024-03-15 10:20:30+01:00", "2024-03"),
        ("mar 2024", "2024-03"),
        ("ene. 2020", "2020-01"),
        ("sept. de 2020", "2020-09"),
        ("Marzo de 2024", "2024-03"),
        ("15 de marzo de 2024", "2024-03"),
        ("March 2024", "2024-03"),
        ("MAR, 2024", "2024-03"),
        ("12 Mar 2024", "2024-03"),
        ("12-Mar-2024", "2024-03"),
        ("March 15, 2024", "2024-03"),
        ("3rd March 2024", "2024-03"),
        ("15/03/2024", "2024-03"),
        ("03/15/2024", "2024-03"),
        ("04/04/2024", "2024-04"),
    ],
)
def test_a_date_is_kept_as_a_month_or_a_year(text, date):
    assert canonical_partial_date(text) == date


def test_of_a_day_and_month_that_cannot_be_told_apart_only_the_year_is_kept():
    assert canonical_partial_date("03/04/2024") == "2024"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "24",
        "2024-13",
        "13/2024",
        "0000",
        "1850",
        "3000",
        "hace tres años",
        "actualidad",
        "foo 2024",
        "2024-03-15x",
        "٢٠٢٤",
        "20240315",
        "5 años",
        "2020 - 2024",
        "2024" * 30,
    ],
)
def test_what_is_no_date_is_refused(text):
    with pytest.raises(PydanticCustomError) as refused:
        canonical_partial_date(text)
    assert refused.value.type == "partial_date"


@given(st.text() | st.dates().map(str) | st.text("0123456789-/. tmar", max_size=12))
def test_any_text_is_refused_or_becomes_a_date_that_stays_as_it_is(text):
    try:
        date = canonical_partial_date(text)
    except PydanticCustomError:
        return
    assert canonical_partial_date(date) == date
