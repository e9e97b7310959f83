"""E-mail addresses in one form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from shared.domain.email_address import canonical_email_address


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("  Lucia.Ferrer@Example.COM ", "lucia.ferrer@example.com"),
        ("mailto:lucia@example.com", "lucia@example.com"),
        ("MAILTO:Lucia@example.com?subject=Hola", "lucia@example.com"),
        ("Lucía Ferrer <lucia@example.com>", "lucia@example.com"),
        ("lucia+ventas@example.com", "lucia+ventas@example.com"),
        ("lucía@example.com", "lucía@example.com"),
        ("ana@ESPAÑA.example", "ana@españa.example"),
        ("ana@xn--espaa-rta.example", "ana@españa.example"),
        ("ana@acme.example", "ana@acme.example"),
    ],
)
def test_an_address_has_one_form(text, address):
    assert canonical_email_address(text) == address


@pytest.mark.parametrize(
    "text",
    [
        "",
        "lucia",
        "lucia@",
        "@example.com",
        "lucia@example",
        "a b@example.com",
        "a@b@example.com",
        "lucia@localhost.local",
        "lucia@[127.0.0.1]",
        "a@example.com, b@example.com",
        "lucia@example..com",
        "lucia@example.com\r\nBcc: x@example.com",
        "x" * 400 + "@example.com",
    ],
)
def test_what_is_no_address_is_refused_without_repeating_it(text):
    with pytest.raises(PydanticCustomError) as refused:
        canonical_email_address(text)
    assert refused.value.type == "email_address"
    assert refused.value.message() == "not an e-mail address"


@given(st.emails() | st.text() | st.text().map("mailto:{}".format) | st.text().map("{}@example.com".format))
def test_any_text_is_refused_or_becomes_an_address_that_stays_as_it_is(text):
    try:
        address = canonical_email_address(text)
    except PydanticCustomError:
        return
    assert canonical_email_address(address) == address
