import pytest

from shared.domain.message import RoleMatch
from shared.domain.role import Bilingual, Role
from shared.domain.role_match import match_role
from shared.prompts.roles import default_roles
from tests.unit.labelled_titles import labelled

DEFAULT = "general_management"


def role(key: str, *patterns: str) -> Role:
    return Role(
        key=key,
        names=Bilingual(es=key, en=key),
        title_patterns=list(patterns),
        call_to_action=Bilingual(es="una llamada", en="a call"),
    )


def of(title: str | None, headline: str | None = None, *roles: Role) -> RoleMatch:
    return match_role(title, headline, roles or default_roles(), DEFAULT)


@pytest.mark.parametrize(("title", "expected"), labelled())
def test_a_title_finds_its_role(title: str, expected: str | None) -> None:
    match = of(title)
    assert (match.key if match.matched_by == "title" else None) == expected


def test_the_table_of_titles_is_large_and_covers_every_role() -> None:
    table = labelled()
    assert len(table) >= 350
    assert {role for _, role in table} == {role.key for role in default_roles()} | {None}


def test_an_unknown_title_falls_to_the_named_default_and_says_so() -> None:
    assert match_role("Poeta", None, default_roles(), "sales") == RoleMatch(key="sales", matched_by="default")


def test_no_title_and_no_headline_is_the_default() -> None:
    assert of(None) == of("") == RoleMatch(key=DEFAULT, matched_by="default")


def test_a_headline_decides_where_the_title_says_nothing() -> None:
    headline = "Directora de Compras en Aceros del Sur | Negociación"
    assert of("Profesional", headline) == RoleMatch(key="procurement", matched_by="headline")
    assert of(None, headline).matched_by == "headline"


def test_the_title_goes_before_the_headline() -> None:
    assert of("CFO", "Hablo de marketing") == RoleMatch(key="finance", matched_by="title")


def test_accents_case_and_decomposed_letters_make_no_difference() -> None:
    spellings = ["Logística", "LOGÍSTICA", "logistica", "Logi\u0301stica"]
    assert {of(spelling).key for spelling in spellings} == {"operations"}


def test_a_pattern_matches_whole_words_only() -> None:
    assert of("Comprasa", None, role("buying", "compras")).matched_by == "default"
    assert of("Jefe de compras", None, role("buying", "compras")).key == "buying"


def test_a_star_stands_for_any_ending_of_its_word() -> None:
    taught = role("teaching", "profesor* titular*")
    assert of("Profesora titular", None, taught).key == "teaching"
    assert of("Profesora invitada", None, taught).matched_by == "default"


def test_of_overlapping_patterns_the_longest_wins_whatever_the_order_of_roles() -> None:
    wide, narrow = role("wide", "taller"), role("narrow", "jefe de taller")
    assert of("Jefe de Taller", None, wide, narrow).key == "narrow"
    assert of("Jefe de Taller", None, narrow, wide).key == "narrow"


def test_a_longer_pattern_wins_over_a_wildcard_that_begins_alike() -> None:
    wide, narrow = role("wide", "logíst*"), role("narrow", "logística inversa")
    assert of("Jefa de logística inversa", None, wide, narrow).key == "narrow"
    assert of("Jefa de logística", None, wide, narrow).key == "wide"


def test_of_areas_side_by_side_the_first_named_wins() -> None:
    assert of("Directora de Marketing, Ventas y Operaciones").key == "marketing"
    assert of("Directora de Operaciones, Ventas y Marketing").key == "operations"


def test_a_pattern_of_two_capitals_is_not_met_by_the_pronoun() -> None:
    assert of("Making it simple").matched_by == "default"
    assert of("Head of it").key == "technology"
    assert of("IT").key == "technology"


def test_a_role_whose_patterns_change_is_compiled_again() -> None:
    changing = role("forest", "leñador*")
    assert of("Guardabosques", None, changing).matched_by == "default"
    changing.title_patterns.append("guardabosques")
    assert of("Guardabosques", None, changing).key == "forest"


def test_patterns_without_a_word_match_nothing() -> None:
    assert of("Poeta", None, role("empty", "*", "de la", "&")).matched_by == "default"


@pytest.mark.parametrize(
    "hostile", ["(" * 5000, "a" * 20000, "de " * 5000, "ex-" * 5000, "\u202e\x00\ufffd", "🚀" * 300]
)
def test_no_text_is_too_strange_for_a_title(hostile: str) -> None:
    assert of(hostile, hostile).matched_by == "default"
