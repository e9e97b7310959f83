"""The check "links"."""

import pytest

from shared.gate.links import find_links
from tests.unit.gate.drafts import BLOCK, PASS, WARN, check, context, marked, verdict

ALLOWED = context(allowed_links=("rutalia.example", "acme.com"))


def hosts(text: str) -> list[str]:
    return [link.host for link in find_links(text)]


@pytest.mark.parametrize(
    ("text", "host", "written"),
    [
        ("Vea https://acme.com/casos.", "acme.com", "https://acme.com/casos"),
        ("(https://acme.com/casos)", "acme.com", "https://acme.com/casos"),
        ("«https://acme.com/a_(b)»,", "acme.com", "https://acme.com/a_(b)"),
        ("HTTP://ACME.COM:8080/x?y=1#z", "acme.com", "HTTP://ACME.COM:8080/x?y=1#z"),
        ("Vea www.acme.com!", "www.acme.com", "www.acme.com"),
        ("Vea acme.com/x, por favor", "acme.com", "acme.com/x"),
        ("En acme.com lo explican", "acme.com", "acme.com"),
        ("blog.acme.co.uk", "blog.acme.co.uk", "blog.acme.co.uk"),
        ("acme.com.mx", "acme.com.mx", "acme.com.mx"),
        ("[casos](https://acme.com/casos)", "acme.com", "https://acme.com/casos"),
        ("acme[.]com", "acme.com", "acme[.]com"),
        ("acme (dot) com", "acme.com", "acme (dot) com"),
        ("acme (punto) com", "acme.com", "acme (punto) com"),
        ("rutalia punto com", "rutalia.com", "rutalia punto com"),
        ("hxxps://acme.com", "acme.com", "hxxps://acme.com"),
        ("https://acme.com@evil.test/x", "evil.test", "https://acme.com@evil.test/x"),
        ("http://192.168.1.7/x", "192.168.1.7", "http://192.168.1.7/x"),
        ("192.168.1.7/x", "192.168.1.7", "192.168.1.7/x"),
        ("http://[2001:db8::1]/x", "[2001:db8::1]", "http://[2001:db8::1]/x"),
        ("http://3232235777/", "3232235777", "http://3232235777/"),
        ("http://xn--80ak6aa92e.com", "xn--80ak6aa92e.com", "http://xn--80ak6aa92e.com"),
        ("https://асme.com", "xn--me-6kc2e.com", "https://асme.com"),
        ("mailto:ana@acme.com", "acme.com", "mailto:ana@acme.com"),
        ("javascript:alert(1)", "", "javascript:alert(1)"),
        ("https:\\\\acme.com", "acme.com", "https:\\\\acme.com"),
    ],
)
def test_a_link_is_found_with_its_host(text: str, host: str, written: str) -> None:
    (link,) = find_links(text)
    assert text[link.start : link.end] == written
    if host:
        assert link.host == host


@pytest.mark.parametrize(
    "text",
    [
        "Usan Node.js, Vue.js y ASP.NET.",
        "Aceros del Sur, S.A. y Lago S.L.U.",
        "S.A. de C.V.",
        "Un 3.5M de ahorro en v2.0 y 1.200 pedidos.",
        "Versión 10.2.1 desde 2024.",
        "ana.gil@acme.com",
        "Escríbame a ana@acme.com.",
        "A las 9.30, p. ej. el lunes.",
        "e.g. this, i.e. that, U.S. and U.K.",
        "Gracias.Me alegro.",
        "Vea informe.pdf y README.md",
        "La burbuja de las empresas punto com",
        "Ratio 1:2 y 24/7",
        "Nota: nada.",
        "Fin...y principio",
        "tel: 600 000 000",
        "etc.).",
    ],
)
def test_what_only_resembles_a_link_is_none(text: str) -> None:
    assert hosts(text) == []


def test_a_link_to_an_allowed_domain_passes() -> None:
    assert verdict("links", "Vea https://rutalia.example/casos", ALLOWED) is PASS
    assert verdict("links", "Vea https://www.acme.com/casos", ALLOWED) is PASS


