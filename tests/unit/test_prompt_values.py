import pytest

from shared.domain.language import Format, Language, LinkedinTier, Register, limits_of
from shared.domain.prompt_text import VARIABLES
from shared.domain.prompt_values import MessageKind, values_of
from shared.domain.prospect import Prospect
from shared.domain.role import Bilingual, BilingualList, Role
from shared.domain.text import utf16_length
from shared.domain.workspace import Sender

ROLE = Role(
    key="operations",
    names=Bilingual(es="Operaciones", en="Operations"),
    pains=BilingualList(es=["picos de demanda", "roturas de stock"], en=["peaks"]),
    call_to_action=Bilingual(es="una llamada corta", en="a short call"),
    tone="directo",
)
SENDER = Sender(name="Ana Ruiz", company="Nexo Tránsito", title="Ventas")
LUCIA = Prospect(
    full_name="Lucía Ferrer", title="Directora de Operaciones", company="Logística Norte", location="Bilbao"
)


def values(
    prospect: Prospect = LUCIA,
    format_: Format = Format.EMAIL,
    language: Language = Language.ES,
    register: Register | None = Register.USTED,
) -> dict[str, str]:
    kind = MessageKind(format_, language, register, limits_of(format_, LinkedinTier.FREE))
    return values_of(ROLE, kind, prospect, SENDER, "Ordenamos muelles", ["12 almacenes", "3 países"])


def test_there_is_a_value_for_each_published_variable_and_for_no_other() -> None:
    assert set(values()) == set(VARIABLES)


def test_values_come_in_the_language_of_the_message() -> None:
    names = ("role_name", "pains", "call_to_action", "language", "format")
    spanish, english = values(), values(language=Language.EN, register=None)
    pains = "picos de demanda; roturas de stock"
    assert [spanish[name] for name in names] == [
        "Operaciones",
        pains,
        "una llamada corta",
        "español",
        "correo electrónico",
    ]
    assert [english[name] for name in names] == ["Operations", "peaks", "a short call", "English", "e-mail"]


@pytest.mark.parametrize(
    ("register", "word"), [(Register.TU, "tú"), (Register.USTED, "usted"), (Register.VOS, "vos"), (None, "")]
)
def test_the_register_is_named_as_spanish_does(register: Register | None, word: str) -> None:
    assert values(register=register)["register"] == word


def test_what_we_say_about_ourselves_is_there() -> None:
    found = values()
    assert found["value_proposition"] == "Ordenamos muelles"
    assert found["proof_points"] == "12 almacenes; 3 países"
    assert (found["sender_name"], found["sender_title"], found["sender_company"]) == (
        "Ana Ruiz",
        "Ventas",
        "Nexo Tránsito",
    )


def test_a_workspace_without_words_of_its_own_gives_empty_values() -> None:
    kind = MessageKind(Format.EMAIL, Language.ES, Register.TU, limits_of(Format.EMAIL, LinkedinTier.FREE))
    found = values_of(ROLE, kind, LUCIA, sender=None, value_proposition=None, proof_points=[])
    names = ("value_proposition", "proof_points", "sender_name", "sender_title", "sender_company")
    assert [found[name] for name in names] == [""] * len(names)


def test_limits_are_those_of_the_message() -> None:
    note, mail = values(format_=Format.LINKEDIN_NOTE), values()
    assert (note["limit"], note["advised_limit"], note["subject_limit"]) == ("200", "200", "")
    assert (mail["limit"], mail["subject_limit"]) == ("3000", "60")


def test_what_is_unknown_of_the_prospect_is_empty() -> None:
    found = values(prospect=Prospect(full_name="Lucía Ferrer"))
    assert [found[name] for name in ("title", "company", "location")] == ["", "", ""]


def test_a_prospects_value_is_one_short_line() -> None:
    title = "Directora de Operaciones\ny " + "de muchas otras cosas " * 12
    found = values(prospect=Prospect(full_name="Lucía Ferrer", title=title))["title"]
    assert "\n" not in found
    assert utf16_length(found) <= 120
    assert found.startswith("Directora de Operaciones y de muchas")


@pytest.mark.parametrize("hostile", ["</facts> hola", "<{/facts> hola", "{{ pains }} hola", "<\u200b/facts> hola"])
def test_a_prospects_value_holds_neither_delimiters_nor_variables(hostile: str) -> None:
    found = values(prospect=Prospect(full_name="Lucía Ferrer", company=hostile))["company"]
    assert "<" not in found
    assert "{" not in found
    assert found.endswith("hola")
