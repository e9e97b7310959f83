"""Words for everything that can be wrong with a value."""

import ast
from pathlib import Path
from typing import get_args

import pytest
from pydantic import TypeAdapter, ValidationError
from pydantic_core.core_schema import ErrorType

from shared.api.input_sentences import (
    DOMAIN_SENTENCES,
    GENERAL,
    PROGRAM_ERRORS,
    PYDANTIC_SENTENCES,
    sentence_of,
)
from tests.api.small_app import Colour

ROOT = Path(__file__).parents[2]


def test_every_error_of_pydantic_has_words_or_is_known_to_say_nothing_to_a_person():
    assert PYDANTIC_SENTENCES.keys() | PROGRAM_ERRORS == set(get_args(ErrorType))
    assert not PYDANTIC_SENTENCES.keys() & PROGRAM_ERRORS


def codes_raised_in(folder: str) -> set[str]:
    calls = (
        node
        for file in (ROOT / folder).rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text()))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "PydanticCustomError"
    )
    return {str(argument.value) for call in calls if isinstance(argument := call.args[0], ast.Constant)}


def test_every_rule_of_our_own_has_words():
    raised = codes_raised_in("shared") | codes_raised_in("functions")
    assert raised <= DOMAIN_SENTENCES.keys()


def test_no_words_are_kept_for_a_rule_that_nobody_has():
    assert DOMAIN_SENTENCES.keys() <= codes_raised_in("shared") | codes_raised_in("functions")


@pytest.mark.parametrize("table", [PYDANTIC_SENTENCES, DOMAIN_SENTENCES])
def test_the_words_are_sentences_in_two_languages_with_the_same_limits(table):
    for code, sentence in table.items():
        assert sentence.es != sentence.en, code
        assert sentence.es[0].isupper()
        assert sentence.en[0].isupper()
        assert sentence.es.count("{") == sentence.en.count("{")


def test_choices_are_listed_as_each_language_does():
    with pytest.raises(ValidationError) as failure:
        TypeAdapter(Colour).validate_python("green")
    error = failure.value.errors()[0]
    sentence = sentence_of(error["type"], error["ctx"])
    assert sentence.es == "Tiene que ser uno de estos: red o blue."
    assert sentence.en == "It must be one of: red or blue."


def test_what_is_unknown_gets_the_general_words():
    assert sentence_of("somebody_elses_rule", {"secret": "planted"}) == GENERAL


def test_a_limit_that_the_error_does_not_name_gets_the_general_words():
    assert sentence_of("string_too_long", {}) == GENERAL
