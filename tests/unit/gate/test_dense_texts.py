"""No text and no profile that the API admits keeps the gate busy for long; what it does not judge it holds back."""

import time
from typing import Any

import pytest

from shared.domain.message import Draft
from shared.gate.gate import Examination, examine
from tests.unit.gate.drafts import BLOCK, PROFILE, context

_DENSE_POSTS = ["La a de 3 años y «hola» en 2016. " * 500] * 8
_ORDINARY_POST = "Este año abrimos {} tiendas en Bilbao y crecimos un {} % con 27 personas en el almacén de Getafe. "
_ORDINARY_POSTS = [(_ORDINARY_POST.format(n + 3, n + 5) * 11)[:1000] for n in range(50)]
_ORDINARY_TEXT = (
    "Leí lo que cuenta de Bilbao. Con 27 almacenes y un 12 % menos de incidencias, ¿cómo reparte los turnos?"
)
_LONGEST_SECONDS = 2.0
"""Four to ten times what these take; before there were bounds they took from three seconds to three minutes."""


@pytest.mark.parametrize(
    ("body", "profile"),
    [
        ("1 de 2 de " * 2000, {"posts": _DENSE_POSTS, "about": "x 1.234,5 %, " * 1400}),
        ("1 de 72 almacenes de " * 20, {"posts": _DENSE_POSTS}),
        ("1 € " * 5000, {}),
        ("1," * 10_000 + " €", {}),
        ("no te regalo 5 €, " * 1100, {}),
        ("hace 3 años " * 1600, {}),
        ("En 2016 entró en Norte y hace más de 3 años. " * 400, {"posts": _DENSE_POSTS}),
        ("«hola qué tal» " * 1300, {"posts": _DENSE_POSTS}),
        (
            " ".join(f"Tiene {n + 1000} almacenes y más de {n} años." for n in range(450)),
            {"posts": [" ".join(f"{n} cosas{n}" for n in range(first, first + 1200)) for first in range(8)]},
        ),
        ("Leí su publicación sobre redes de Bilbao; " * 475, {"about": "Red de Bilbao.\n" * 1300}),
        ("Leí su publicación sobre redes abrir; " * 500, {"about": "Re. Ab. " * 2500}),
    ],
)
def test_no_profile_and_no_text_keep_the_gate_busy(body: str, profile: dict[str, Any]) -> None:
    spent, examination = _timed(body, profile)
    assert spent < _LONGEST_SECONDS
    assert examination.blocked


def test_fifty_ordinary_posts_are_read_at_once() -> None:
    spent, examination = _timed(_ORDINARY_TEXT, {"posts": _ORDINARY_POSTS})
    assert spent < _LONGEST_SECONDS
    assert not examination.blocked


@pytest.mark.parametrize(("piece", "times"), [("27 almacenes. ", 130), ("los turnos del almacén, ", 400)])
def test_what_is_too_dense_is_held_back_with_the_reason_first(piece: str, times: int) -> None:
    _, examination = _timed(piece * times, {})
    grounding = next(check for check in examination.checks if check.name == "grounding")
    assert grounding.verdict is BLOCK
    assert grounding.detail.es.startswith("El texto tiene demasiadas palabras o cifras")
    assert grounding.detail.en.startswith("The text has too many words or figures")
    assert len(grounding.spans) == 1


def test_a_figure_behind_a_dense_beginning_is_not_passed_over() -> None:
    text = "27 almacenes. " * 120
    assert _verdict(text) is not BLOCK
    assert _verdict(text + "Dirige 72 almacenes.") is BLOCK


def _verdict(body: str) -> object:
    return next(check.verdict for check in _timed(body, {})[1].checks if check.name == "grounding")


def _timed(body: str, profile: dict[str, Any]) -> tuple[float, Examination]:
    """The seconds of processor time from the profile to the answer, and the answer."""
    began = time.process_time()
    examination = examine(Draft(body=body), context({**PROFILE, **profile}))
    return time.process_time() - began, examination
