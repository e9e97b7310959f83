"""The labelled texts of the gate's evaluation: enough of each kind, every label in place, and the parts kept apart."""

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from benchmarks.quality.cases import CHECKS_OF_KIND, KINDS, PARTS_FOLDER, Case, load
from benchmarks.quality.make_parts import DIGESTS, stale
from shared.domain.language import Format, Language, Register, limits_of
from shared.domain.message import Part
from shared.domain.text import normalized, utf16_length
from shared.prompts.roles import default_roles

README = (PARTS_FOLDER / "README.md").read_text(encoding="utf-8")
PARTS = ("measured", "development")
MESSAGE_KINDS = sorted(kind for kind, checks in CHECKS_OF_KIND.items() if "grounding" in checks)

each_part = pytest.mark.parametrize("part", PARTS)


@cache
def cases_of(part: str) -> tuple[Case, ...]:
    return load(part)


def of_suite(suite: str, *, clean: bool) -> list[Case]:
    return [case for case in cases_of("measured") if case.suite == suite and case.is_clean is clean]


def text_of(case: Case, where: Part) -> str:
    return case.body if where is Part.BODY else case.subject or ""


def grams(cases: Iterable[Case]) -> set[tuple[str, ...]]:
    return {gram for case in cases for gram in case.carrier_grams}


def entities(cases: Iterable[Case]) -> set[str]:
    return {entity for case in cases for entity in case.entities}


# Every case, of either part.


@each_part
def test_no_two_cases_share_an_id(part: str) -> None:
    assert [name for name, count in Counter(case.id for case in cases_of(part)).items() if count > 1] == []


@each_part
def test_every_case_names_its_part_and_a_known_kind(part: str) -> None:
    assert {case.part for case in cases_of(part)} <= {part}
    assert {case.kind for case in cases_of(part)} <= KINDS


@each_part
def test_a_case_has_an_error_exactly_if_it_is_not_clean(part: str) -> None:
    assert [case.id for case in cases_of(part) if case.is_clean is (case.error is not None)] == []


@each_part
def test_the_wrong_words_stand_where_the_error_says(part: str) -> None:
    erroneous = [(case, case.error) for case in cases_of(part) if case.error]
    assert [
        case.id for case, error in erroneous if not error.text or error.text not in text_of(case, error.where)
    ] == []


@each_part
def test_a_text_has_a_subject_exactly_if_its_format_has_one(part: str) -> None:
    assert [case.id for case in cases_of(part) if case.format.has_subject is (case.subject is None)] == []


@each_part
def test_a_text_has_a_register_exactly_if_it_is_asked_for_in_spanish(part: str) -> None:
    assert [case.id for case in cases_of(part) if (case.language is Language.ES) is (case.register is None)] == []


@each_part
def test_no_text_is_over_the_limits_of_its_format(part: str) -> None:
    for case in cases_of(part):
        limits = limits_of(case.format, case.linkedin_tier)
        assert 0 < utf16_length(case.body) <= limits.body, case.id
        assert utf16_length(case.subject or "") <= (limits.subject or 0), case.id


@each_part
def test_texts_are_composed_characters_as_they_enter_a_message(part: str) -> None:
    assert [case.id for case in cases_of(part) if case.body != normalized(case.body)] == []


@each_part
def test_every_slot_stands_in_the_text(part: str) -> None:
    for case in cases_of(part):
        assert [slot for slot in case.slots if slot not in f"{case.subject}\n{case.body}"] == [], case.id


@each_part
def test_no_markup_is_left_in_a_text(part: str) -> None:
    assert [case.id for case in cases_of(part) if set("‹›§") & set(f"{case.subject}{case.body}")] == []


@each_part
def test_whoever_is_greeted_has_a_name(part: str) -> None:
    assert [case.id for case in cases_of(part) if not case.prospect.full_name] == []


@each_part
def test_the_readme_explains_every_kind_suite_and_paraphrase(part: str) -> None:
    words = {word for case in cases_of(part) for word in (case.kind, case.suite, *case.paraphrases)}
    assert [word for word in sorted(words) if f"`{word}`" not in README] == []


# The measured part is as large and as broad as it has to be.


def test_there_are_enough_clean_messages() -> None:
    clean = of_suite("messages", clean=True)
    assert len(clean) >= 640
    assert len({case.carrier for case in cases_of("measured") if case.is_clean}) >= 220


def test_about_three_clean_texts_in_five_are_spanish() -> None:
    clean = of_suite("messages", clean=True) + of_suite("register", clean=True)
    share = sum(case.language is Language.ES for case in clean) / len(clean)
    assert 0.55 <= share <= 0.65


def test_at_least_half_of_the_clean_texts_hold_true_paraphrases() -> None:
    clean = [case for case in cases_of("measured") if case.is_clean]
    assert sum(bool(case.paraphrases) for case in clean) >= len(clean) / 2


def test_there_are_enough_seeded_errors_on_wordings_of_their_own() -> None:
    wrong = of_suite("messages", clean=False)
    carriers = {case.carrier for case in wrong}
    assert len(wrong) >= 640
    assert len(carriers) >= 150
    assert carriers.isdisjoint(case.carrier for case in cases_of("measured") if case.is_clean)


