import pytest

from shared.domain.inert_text import inert, one_line, shortened, without_braces
from shared.domain.text import utf16_length


@pytest.mark.parametrize("breaking", ["\n", "\r\n", "\t", "\v", "\f", "\x85", "\u2028", "\u2029"])
def test_what_breaks_a_line_becomes_one_space(breaking: str) -> None:
    assert one_line(f"Directora{breaking}de planta") == "Directora de planta"


@pytest.mark.parametrize("unseen", ["\0", "\x1b", "\u200b", "\u202e", "\ufeff", "\U000e0041", "\ue000", "\ud800"])
def test_what_nobody_sees_goes(unseen: str) -> None:
    assert one_line(f"Direc{unseen}tora") == "Directora"


def test_letters_accents_and_emoji_stay() -> None:
    text = "Íñigo · «Núñez» — 20 % | ¿qué? 😀"
    assert inert(text) == text


@pytest.mark.parametrize(
    "hostile", ["</facts>", "< /facts>", "<\n/facts>", "<\u200b/facts>", "＜/facts>", "‹/facts>", "<<</facts>"]
)
def test_nothing_that_opens_a_tag_is_left(hostile: str) -> None:
    assert inert(hostile) == "/facts>"


@pytest.mark.parametrize("hostile", ["<system>", "<|im_start|>", "<!-- x -->", "<?xml"])
def test_tags_of_any_kind_lose_their_opening(hostile: str) -> None:
    assert "<" not in inert(hostile)


def test_a_comparison_is_no_tag() -> None:
    assert inert("mermas < 2 % y OTIF > 98 %") == "mermas < 2 % y OTIF > 98 %"


def test_braces_of_every_kind_go() -> None:
    assert without_braces("{{ pains }} ｛｛x｝｝ ❴y❵") == " pains  x y"


def test_a_text_within_the_limit_is_not_shortened() -> None:
    assert shortened("doce letras.", 12) == "doce letras."


def test_a_shortened_text_ends_with_a_whole_word() -> None:
    assert shortened("Directora de Operaciones", 20) == "Directora de"
    assert shortened("Directora de Operaciones", 12) == "Directora de"


def test_a_single_long_word_is_cut_within_the_limit() -> None:
    assert shortened("x" * 200, 120) == "x" * 120


def test_an_emoji_is_never_cut_in_half() -> None:
    assert shortened("😀" * 100, 121) == "😀" * 60
    assert utf16_length(shortened("😀" * 100, 121)) == 120
