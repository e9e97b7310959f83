"""A proof point repeated as a sentence is true, whatever the profile beside it has; told of the reader it is not."""

from typing import Any

import pytest

from tests.unit.gate.drafts import BLOCK, PASS, check, context

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
