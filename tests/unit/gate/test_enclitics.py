"""Imperatives with pronouns behind them, told apart by where they are stressed."""

import pytest

from shared.gate.address.enclitics import address_of_imperative
from shared.gate.address.evidence import Address


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("cuéntame", Address.TU),
        ("contame", Address.VOS),
        ("cuénteme", Address.USTED),
        ("dime", Address.TU),
        ("decime", Address.VOS),
        ("dígame", Address.USTED),
        ("dímelo", Address.TU),
        ("decímelo", Address.VOS),
        ("dígamelo", Address.USTED),
        ("mírame", Address.TU),
        ("mirame", Address.VOS),
        ("contáselo", Address.VOS),
        ("enséñanos", Address.TU),
        ("olvídese", Address.USTED),
        ("pregúntales", Address.TU),
        ("dale", Address.TU_OR_VOS),
        ("dame", Address.TU_OR_VOS),
        ("deme", Address.USTED),
        ("digame", Address.USTED),
        ("mandamelo", Address.TU_OR_VOS),
    ],
)
def test_an_imperative_says_whom_it_speaks_to(written: str, address: Address) -> None:
    assert address_of_imperative(written) is address


@pytest.mark.parametrize(
    "written",
    ["generales", "actuales", "cliente", "parte", "siempre", "vale", "modelo", "cielo", "regla", "dese", "la", ""],
)
def test_other_words_are_no_imperatives(written: str) -> None:
    assert address_of_imperative(written) is not Address.TU
    assert address_of_imperative(written) is not Address.VOS
