"""The words by which a message is found again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.message_words import (
    MAX_WORDS,
    begins_all,
    company_key,
    lookup_strings,
    lookup_word,
    search_words,
    words_of,
)

NAMES = st.lists(st.sampled_from("Lucía Luz Fernando Fernández Ana Li Sá Inés Núñez-Díaz de la".split()), max_size=3)
COMPANIES = st.lists(st.sampled_from("Norte Nordés Log Luz Li SL GmbH del".split()), max_size=2)


@pytest.mark.parametrize(
    "typed", ["nunez", "Núñ", "logística", "LOGIS", "ferrer log", "nunez-diaz", "norte", "ferrer de logistica"]
)
def test_a_message_is_found_by_beginnings_of_words_whatever_their_accents(typed: str) -> None:
    name, company = "Lucía Ferrer Núñez-Díaz", "Logística del Norte, S.L."
    words = [word for word in words_of(typed) if word != "de"]
    assert all(lookup_word(word) in search_words(name, company) for word in words)
    assert begins_all(words, name, company)


@given(NAMES.map(" ".join), COMPANIES.map(" ".join), st.data())
def test_whatever_beginnings_of_its_words_are_typed_a_message_has_the_string_that_is_looked_up(
    name: str, company: str, data: st.DataObject
) -> None:
    words = [word for word in words_of(f"{name} {company}") if word not in ("sl", "gmbh")]
    typed = [
        word[: data.draw(st.integers(1, len(word)))]
        for word in data.draw(st.lists(st.sampled_from(words), max_size=4) if words else st.just([]))
    ]
    assert set(lookup_strings(typed)) <= set(search_words(name, company))


@pytest.mark.parametrize(
    ("typed", "looked_up"),
    [
        ("lucia ferrer", ["ferr luci"]),
        ("ferrer lucia", ["ferr luci"]),
        ("ana lucia ferrer", ["ferr luci"]),
        ("lucia norte sl", ["luci nort"]),
        ("lucia ferrer norte", ["ferr luci", "ferr nort", "luci nort"]),
        ("ana ferrer", ["ferre", "ana"]),
        ("fernando fernandez", ["ferna", "ferna"]),
        ("lu ferrer", ["ferre", "lu"]),
        ("de la", []),
        ("", []),
    ],
)
def test_two_words_are_looked_up_together_unless_one_word_may_be_meant_by_both(
    typed: str, looked_up: list[str]
) -> None:
    assert lookup_strings(words_of(typed)) == looked_up


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
