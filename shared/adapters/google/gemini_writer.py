"""The message writer behind Gemini, through google-genai, by API key or by the program's own identity.

Importing this module costs what the whole SDK costs (about 0.4 s), so it is imported only where it was chosen.
It logs nothing: what goes through it is personal.
"""

import math
import time
from collections.abc import Mapping

import stamina
from google.genai import types

from shared.adapters.google.gemini_answers import read_answer
from shared.adapters.google.gemini_connection import Access, GeminiConnection
from shared.adapters.google.gemini_errors import FAILURES, TIMED_OUT, CallFailedError, call_failed
from shared.adapters.google.gemini_prices import gemini_prices
from shared.adapters.google.gemini_request import (
    OUTPUT_TOKENS,
    THINKING_TOKENS,
    configuration,
    material,
    system_instruction,
)
from shared.domain.errors import UpstreamTimeoutError
from shared.domain.language import Format, Language
from shared.domain.text import utf16_length
from shared.domain.writing import WritingEstimate, WritingRequest, Written
from shared.ports import Clock

PROVIDER = "gemini"

_ATTEMPTS = 3
_LEAST_SHARE_LEFT = 0.25
"""A further attempt needs at least this share of the deadline, or it only spends money on an answer that comes late."""

_CHARACTERS_PER_TOKEN = {Language.ES: 3.5, Language.EN: 4.0}
"""Rules of thumb, not calibrated: Google's documentation says about 4 characters for English; Spanish takes more."""

_TYPICAL_SHARE_OF_CAP = 1 / 3
"""How much of its caps a good answer takes; see OUTPUT_TOKENS."""


class GeminiWriter:
    """A MessageWriter. Safe for any number of threads."""

    def __init__(
        self,
        access: Access,
        clock: Clock,
        model: str | None = None,
        retry_within_request: bool = False,
        output_tokens: Mapping[Format, int] = OUTPUT_TOKENS,
    ) -> None:
        """Connect to `model`, by default the one that the price table names.

        `retry_within_request` repeats a call that failed for a passing reason, within the request's deadline: on for
        a person who waits, off in a task, whose queue retries. `output_tokens` caps answers by format, thinking apart.
        """
        self._connection = GeminiConnection(access)
        self._clock = clock
        self._prices = gemini_prices()
        self._model = model or self._prices.default_model
        self._thinking = self._prices.thinking_of(self._model)
        self._output_tokens = output_tokens
        self._retries = retry_within_request

    def write(self, request: WritingRequest) -> Written:
        """Write the message within the request's deadline; see `shared.ports.MessageWriter`."""
        try:
            response = self._called(request)
        except CallFailedError as failed:
            raise failed.error from None
        draft, claims = read_answer(response, request)
        usage = response.usage_metadata or types.GenerateContentResponseUsageMetadata()
        input_tokens = usage.prompt_token_count or 0
        output_tokens = (usage.candidates_token_count or 0) + (usage.thoughts_token_count or 0)
        return Written(
            draft=draft,
            claims=claims,
            provider=PROVIDER,
            model=self._model,
            input_tokens=input_tokens,
            output_tokens=output_tokens,
            cost_micros=self._cost_micros(input_tokens, output_tokens),
            currency=self._prices.currency,
        )

    def estimate(self, request: WritingRequest) -> WritingEstimate:
        """Tokens from the number of characters, by rules of thumb; money from the price table. Calls nothing."""
        characters = utf16_length(system_instruction(request)) + utf16_length(material(request))
        input_tokens = math.ceil(characters / _CHARACTERS_PER_TOKEN[request.language])
        cap = self._output_tokens[request.format] + THINKING_TOKENS[self._thinking]
        output_tokens = math.ceil(cap * _TYPICAL_SHARE_OF_CAP)
        return WritingEstimate(
            provider=PROVIDER,
            model=self._model,
            input_tokens=input_tokens,
            output_tokens=output_tokens,
            cost_micros=self._cost_micros(input_tokens, output_tokens),
            currency=self._prices.currency,
        )

    def _called(self, request: WritingRequest) -> types.GenerateContentResponse:
        """The model's response, after up to _ATTEMPTS calls where retries are on, after exactly one where not."""
        total = request.deadline_seconds
        if not self._retries:
            return self._call(request, total)
        deadline = time.monotonic() + total

        def worth_another(failure: Exception) -> bool | float:
            if not isinstance(failure, CallFailedError) or not failure.transient:
                return False
            left = deadline - time.monotonic() - (failure.retry_after_seconds or 0)
            return left >= total * _LEAST_SHARE_LEFT and (failure.retry_after_seconds or True)

        for attempt in stamina.retry_context(
            on=worth_another,
            attempts=_ATTEMPTS,
            timeout=None,
            wait_initial=total / 60,
            wait_max=total / 12,
            wait_jitter=total / 60,
        ):
            with attempt:
                return self._call(request, deadline - time.monotonic())
        raise AssertionError("stamina either returns or raises")

    def _call(self, request: WritingRequest, seconds: float) -> types.GenerateContentResponse:
        """One HTTP call that takes at most `seconds`."""
        if seconds <= 0:
            raise UpstreamTimeoutError(TIMED_OUT)
        contents = material(request)
        config = configuration(request, self._thinking, self._output_tokens[request.format], seconds)
        client = self._connection.client()
        try:
            return client.models.generate_content(model=self._model, contents=contents, config=config)
        except FAILURES as failure:
            raise call_failed(failure, self._connection.by_identity) from None

    def _cost_micros(self, input_tokens: int, output_tokens: int) -> int:
        today = self._clock.now().date()
        return self._prices.cost_micros(self._model, input_tokens, output_tokens, today)
