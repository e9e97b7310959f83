"""OfflineWriter keeps the port's promises, and its own: no limit exceeded, nothing spent, the same every time."""

import pytest

from shared.adapters.embedded.offline_writer import OfflineWriter
from shared.domain.language import Format, Language, LinkedinTier, Register
from shared.domain.text import utf16_length
from tests.contract.message_writer_contract import LUCIA, MessageWriterContract, asked, each_kind
from tests.unit.offline_people import operations_people, request


class TestOfflineWriter(MessageWriterContract):
    @pytest.fixture
    def writer(self) -> OfflineWriter:
        return OfflineWriter()

    @each_kind
    def test_no_text_exceeds_its_limit_or_the_advised_length(
        self, writer: OfflineWriter, format_: Format, language: Language, register: Register | None
    ) -> None:
        for person in operations_people(40):
            given = request(person, format_, language, register)
            draft = writer.write(given).draft
            assert utf16_length(draft.body) <= min(given.limits.body, given.limits.advised)
            assert utf16_length(draft.subject or "") <= (given.limits.subject or 0)

    def test_a_premium_note_stays_within_the_advised_length_too(self, writer: OfflineWriter) -> None:
        given = request(LUCIA, Format.LINKEDIN_NOTE, tier=LinkedinTier.PREMIUM)
        assert utf16_length(writer.write(given).draft.body) <= 200

    def test_it_is_named_offline_and_takes_no_tokens_and_no_money(self, writer: OfflineWriter) -> None:
        written = writer.write(asked(Format.EMAIL))
        assert (written.provider, written.model) == ("offline", "offline-1")
        assert written.input_tokens == written.output_tokens == written.cost_micros == 0

    @each_kind
    def test_the_same_request_gives_the_same_message(
        self, writer: OfflineWriter, format_: Format, language: Language, register: Register | None
    ) -> None:
        given = asked(format_, language, register)
        assert writer.write(given) == OfflineWriter().write(given)
