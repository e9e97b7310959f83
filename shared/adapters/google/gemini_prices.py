"""What Gemini's models cost and how little they can be made to think: the dated table beside this file."""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, Field

_TABLE = Path(__file__).with_name("gemini_prices.json")
_MILLION = 1_000_000

Thinking = Literal["low", "minimal"]
"""The least thinking that a model accepts. Thinking tokens count as output, in price and against the cap."""


class Price(BaseModel):
    """A price from a day on, in millionths of the currency per million tokens."""

    starts: date = Field(alias="from")
    input: int
    output: int

    def cost_micros(self, input_tokens: int, output_tokens: int) -> int:
        """What so many tokens cost, in millionths of the currency, rounded up."""
        return -(-(input_tokens * self.input + output_tokens * self.output) // _MILLION)


class Model(BaseModel):
    """One model; its prices in the order of their first days."""

    thinking: Thinking
    prices: list[Price] = Field(min_length=1)

    def price_on(self, day: date) -> Price:
        """The price in force on `day`; the first one before that."""
        begun = [price for price in self.prices if price.starts <= day]
        return begun[-1] if begun else self.prices[0]


class GeminiPrices(BaseModel):
    """The table, as of `compiled_on`."""

    compiled_on: date
    currency: str
    default_model: str
    models: dict[str, Model]

    def cost_micros(self, model: str, input_tokens: int, output_tokens: int, day: date) -> int:
        """What a call costs in millionths of `currency`.

        A model that the table does not know is charged at the dearest price that it does know: a budget may then
        stop too early, never too late.
        """
        known = self.models.get(model)
        candidates = [known] if known else list(self.models.values())
        return max(each.price_on(day).cost_micros(input_tokens, output_tokens) for each in candidates)

    def thinking_of(self, model: str) -> Thinking:
        """The least thinking to ask of `model`; for an unknown one "low", which all Gemini 3 models accept."""
        known = self.models.get(model)
        return known.thinking if known else "low"


@cache
def gemini_prices() -> GeminiPrices:
    """The table that comes with the product."""
    return GeminiPrices.model_validate_json(_TABLE.read_bytes())
