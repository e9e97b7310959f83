"""A proof point repeated as a sentence is true, whatever the profile beside it has; told of the reader it is not."""

from itertools import islice
from typing import Any

import pytest

from benchmarks.quality.judging import context_of
from shared.domain.message import CheckVerdict, Draft
from shared.gate.gate import examine
from tests.unit.gate.drafts import BLOCK, PASS, check, context
from tests.unit.gate.told_proofs import Telling, tellings

PROFILE: dict[str, Any] = {
    "full_name": "Irene Vallejo Soto",
    "title": "Directora de Operaciones",
    "company": "Conservas Maruxa",
    "about": "Bajamos un 9 % las horas extra. 38 llamadas de cobro al mes. Atendemos 63 puertos.",
}
PROOFS = (
    "Una láctea de Rafaela redujo un 22 % las horas extra",
    "Una arrendadora redujo 38 % sus llamadas de cobranza",
    "Una harinera de Toluca cubre sus vacantes en 9 días",
    "Una bodega de Cafayate vendió 4.500 cajas en Brasil en su primer año",
    "Ganador del premio Andina Tech 2024",
)


@pytest.mark.parametrize("proof", PROOFS)
@pytest.mark.parametrize("said", ["{}.", "Un caso: {}.", "Le cuento algo.\n\n{}. ¿Le encaja?"])
def test_a_proof_point_said_as_a_sentence_is_true(proof, said):
    body = "Hola, Irene:\n\n" + said.format(proof)
    assert check("grounding", body, context(PROFILE, proof_points=PROOFS)).verdict is PASS


@pytest.mark.parametrize(
    "said",
    [
        "Ustedes redujeron un 22 % las horas extra.",
        "Enhorabuena, ganador del premio Andina Tech 2024.",
        "Una láctea de Rafaela redujo un 32 % las horas extra.",
        "Una láctea de Rafaela redujo un 22 % las horas extra de 40 plantas.",
    ],
)
def test_a_proof_point_that_is_changed_or_told_of_the_reader_proves_nothing(said):
    assert check("grounding", f"Hola, Irene:\n\n{said}", context(PROFILE, proof_points=PROOFS)).verdict is BLOCK


def test_no_proof_point_is_held_back_however_a_message_tells_it():
    """In words of ours around those of the proof; what other checks say to a text of two lines is not asked. A third of
    the tellings is judged, so that all ways stand among them and a busy machine is done in time.
    """
    told = [(one, _grounded(one)) for one in islice(tellings(), None, None, 3)]
    assert len(told) > 1_000
    assert [one.sentence for one, verdict in told if verdict is BLOCK] == []


def _grounded(telling: Telling) -> CheckVerdict:
    within = context_of(telling.case)
    names = {"es": "Hola", "en": "Hello"}
    body = f"{names[telling.case.language.value]}:\n\n{telling.sentence}\n\n{telling.case.sender.name}"
    (verdict,) = (
        one.verdict for one in examine(Draft(subject=None, body=body), within).checks if one.name == "grounding"
    )
    return verdict


@pytest.mark.parametrize(
    "said",
    [
        "Leí que un fondo invirtió en su empresa.",
        "Propongo una prueba en sus 45 almacenes.",
        "Leí que un grupo compró su empresa.",
    ],
)
def test_what_somebody_did_with_what_is_the_reader_s_is_still_a_claim(said):
    assert check("grounding", f"Hola, Irene:\n\n{said}", context(PROFILE, proof_points=PROOFS)).verdict is BLOCK


@pytest.mark.parametrize("words", ["Este año haremos el doble", "Sacamos el descuento y las ventas no se movieron"])
def test_what_stands_in_a_true_quotation_is_the_readers_and_nothing_of_ours(words):
    within = context({**PROFILE, "posts": [f"Cambio de planes. {words}."]}, proof_points=PROOFS)
    assert check("grounding", f"Hola, Irene:\n\nEn su publicación dice: «{words}».", within).verdict is PASS
    assert check("grounding", f"Hola, Irene:\n\nEn su publicación dice: «{words} y más».", within).verdict is BLOCK
