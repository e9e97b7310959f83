"""Which of a file's own columns give an occasion to write."""

import pytest

from shared.adapters.embedded.offline.occasion import occasion
from shared.adapters.embedded.offline.phrasebook import phrasebook
from shared.domain.language import Language, Register
from shared.domain.message import Fact

SPANISH = phrasebook(Language.ES, Register.TU)
ENGLISH = phrasebook(Language.EN, None)


def fact(heading: str, cell: str) -> Fact:
    return Fact(id="f1", field=f"custom.{heading}", text=cell)


@pytest.mark.parametrize("heading", ["evento", "Evento 2026", "FERIA", "Nombre del congreso", "event_name"])
def test_a_heading_that_names_an_event_gives_an_occasion(heading: str) -> None:
    assert occasion(fact(heading, "SIL 2026"), SPANISH)["event"].text == "SIL 2026"


@pytest.mark.parametrize("heading", ["Lead score", "notas", "CRM owner", "prevento", "origen", "empleados"])
def test_columns_for_the_senders_eyes_give_none(heading: str) -> None:
    assert occasion(fact(heading, "SIL 2026"), SPANISH) == {}


@pytest.mark.parametrize(
    "cell",
    [
        "sí",
        "no",
        "pendiente de confirmar",
        "https://feria.example",
        "Habló con Juan; llamar!",
        "Le interesa mucho la automatización de almacenes y quiere que le llamemos en enero",
        "",
    ],
)
def test_a_cell_that_reads_like_a_remark_gives_none(cell: str) -> None:
    assert occasion(fact("evento", cell), SPANISH) == {}


def test_an_event_takes_the_article_of_its_noun_and_contracts_with_de() -> None:
    slots = occasion(fact("evento", "Congreso Nacional de Logística"), SPANISH)
    assert slots["event"].text == "el Congreso Nacional de Logística"
    assert slots["of_event"].text == "del Congreso Nacional de Logística"
    assert occasion(fact("feria", "Feria del Envase"), SPANISH)["of_event"].text == "de la Feria del Envase"
    assert occasion(fact("event", "European Supply Summit"), ENGLISH)["event"].text == "the European Supply Summit"


def test_the_claim_is_the_name_as_the_file_has_it() -> None:
    claims = occasion(fact("evento", "Congreso Nacional de Logística"), SPANISH)["event"].claims
    assert [(claim.text, claim.facts) for claim in claims] == [("Congreso Nacional de Logística", ("f1",))]


@pytest.mark.parametrize(
    ("heading", "shown"),
    [
        ("ponencia", "la ponencia «Almacenes sin papel»"),
        ("proyecto", "el proyecto «Almacenes sin papel»"),
        ("premio", "el premio «Almacenes sin papel»"),
        ("artículo", "el artículo «Almacenes sin papel»"),
    ],
)
def test_talks_projects_awards_and_articles_are_named_in_quotes(heading: str, shown: str) -> None:
    assert occasion(fact(heading, "Almacenes sin papel"), SPANISH)["event"].text == shown