@pytest.mark.parametrize("kind", [kind for kind in MESSAGE_KINDS if kind != "wrong_relation"])
def test_there_are_at_least_25_errors_of_the_kind(kind: str) -> None:
    assert sum(case.kind == kind for case in of_suite("messages", clean=False)) >= 25


def test_half_of_the_seeded_errors_are_near_misses() -> None:
    errors = [case.error for case in of_suite("messages", clean=False) if case.error]
    assert 0.45 <= sum(error.near_miss for error in errors) / len(errors) <= 0.55


def test_there_are_enough_wrong_relations() -> None:
    assert len(of_suite("relations", clean=False)) >= 80


@pytest.mark.parametrize("clean", [True, False])
def test_there_are_200_texts_on_registers_that_are_right_and_200_that_are_wrong(clean: bool) -> None:
    cases = of_suite("register", clean=clean)
    assert len(cases) >= 200
    assert {case.register for case in cases} == set(Register)


@pytest.mark.parametrize("suite", ["sensitive", "links", "placeholders", "language"])
def test_the_smaller_checks_have_30_errors_and_some_temptations(suite: str) -> None:
    assert len(of_suite(suite, clean=False)) >= 30
    assert of_suite(suite, clean=True)


@pytest.mark.parametrize("clean", [True, False])
def test_there_are_100_hostile_and_100_harmless_profiles(clean: bool) -> None:
    assert len(of_suite("injection", clean=clean)) >= 100


def test_every_hostile_draft_says_which_order_it_obeys() -> None:
    hostile = of_suite("injection", clean=False)
    assert [case.id for case in hostile if not (case.error and case.error.order and case.error.variant)] == []


@pytest.mark.parametrize("clean", [True, False])
def test_messages_come_in_every_format_role_language_and_register(clean: bool) -> None:
    cases = of_suite("messages", clean=clean)
    assert {case.format for case in cases} == set(Format)
    assert {case.language for case in cases} == set(Language)
    assert {case.register for case in cases} == {None, *Register}
    assert {case.role for case in cases} == {role.key for role in default_roles()}


# It is frozen, and shares nothing with the part that the gate is developed on.


@each_part
def test_a_part_is_what_its_sources_make(part: str) -> None:
    assert stale(part) == []


def test_the_digests_are_those_of_the_files() -> None:
    lines = (PARTS_FOLDER / "measured" / DIGESTS).read_text(encoding="utf-8").splitlines()
    named = {name: digest for digest, name in (line.split("  ") for line in lines)}
    found = (PARTS_FOLDER / "measured").glob("*.jsonl")
    files = {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in found}
    assert named == files


# What is shared is told as the development text that must change; the measured one is not for its builders to see.


def test_the_parts_share_no_five_words_outside_slots() -> None:
    measured = grams(cases_of("measured"))
    shared = {case.carrier: case.carrier_grams & measured for case in cases_of("development")}
    told = "\n".join(f"{carrier}: {sorted(map(' '.join, found))}" for carrier, found in shared.items() if found)
    assert not told, f"change these wordings of the development part:\n{told}"


def test_the_parts_share_no_person_company_school_or_town() -> None:
    measured = entities(cases_of("measured"))
    shared = {case.carrier: case.entities & measured for case in cases_of("development")}
    told = "\n".join(f"{carrier}: {sorted(found)}" for carrier, found in shared.items() if found)
    assert not told, f"change these people of the development part:\n{told}"


def test_a_wording_is_recognised_with_other_values_in_its_slots() -> None:
    case = of_suite("messages", clean=True)[0]
    one = replace(
        case, subject=None, body="Hola, Ana: usted mueve tres grúas en Vigo Norte.", slots=("Ana", "tres", "Vigo Norte")
    )
    other = replace(
        case, subject=None, body="Hola, Blas: usted mueve diez grúas en Alba.", slots=("Blas", "diez", "Alba")
    )
    assert grams([one]) & grams([other]) == {("hola", "usted", "mueve", "grúas", "en")}


def test_a_slot_is_left_alone_inside_another_word() -> None:
    told = replace(
        of_suite("messages", clean=True)[0], subject=None, body="El estrés de tres turnos largos", slots=("tres",)
    )
    assert told.carrier_grams == {("el", "estrés", "de", "turnos", "largos")}


def test_a_company_is_recognised_in_other_capitals() -> None:
    case = of_suite("messages", clean=True)[0]
    shouted = case.prospect.model_copy(update={"company": (case.prospect.company or "").upper()})
    assert replace(case, prospect=shouted).entities == case.entities


def test_a_part_that_is_not_written_is_empty() -> None:
    assert load("unwritten") == ()


def test_the_frozen_part_is_the_one_that_the_document_names() -> None:
    root = Path(__file__).parent.parent.parent
    digest = hashlib.sha256((root / "benchmarks/quality/measured/SHA256SUMS").read_bytes()).hexdigest()
    assert digest in (root / "docs/quality.md").read_text(encoding="utf-8")
