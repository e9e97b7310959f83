"""Advertising, flattery and stock phrases are warned of; facts and quotations may hold them."""

import pytest

from shared.domain.workspace import AdvisoryCheck
from shared.gate.rules import ADVISORY
from tests.unit.gate.drafts import PASS, PROFILE, WARN, check, context, examined, marked, verdict


@pytest.mark.parametrize(
    ("body", "phrase"),
    [
        ("Buenos días, Lucía: una oferta exclusiva para usted.", "oferta exclusiva"),
        ("Buenos días, Lucía: me ha impresionado su trayectoria.", "me ha impresionado su trayectoria"),
        ("Buenos días, Lucía, espero que esté bien.", "espero que esté bien"),
        ("Buenos días, Lucía: vi su perfil y quise escribirle.", "vi su perfil"),
        ("Hi Lucía, I hope this finds you well.", "I hope this finds you well"),
        ("Hi Lucía, I came across your profile.", "I came across your profile"),
        ("Hi Lucía, your impressive career made me write.", "your impressive"),
        ("Hi Lucía, this is a game-changer, act now.", "game-changer"),
    ],
)
def test_a_cliche_is_warned_of_and_marked(body: str, phrase: str) -> None:
    assert verdict("cliches", body) is WARN
    assert marked("cliches", body)[0] == phrase


@pytest.mark.parametrize(
    ("body", "spanish", "english"),
    [
        ("Hi Lucía, act now.", "Suena a publicidad", "It sounds like advertising"),
        ("Lucía: me ha impresionado su trayectoria.", "Halaga", "It flatters"),
        ("Hi Lucía, I hope this finds you well.", "Usa una frase hecha", "It uses a stock phrase"),
    ],
)
def test_the_warning_says_of_which_sort_it_is_in_both_languages(body: str, spanish: str, english: str) -> None:
    detail = check("cliches", body).detail
    assert detail.es.startswith(spanish)
    assert detail.en.startswith(english)


@pytest.mark.parametrize(
    "body",
    [
        "Buenos días, Lucía: leí lo del cross-docking. ¿Cómo lo mide?",
        "Hi Lucía, which of the 27 warehouses is slowest?",
        "Buenos días, Lucía: usted escribe «actúa ya» y me hizo gracia.",
        "Buenos días, Lucía: espero que el muelle nuevo aguante.",
    ],
)
def test_an_ordinary_message_is_not(body: str) -> None:
    assert verdict("cliches", body) is PASS


def test_a_product_that_is_called_so_is_no_cliche() -> None:
    within = context(PROFILE | {"company": "Act Now Logistics"})
    assert verdict("cliches", "Hi Lucía, how is Act Now Logistics?", within) is PASS


def test_a_workspace_may_switch_the_check_off() -> None:
    found = examined("Buenos días, Lucía: vi su perfil.", context(switched_off=frozenset({"cliches"}))).checks
    assert "cliches" not in {check.name for check in found}


def test_a_workspace_can_switch_off_every_check_that_only_warns_and_no_other() -> None:
    assert {str(check) for check in AdvisoryCheck} == {rule.NAME for rule in ADVISORY}
