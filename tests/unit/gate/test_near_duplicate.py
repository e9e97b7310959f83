"""When two messages say the same, and when they only look it."""

import pytest

from shared.domain.message import Draft
from shared.gate.context import GateContext, Neighbour
from shared.gate.likeness import NEAR, asked_keys, likeness, own_shingles
from shared.gate.reading import body_of
from tests.unit.gate.drafts import PASS, WARN, check, context, marked, verdict

OTHER_PROFILE = {"full_name": "Iker Solana", "title": "Jefe de Planta", "company": "Envases Guadalhorce, S.A."}
OURS = ("una llamada de quince minutos",)
HERS = (
    "Hola, Lucía:\n\nEscribo por su trabajo como directora de operaciones en Logística Norte. En muchos almacenes el"
    " retraso se descubre cuando ya ha llamado el cliente, y en 2 de cada 5 rutas. Redujimos un 18 % los plazos de"
    " entrega de 14 operadores. ¿Le encajaría una llamada de quince minutos?"
)
HIS = (
    HERS.replace("Lucía", "Iker")
    .replace("directora de operaciones", "jefe de planta")
    .replace("Logística Norte", "Envases Guadalhorce")
    .replace("2 de cada 5", "3 de cada 8")
)
HIS_OWN = (
    "Hola, Iker:\n\nEn Envases Guadalhorce quizá reconozca esta situación: los cambios de formato paran la línea y"
    " nadie sabe cuánto cuestan. ¿Lo miden por turno o por pedido? Redujimos un 18 % los plazos de entrega de 14"
    " operadores. ¿Le encajaría una llamada de quince minutos?"
)


def beside(body: str, *, in_batch: bool = True) -> GateContext:
    """Lucía's context beside a message to Iker."""
    other = Neighbour("iker", body, context(OTHER_PROFILE).facts, in_batch)
    return context(ours=OURS, similar=(other,))


def degree(one: str, other: str, language: str = "es") -> float:
    here, there = context(ours=OURS, language=language), context(OTHER_PROFILE, ours=OURS, language=language)
    return likeness(
        own_shingles(body_of(Draft(body=one)), here.facts, OURS),
        own_shingles(body_of(Draft(body=other)), there.facts, OURS),
    )


def test_the_same_but_for_names_title_company_and_figures_is_the_same() -> None:
    assert degree(HERS, HIS) == 1


def test_a_few_other_words_do_not_make_another_message() -> None:
    changed = HIS.replace("Escribo por", "Le escribo por").replace("En muchos almacenes", "En bastantes almacenes")
    assert NEAR <= degree(HERS, changed) < 1


def test_one_pitch_and_structure_around_another_opener_and_problem_is_another_message() -> None:
    assert degree(HERS, HIS_OWN) < 0.2


@pytest.mark.parametrize(
    ("kept", "written"),
    [
        (
            "Escribo por su trabajo como jefe de planta en Envases Guadalhorce.",
            "Los cambios de formato paran la línea y nadie sabe cuánto cuestan al mes ni a quién preguntar.",
        ),
        (
            "Quizá esto le resulte conocido, porque pasa en todas las plantas que he visto:",
            "en muchos almacenes el retraso se descubre cuando ya ha llamado el cliente, y en 2 de cada 5 rutas.",
        ),
    ],
)
def test_an_opener_or_a_problem_alone_in_common_is_not_near(kept: str, written: str) -> None:
    assert degree(HERS, f"Hola, Iker: {kept} {written} ¿Lo hablamos?") < NEAR


def test_english_messages_are_compared_alike() -> None:
    one = (
        "Hi Lucía,\n\nYour work as Directora de Operaciones at Logística Norte is why I write: most delays are found"
        " out when the customer has already called. Do you see that too?"
    )
    other = (
        "Hi Iker,\n\nYour work as Jefe de Planta at Envases Guadalhorce is why I write: most delays are found"
        " out when the customer has already called. Do you see that too?"
    )
    assert degree(one, other, "en") == 1


def test_what_we_say_to_everybody_is_not_compared() -> None:
    alone = "Hola, Lucía: redujimos un 18 % los plazos de entrega de 14 operadores. ¿Una llamada de quince minutos?"
    assert degree(alone, alone.replace("Lucía", "Iker")) == 0


def test_a_near_duplicate_warns_and_says_which_the_other_one_is_without_a_name() -> None:
    of_batch = check("near_duplicate", HERS, beside(HIS))
    assert (of_batch.verdict, of_batch.detail.es, of_batch.detail.en) == (
        WARN,
        "Se parece mucho a otro mensaje de este lote.",
        "It is much like another message of this batch.",
    )
    to_company = check("near_duplicate", HERS, beside(HIS, in_batch=False)).detail
    assert to_company.es == "Se parece mucho a otro mensaje a la misma empresa."


def test_what_is_the_same_is_marked_and_what_is_ours_or_different_is_not() -> None:
    text = HIS.replace("ya ha llamado", "lleva una hora llamando")
    spans = marked("near_duplicate", HERS, beside(text))
    assert any("retraso se descubre cuando" in span for span in spans)
    assert not any("ya ha llamado" in span or "Redujimos un 18 % los plazos" in span for span in spans)


def test_the_nearest_of_several_is_named() -> None:
    similar = (
        Neighbour("ana", HIS.replace("ya ha llamado", "lleva una hora llamando"), context().facts, in_batch=True),
        *beside(HIS).similar,
    )
    assert check("near_duplicate", HERS, context(ours=OURS, similar=similar)).refers_to == "iker"


def test_another_message_and_no_neighbour_at_all_pass() -> None:
    assert verdict("near_duplicate", HERS, beside(HIS_OWN)) is PASS
    assert verdict("near_duplicate", HERS, beside("")) is PASS
    assert verdict("near_duplicate", HERS) is PASS


def asked(body: str, within: GateContext) -> tuple[str, ...]:
    return asked_keys(own_shingles(body_of(Draft(body=body)), within.facts, OURS))


def test_texts_too_short_to_tell_have_no_key_and_are_not_compared() -> None:
    short = "Hola, Lucía: ¿lo hablamos?"
    assert asked(short, context()) == ()
    assert verdict("near_duplicate", short, beside(short)) is PASS


def test_a_message_is_kept_by_a_key_that_its_near_duplicates_ask_for() -> None:
    keys = asked(HERS, context())
    assert asked(HIS, context(OTHER_PROFILE))[0] in keys
    assert asked(HIS_OWN, context(OTHER_PROFILE))[0] not in keys
    assert 0 < len(keys) <= 30  # what a query takes


def test_keys_are_the_same_in_every_process() -> None:
    assert asked(HERS, context())[0] == "057537490f8fbcbf"
