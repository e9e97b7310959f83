from datetime import date

import pytest

from shared.adapters.google.gemini_prices import gemini_prices

BEFORE, AFTER = date(2026, 12, 31), date(2027, 1, 1)


def test_the_default_model_has_a_price() -> None:
    prices = gemini_prices()
    assert prices.default_model in prices.models


def test_prices_are_per_million_tokens() -> None:
    assert gemini_prices().cost_micros("gemini-3.8-flash", 1_000_000, 0, BEFORE) == 750_000
    assert gemini_prices().cost_micros("gemini-3.8-flash", 0, 1_000_000, BEFORE) == 3_750_000


def test_an_introductory_price_ends_on_its_day() -> None:
    before, after = (gemini_prices().cost_micros("gemini-3.8-flash", 1000, 1000, day) for day in (BEFORE, AFTER))
    assert after == 2 * before


def test_a_part_of_a_millionth_is_rounded_up() -> None:
    assert gemini_prices().cost_micros("gemini-3.8-flash", 1, 0, BEFORE) == 1
    assert gemini_prices().cost_micros("gemini-3.8-flash", 0, 0, BEFORE) == 0


def test_a_day_before_the_first_price_has_the_first_price() -> None:
    prices = gemini_prices()
    assert prices.cost_micros("gemini-3.8-flash", 4, 0, date(2020, 1, 1)) == 3


@pytest.mark.parametrize("day", [BEFORE, AFTER])
def test_a_model_that_nobody_priced_costs_as_much_as_the_dearest(day: date) -> None:
    prices = gemini_prices()
    dearest = max(prices.cost_micros(name, 500, 500, day) for name in prices.models)
    assert prices.cost_micros("gemini-9-new", 500, 500, day) == dearest


def test_prices_are_in_the_order_of_their_days() -> None:
    for model in gemini_prices().models.values():
        days = [price.starts for price in model.prices]
        assert days == sorted(set(days))
