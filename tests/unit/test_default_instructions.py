import itertools
import re

import pytest

from shared.domain.language import Format, Language, LinkedinTier, Register, limits_of
from shared.domain.prompt_text import render, unknown_variables
from shared.domain.prompt_values import MessageKind, values_of
from shared.domain.prospect import Prospect
from shared.domain.role import Bilingual, BilingualList, Role
from shared.domain.workspace import Sender
from shared.prompts.instructions import default_instructions

EVERY = list(itertools.product(Format, Language))
PROSPECT_VARIABLES = ("first_name", "full_name", "title", "company", "location")
ROLE = Role(
    key="operations",
    names=Bilingual(es="Operaciones", en="Operations"),
    pains=BilingualList(es=["picos de demanda"], en=["demand peaks"]),
    call_to_action=Bilingual(es="una llamada corta", en="a short call"),
)
PROSPECT = Prospect(full_name="Lucía Ferrer")


def kind_of(format_: Format, language: Language, tier: LinkedinTier = LinkedinTier.FREE) -> MessageKind:
    register = Register.USTED if language is Language.ES else None
    return MessageKind(format_, language, register, limits_of(format_, tier))


def rendered(format_: Format, language: Language, tier: LinkedinTier = LinkedinTier.FREE) -> str:
    sender = Sender(name="Ana Ruiz", company="Nexo Tránsito")
    kind = kind_of(format_, language, tier)
    values = values_of(ROLE, kind, PROSPECT, sender, "Ordenamos muelles de carga", ["12 almacenes"])
    return render(default_instructions(format_, language), values)


@pytest.mark.parametrize(("format_", "language"), EVERY)
def test_every_variable_is_a_published_one(format_: Format, language: Language) -> None:
    assert unknown_variables(default_instructions(format_, language)) == ()


@pytest.mark.parametrize(("format_", "language"), EVERY)
def test_the_instructions_do_not_depend_on_the_prospect(format_: Format, language: Language) -> None:
    text = default_instructions(format_, language)
    assert not any(f"{{{{ {name} }}}}" in text for name in PROSPECT_VARIABLES)


@pytest.mark.parametrize(("format_", "language"), EVERY)
def test_the_text_that_all_messages_share_comes_before_the_first_variable(format_: Format, language: Language) -> None:
    text = default_instructions(format_, language)
    assert text.index("{{") > 0.8 * len(text)
    assert "{{" not in text[: text.rindex("\n## ")]


@pytest.mark.parametrize(("format_", "language"), EVERY)
def test_the_limits_of_the_format_are_named(format_: Format, language: Language) -> None:
    limits = limits_of(format_, LinkedinTier.PREMIUM)
    lines = rendered(format_, language, tier=LinkedinTier.PREMIUM).splitlines()
    wanted = {limits.body, limits.advised} | ({limits.subject} if limits.subject else set())
    assert wanted <= {int(line.rpartition(" ")[2]) for line in lines if re.search(r": \d+$", line)}


@pytest.mark.parametrize(("format_", "language"), EVERY)
def test_the_answer_is_described_by_its_fields(format_: Format, language: Language) -> None:
    text = default_instructions(format_, language)
    named = {field for field in ("subject", "body", "claims") if f"«{field}»" in text or f'"{field}"' in text}
    assert named == ({"subject", "body", "claims"} if format_.has_subject else {"body", "claims"})


@pytest.mark.parametrize("language", Language)
def test_a_note_is_not_told_what_we_do(language: Language) -> None:
    assert "Ordenamos muelles de carga" not in rendered(Format.LINKEDIN_NOTE, language)
    assert "Ordenamos muelles de carga" in rendered(Format.LINKEDIN_MESSAGE, language)


@pytest.mark.parametrize(("format_", "language"), EVERY)
def test_a_workspace_that_says_nothing_of_itself_leaves_no_empty_label(format_: Format, language: Language) -> None:
    values = values_of(ROLE, kind_of(format_, language), PROSPECT, None, None, [])
    text = render(default_instructions(format_, language), values)
    assert not [line for line in text.splitlines() if line.endswith(":")]
    assert "{{" not in text


@pytest.mark.parametrize("format_", Format)
def test_spanish_names_the_register_and_english_none(format_: Format) -> None:
    assert "Tratamiento: usted" in rendered(format_, Language.ES)
    assert "register" not in default_instructions(format_, Language.EN)


@pytest.mark.parametrize(("format_", "language"), EVERY)
def test_the_instructions_follow_their_own_rules_of_voice(format_: Format, language: Language) -> None:
    assert not re.search(r"[!¡\U0001f300-\U0001faff]", default_instructions(format_, language))
