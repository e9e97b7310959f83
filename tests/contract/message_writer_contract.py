"""What every MessageWriter promises, whatever is behind it.

A test module subclasses `MessageWriterContract`, gives it a fixture `writer`, and, where writing calls something
outside, a fixture `calls` that counts these calls.
"""

import re
import unicodedata
from collections.abc import Callable

import pytest

from shared.domain.language import Format, Language, Register
from shared.domain.prospect import Prospect
from shared.domain.writing import WritingRequest
from shared.ports import MessageWriter
from tests.unit.offline_people import request

EVERY_ADDRESS = (
    (Language.ES, Register.TU),
    (Language.ES, Register.USTED),
    (Language.ES, Register.VOS),
    (Language.EN, None),
)

LUCIA = Prospect.model_validate(
    {
        "full_name": "Lucía Ferrer",
        "title": "Directora de Operaciones",
        "company": "Logística Norte, S.A.",
        "location": "Bilbao",
        "linkedin_url": "https://www.linkedin.com/in/lucia-ferrer",
    }
)


each_kind = pytest.mark.parametrize(
    ("format_", "language", "register"), [(format_, *address) for format_ in Format for address in EVERY_ADDRESS]
)
"""Runs a test for every format in every language and register."""


class MessageWriterContract:
    """The promises of `shared.ports.MessageWriter` and of the values that it answers."""

    @pytest.fixture
    def calls(self) -> Callable[[], int]:
        """How often something outside was called so far; none for a writer that calls nothing."""
        return lambda: 0

    @each_kind
    def test_a_subject_comes_with_the_formats_that_have_one_and_with_no_other(
        self, writer: MessageWriter, format_: Format, language: Language, register: Register | None
    ) -> None:
        draft = writer.write(asked(format_, language, register)).draft
        assert (draft.subject is not None) is format_.has_subject
        assert draft.subject != ""

    @each_kind
    def test_a_body_is_written_and_is_nfc(
        self, writer: MessageWriter, format_: Format, language: Language, register: Register | None
    ) -> None:
        draft = writer.write(asked(format_, language, register)).draft
        assert draft.body.strip()
        assert unicodedata.is_normalized("NFC", f"{draft.subject or ''}{draft.body}")

    @each_kind
    def test_a_claim_is_in_the_words_of_the_text_and_rests_on_facts_that_exist(
        self, writer: MessageWriter, format_: Format, language: Language, register: Register | None
    ) -> None:
        given = asked(format_, language, register)
        written = writer.write(given)
        known = {fact.id for fact in given.facts}
        for claim in written.claims:
            assert claim.text in f"{written.draft.subject or ''}\n{written.draft.body}"
            assert set(claim.facts) <= known

    def test_a_writer_says_who_it_is_and_what_it_took(self, writer: MessageWriter) -> None:
        written = writer.write(asked(Format.EMAIL))
        assert written.provider
        assert written.model
        assert min(written.input_tokens, written.output_tokens, written.cost_micros) >= 0
        assert re.fullmatch(r"[A-Z]{3}", written.currency)

    def test_an_estimate_calls_nothing_and_names_the_same_writer(
        self, writer: MessageWriter, calls: Callable[[], int]
    ) -> None:
        before = calls()
        estimate = writer.estimate(asked(Format.EMAIL))
        assert calls() == before
        written = writer.write(asked(Format.EMAIL))
        assert (estimate.provider, estimate.model) == (written.provider, written.model)
        assert estimate.currency == written.currency
        assert min(estimate.input_tokens, estimate.output_tokens, estimate.cost_micros) >= 0


def asked(
    format_: Format, language: Language = Language.ES, register: Register | None = Register.USTED
) -> WritingRequest:
    """A message to Lucía Ferrer."""
    return request(LUCIA, format_, language, register)
