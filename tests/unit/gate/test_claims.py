"""What a text says about the person or about us, and what the facts say to it."""

from itertools import pairwise

import pytest

from shared.domain.message import Claim, ClaimVerdict
from shared.domain.writing import WrittenClaim
from tests.unit.gate.drafts import context, examined, sliced


def claims(body: str, *listed: WrittenClaim) -> dict[str, Claim]:
    return {claim.text: claim for claim in examined(body, claims=listed).claims}


def facts_of(claim: Claim) -> list[str]:
    texts = {fact.id: fact.field for fact in context().facts}
    return [texts[id_] for id_ in claim.facts]


@pytest.mark.parametrize(
    ("body", "text", "kind", "field"),
    [
        ("Hola, Lucía:", "Lucía", "name", "full_name"),
        ("Estimada Sra. Ferrer:", "Ferrer", "name", "full_name"),
        ("Como directora de operaciones, decide.", "directora de operaciones", "title", "title"),
        ("En Logística Norte cuidan el almacén.", "Logística Norte", "company", "company"),
        ("En Grupo Logística Norte cuidan.", "Logística Norte", "company", "company"),
        ("Desde Bilbao.", "Bilbao", "place", "location"),
        ("Antes, en Frutas del Ebro.", "Frutas del Ebro", "company", "experience[1].company"),
        ("Estudió en la Universidad de Deusto.", "Universidad de Deusto", "school", "education[0].school"),
        ("Con SAP EWM.", "SAP EWM", "technology", "skills[0]"),
        ("En la Feria Logis 2026.", "Feria Logis 2026", "product", "custom.evento"),
        ("Sus 27 almacenes.", "27", "number", "about"),
        ("Sus veintisiete almacenes.", "veintisiete", "number", "about"),
        ("Ese 12 % menos.", "12 %", "number", "about"),
        ("Desde 2019.", "2019", "date", "experience[0].start"),
        ("Rutalia hace rutas.", "Rutalia", "ourselves", "sender.company"),
        ("Un 18% menos de plazo.", "18%", "ourselves", "proof_points[0]"),
        ("Su «casi nunca está donde miras» es cierto.", "«casi nunca está donde miras»", "quotation", "posts[0]"),
    ],
)
def test_what_repeats_a_fact_is_verified_and_names_it(body: str, text: str, kind: str, field: str) -> None:
    claim = claims(body)[text]
    assert (claim.kind, claim.verdict) == (kind, ClaimVerdict.VERIFIED)
    assert field in facts_of(claim)


@pytest.mark.parametrize(
    "body",
    [
        "Sus 28 almacenes.",
        "Un 12 por 10.",
        "27 personas.",
        "Desde Sevilla.",
        "Logística Sur.",
        "lean y sencillo",
        "Su «siempre está donde miras» es cierto.",
    ],
)
def test_what_the_facts_do_not_hold_is_not_verified(body: str) -> None:
    assert not [claim for claim in claims(body).values() if claim.verdict is ClaimVerdict.VERIFIED]


def test_a_listed_claim_is_verified_by_the_facts_that_it_names() -> None:
    post = next(fact.id for fact in context().facts if fact.field == "posts[0]")
    claim = claims("Vi lo del cuello de botella.", WrittenClaim("cuello de botella", (post,)))["cuello de botella"]
    assert (claim.verdict, claim.kind, claim.facts) == (ClaimVerdict.VERIFIED, "post", (post,))


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("su ascenso a consejera", ("f2",)),
        ("sus 30 almacenes", ("f5",)),
        ("su equipo de Sevilla", ("f4",)),
        ("cuello de botella", ()),
        ("cuello de botella", ("f999",)),
    ],
)
def test_a_listed_claim_that_its_facts_do_not_hold_is_not_verified(text: str, facts: tuple[str, ...]) -> None:
    listed = WrittenClaim(text, facts)
    found = claims(f"Vi {text}.", listed).values()
    assert found
    assert all(claim.verdict is not ClaimVerdict.VERIFIED for claim in found)


def test_a_listed_claim_that_is_not_in_the_text_is_left_out() -> None:
    assert claims("Vi su texto.", WrittenClaim("su charla de mayo", ("f2",))) == {}


def test_claims_never_overlap_and_stand_in_the_order_of_the_text() -> None:
    found = examined(
        "Hola, Lucía: como Directora de Operaciones de Logística Norte en Bilbao, sus 27 almacenes…",
        claims=(WrittenClaim("Directora de Operaciones de Logística Norte", ("f2",)),),
    ).claims
    assert [claim.text for claim in found] == ["Lucía", "Directora de Operaciones", "Logística Norte", "Bilbao", "27"]
    assert all(one.end <= other.start for one, other in pairwise(found))


def test_spans_are_right_behind_emoji_and_combining_accents() -> None:
    body = "🙂👩‍🚀 x̂ Hola, Lucía: en Logística Norte…"
    for claim in examined(body).claims:
        assert sliced(body, claim) == claim.text  # type: ignore[arg-type]


def test_particles_of_a_name_are_no_claims_and_its_words_are() -> None:
    within = context({"full_name": "Íñigo de la Fuente", "title": "Jefe de compras"})
    body = "Hola, Íñigo: vi la sede de la empresa. El Sr. de la Fuente lo sabe. Hola, Sr. Fuente."
    names = [claim.text for claim in examined(body, within).claims if claim.kind == "name"]
    assert names == ["Íñigo", "de la Fuente", "Fuente"]


def test_a_given_name_that_is_a_particle_elsewhere_is_a_claim() -> None:
    within = context({"full_name": "Van Morrison"})
    assert "Van" in [claim.text for claim in examined("Hola, Van: le escribo.", within).claims]
