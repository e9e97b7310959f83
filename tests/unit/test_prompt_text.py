import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.prompt_text import VARIABLES, UnknownVariable, render, unknown_variables


def test_a_text_of_published_variables_has_nothing_unknown() -> None:
    assert unknown_variables(" ".join(f"{{{{ {name} }}}}" for name in VARIABLES)) == ()


def test_every_variable_says_what_it_is_in_both_languages() -> None:
    assert all(sentence.es and sentence.en and sentence.es != sentence.en for sentence in VARIABLES.values())


def test_spaces_inside_the_braces_do_not_matter() -> None:
    text = "{{tone}} {{ tone }} {{  tone\t}}"
    assert unknown_variables(text) == ()
    assert render(text, {"tone": "llano"}) == "llano llano llano"


def test_an_unknown_variable_is_reported_at_its_place() -> None:
    assert unknown_variables("Hola {{ nombre }}") == (UnknownVariable("nombre", 5, 17),)


def test_places_count_utf16_code_units() -> None:
    assert unknown_variables("😀{{ x }}") == (UnknownVariable("x", 2, 9),)


@pytest.mark.parametrize(
    "expression",
    ["tone | upper", "tone.upper()", "tone[0]", "1 + 1", "% for x in y %", "first name", "TONE", "tone}", "# tone #"],
)
def test_anything_but_a_name_is_reported(expression: str) -> None:
    assert unknown_variables(f"{{{{ {expression} }}}}")


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("{{", [(0, 2)]),
        ("a }} b", [(2, 4)]),
        ("{{}}", [(0, 4)]),
        ("{{  }}", [(0, 6)]),
        ("{{ tone", [(0, 2)]),
        ("{{ tone\n}}", [(0, 2), (8, 10)]),
        ("{{{ tone }}}", [(0, 2), (9, 11)]),
        ("{{ tone }} }} {{", [(11, 13), (14, 16)]),
    ],
)
def test_braces_without_a_name_or_a_partner_are_reported(text: str, spans: list[tuple[int, int]]) -> None:
    assert [(found.name, found.start, found.end) for found in unknown_variables(text)] == [
        ("", start, end) for start, end in spans
    ]


def test_single_braces_are_ordinary_text() -> None:
    text = 'Responde {"body": "…"} y nada más.'
    assert unknown_variables(text) == ()
    assert render(text, {}) == text


def test_a_value_never_becomes_a_variable() -> None:
    rendered = render("{{ first_name }}, {{ pains }}", {"first_name": "{{ pains }}", "pains": "secreto"})
    assert rendered == "pains, secreto"


def test_braces_split_over_two_values_do_not_join() -> None:
    rendered = render("{{ first_name }}{{ title }}", {"first_name": "{", "title": "{ pains }}", "pains": "secreto"})
    assert "{" not in rendered
    assert "secreto" not in rendered


def test_a_line_of_a_missing_value_alone_is_left_out() -> None:
    assert render("uno\n{{ tone }}\ndos", {}) == "uno\ndos"


@pytest.mark.parametrize(
    "line", ["Tono: {{ tone }}", "- {{ tone }}", "2. Tono: {{ tone }}.", "{{ tone }} {{ register }}"]
)
def test_a_label_goes_with_its_missing_value(line: str) -> None:
    assert render(f"uno\n{line}\ndos", {}) == "uno\ndos"


def test_a_paragraph_of_a_missing_value_takes_its_blank_line_along() -> None:
    assert render("uno\n\n{{ proof_points }}\n\ndos", {}) == "uno\n\ndos"
    assert render("{{ proof_points }}\n\ndos", {}) == "dos"
    assert render("uno\n\n{{ proof_points }}", {}) == "uno"
    assert render("{{ proof_points }}", {}) == ""


def test_blank_lines_that_the_author_wrote_stay() -> None:
    assert render("uno\n\n\n{{ tone }}", {"tone": "llano"}) == "uno\n\n\nllano"


def test_a_greeting_survives_its_missing_name() -> None:
    assert render("Hola {{ first_name }}:", {}) == "Hola:"
    assert render("Hola, {{ first_name }}", {}) == "Hola,"
    assert render("Hola {{ first_name }}, ¿qué tal?", {}) == "Hola, ¿qué tal?"


def test_a_missing_value_at_the_start_of_a_line_leaves_no_space() -> None:
    assert render("  {{ first_name }} hola", {}) == "  hola"


def test_a_label_stays_while_one_of_its_values_is_there() -> None:
    values = {"sender_name": "Ana Ruiz"}
    assert render("Firma: {{ sender_name }} {{ sender_title }}", values) == "Firma: Ana Ruiz"


def test_a_value_of_spaces_counts_as_missing() -> None:
    assert render("Tono: {{ tone }}", {"tone": "  "}) == ""


def test_an_unknown_name_renders_as_nothing() -> None:
    assert render("a {{ nope }} b", {"nope": ""}) == "a b"


def test_a_text_without_variables_is_not_touched() -> None:
    text = "  Uno \n\n\n\tdos:\n- tres  \n"
    assert render(text, {}) == text


@given(text=st.text(alphabet="{} \nab:.-tone", max_size=60), value=st.text(alphabet="{}ab \n", max_size=10))
def test_what_is_accepted_renders_without_double_braces(text: str, value: str) -> None:
    rendered = render(text, {"tone": value})
    if not unknown_variables(text):
        assert "{{" not in rendered
        assert "}}" not in rendered


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("{" * 50_000, 25_000),
        ("{{ " * 20_000, 20_000),
        (" " * 50_000 + "{{ tone }}", 0),
        ("a:" * 25_000 + "{{ tone }}", 0),
    ],
)
def test_a_long_hostile_text_is_answered_like_any_other(text: str, found: int) -> None:
    assert len(unknown_variables(text)) == found
    assert "tone" not in render(text, {})