@pytest.mark.parametrize(
    "text",
    [
        "Vea https://otra.com/casos",
        "Vea otra.com",
        "Vea https://acme.com.otra.com",
        "Vea https://notacme.com",
        "Vea https://acme.co",
        "Escriba a mailto:ana@otra.com",
    ],
)
def test_a_link_outside_the_allowed_domains_blocks(text: str) -> None:
    assert verdict("links", text, ALLOWED) is BLOCK


def test_no_link_is_allowed_where_no_domain_is() -> None:
    assert verdict("links", "Vea https://rutalia.example", context()) is BLOCK


@pytest.mark.parametrize("text", ["Vea bit.ly/3xYz", "https://tinyurl.com/abc", "https://lnkd.in/abc", "www.bit.ly/x"])
def test_a_shortened_link_is_blocked_even_if_its_domain_is_allowed(text: str) -> None:
    within = context(allowed_links=("bit.ly", "tinyurl.com", "lnkd.in"))
    assert verdict("links", text, within) is BLOCK
    assert check("links", text, within).detail.es == "Hay un enlace acortado, que esconde adónde lleva."


@pytest.mark.parametrize(
    "text",
    ["acme[.]com", "hxxp://acme.com", "https://ana@acme.com/", "http://10.0.0.1/", "ftp://acme.com", "acme punto com"],
)
def test_a_disguised_link_blocks_even_to_an_allowed_domain(text: str) -> None:
    assert verdict("links", text, context(allowed_links=("acme.com", "10.0.0.1"))) is BLOCK


def test_one_link_too_many_blocks_and_only_what_is_too_much_is_marked() -> None:
    text = "Vea acme.com/a y acme.com/b."
    assert verdict("links", text, ALLOWED) is BLOCK
    assert marked("links", text, ALLOWED) == ["acme.com/b"]
    assert verdict("links", text, context(allowed_links=("acme.com",), max_links=2)) is PASS


def test_links_of_the_subject_count() -> None:
    within = context(format_="email", allowed_links=("acme.com",), max_links=1)
    assert verdict("links", "Vea acme.com/a", within, subject="acme.com/b") is BLOCK


def test_a_link_in_a_first_mail_warns() -> None:
    assert verdict("links", "Vea acme.com/a", context(format_="email", allowed_links=("acme.com",))) is WARN


def test_a_company_that_is_called_like_an_address_may_be_named() -> None:
    within = context({"full_name": "Ana Gil", "company": "Reservas.com"})
    assert verdict("links", "Vi que Reservas.com crece.", within) is PASS
    assert verdict("links", "Vi reservas.com/oferta", within) is BLOCK


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Vea ｅｖｉｌ．ｃｏｍ hoy", "ｅｖｉｌ．ｃｏｍ"),
        ("Vea evil . com hoy", "evil . com"),
        ("Vea evil .com hoy", "evil .com"),
        ("Vea acme . com hoy", "acme . com"),
        ("Escríbame a x@evil.com hoy", "x@evil.com"),
    ],
)
def test_an_address_in_wide_letters_or_with_spaces_and_a_strange_mailbox_block(text: str, written: str) -> None:
    assert verdict("links", text, ALLOWED) is BLOCK
    assert marked("links", text, ALLOWED) == [written]


def test_a_mailbox_of_an_allowed_domain_or_of_the_facts_is_no_strange_one() -> None:
    assert verdict("links", "Escríbame a marta@rutalia.example.", ALLOWED) is PASS
    within = context({"full_name": "Ana Gil", "about": "Mi buzón es ana@gil.example."})
    assert verdict("links", "Leí que su buzón es ana@gil.example.", within) is PASS


@pytest.mark.parametrize("text", ["Usan .NET y SAP.", "La burbuja de las .com pasó.", "Es así . Como siempre."])
def test_a_stray_space_before_a_dot_makes_no_address(text: str) -> None:
    assert list(find_links(text)) == []
