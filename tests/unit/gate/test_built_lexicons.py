"""The lexicons that are worked out from others are what their sources say, and leave out nothing."""

import pytest

from scripts.address_forms import address_forms
from scripts.build_lexicons import FOLDER, built, text_of
from scripts.order_needs import needs_of, starts_of
from shared.gate.lexicon import group_of, is_kept


@pytest.mark.parametrize("name", ["verbs", "orders_needs"])
def test_a_built_lexicon_is_what_its_sources_say(name):
    file = FOLDER / f"{name}.json"
    assert file.read_text(encoding="utf-8") == text_of(built()[name]), "run `python -m scripts.build_lexicons`"


def test_words_kept_by_their_first_letters_are_found_and_no_others():
    assert is_kept("ordinary", "almacen")
    assert is_kept("ordinary", "de")
    assert not any(is_kept("ordinary", word) for word in ("almace", "lmacen", "d", "", "al macen", "kg"))
    assert is_kept("town_names", "san_sebastian")


def test_every_word_that_is_kept_in_a_group_is_found_in_it():
    forms = address_forms()
    assert len(forms) > 10_000
    assert {word: group_of("addressing_forms", word) for word in forms} == {
        word: address.value for word, address in forms.items()
    }
    assert group_of("addressing_forms", "almacén") is None


@pytest.mark.parametrize(
    ("line", "needs"),
    [
        ("you are now", [["you"], ["are"], ["now"]]),
        ("(?:ignora|olvida) (?:todo )?(?:lo anterior|reglas?)", [["ignora", "olvida"], ["lo", "regla"]]),
        ("(?:write|say) (?:~ )?(?:(?:the|a) word|this) now", [["write", "say"], ["now"]]),
        (r"estimad[ao] ~ texto ?[:=\]>]", [["estimad"], ["texto"]]),
        (r"mode\b (?=[.,]|in)", [["mode"]]),
        ("prompts? (?:message)s? here", [["message"], ["here"]]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_only_what_may_not_be_left_out_is_needed(line, needs):
    assert needs_of(line) == needs


def test_a_pattern_may_start_with_each_alternative_of_its_first_group():
    assert starts_of("(?:ignore|no (?:sigas|siga)|ia) ~ (?:rules)") == ["igno", "no", "ia"]


def test_alternatives_outside_a_group_are_refused():
    with pytest.raises(ValueError, match="group"):
        needs_of("one|other")
