"""The words by which a message is found again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.message_words import MAX_WORDS, begins_all, company_key, lookup_word, search_words, words_of


@pytest.mark.parametrize(
    "typed", ["nunez", "Núñ", "logística", "LOGIS", "ferrer log", "nunez-diaz", "norte", "ferrer de logistica"]
)
def test_a_message_is_found_by_beginnings_of_words_whatever_their_accents(typed: str) -> None:
    name, company = "Lucía Ferrer Núñez-Díaz", "Logística del Norte, S.L."
    words = [word for word in words_of(typed) if word != "de"]
    assert all(lookup_word(word) in search_words(name, company) for word in words)
    assert begins_all(words, name, company)


def test_a_word_that_neither_name_nor_company_begins_with_finds_nothing() -> None:
    assert not begins_all(words_of("ferrer sur"), "Lucía Ferrer", "Logística Norte")


@given(st.text(max_size=200), st.none() | st.text(max_size=200))
def test_every_word_that_is_kept_is_found_by_each_of_its_beginnings(name: str, company: str | None) -> None:
    kept = search_words(name, company)
    assert len(kept) <= MAX_WORDS
    for word in kept:
        looked_up = [lookup_word(word[:size]) for size in range(1, len(word) + 1)]
        assert all(one is None or one in kept or len(word) > 5 for one in looked_up)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Logística Norte, S.L.", "LOGISTICA NORTE SL"),
        ("Acme GmbH", "acme"),
        ("Transportes García S.A.", "Transportes Garcia, SA"),
    ],
)
def test_two_spellings_of_a_company_have_one_key(one: str, other: str) -> None:
    assert company_key(one) == company_key(other) is not None


def test_a_company_that_is_called_like_a_legal_form_keeps_its_name() -> None:
    assert company_key("SAS") == "sas"
    assert company_key(None) is None
