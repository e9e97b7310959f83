"""Prompt versions, templates and roles as people change them."""

import pytest

from shared.domain.errors import ConflictError, InvalidInputError, NotFoundError
from shared.domain.generation import GenerationRequest
from shared.domain.ids import derived_id
from shared.domain.language import Format, Language
from shared.domain.prompt import PromptFilter
from shared.domain.role import Role
from shared.domain.workspace import SettingsChange
from shared.services.create_prompt import NewPrompt
from shared.services.save_template import TemplateContent
from tests.builders import Product, product, prospect


def new_prompt(text: str = "Escribe a {{ role_name }}.", **fields: object) -> NewPrompt:
    known = {"role": "operations", "format": "linkedin_note", "language": "es", "text": text}
    return NewPrompt.model_validate(known | fields)


def asked(**fields: object) -> GenerationRequest:
    known = {"prospect": prospect().model_dump(), "format": "linkedin_note", "language": "es"}
    return GenerationRequest.model_validate(known | fields)


def role(key: str) -> Role:
    return Role.model_validate(
        {
            "key": key,
            "names": {"es": "Legal", "en": "Legal"},
            "title_patterns": ["abogad*"],
            "call_to_action": {"es": "¿Lo vemos?", "en": "Shall we look at it?"},
        }
    )


def create(made: Product, new: NewPrompt, name: str) -> str:
    return made.services.create_prompt(made.principal, new, derived_id(name)).id


def test_a_new_version_waits_until_it_is_activated() -> None:
    made = product()
    before = made.services.generate_message.dry_run(made.principal, asked()).prompt
    new = made.services.create_prompt(made.principal, new_prompt(), derived_id("new"))
    assert (new.version, new.parent) == (2, before.id)
    assert made.services.generate_message.dry_run(made.principal, asked()).prompt == before
    made.services.activate_prompt(made.principal, new.id)
    assert made.services.generate_message.dry_run(made.principal, asked()).prompt == new


def test_an_older_version_can_be_activated_again() -> None:
    made = product()
    old = made.services.generate_message.dry_run(made.principal, asked()).prompt
    made.services.activate_prompt(made.principal, create(made, new_prompt(), "new"))
    made.services.activate_prompt(made.principal, old.id)
    assert made.services.generate_message.dry_run(made.principal, asked()).prompt == old


def test_a_list_of_versions_says_which_is_active() -> None:
    made = product()
    create(made, new_prompt(), "new")
    filter_ = PromptFilter("operations", Format.LINKEDIN_NOTE, Language.ES)
    page = made.services.list_prompts(made.principal, filter_, None, 10)
    assert sorted((prompt.version, active) for prompt, active in page.items) == [(1, True), (2, False)]


def test_creating_the_same_version_twice_makes_one() -> None:
    made = product()
    assert create(made, new_prompt(), "new") == create(made, new_prompt(), "new")
    assert made.services.create_prompt(made.principal, new_prompt(), derived_id("next")).version == 3


def test_an_unknown_variable_is_refused_at_its_place_when_saved() -> None:
    made = product()
    with pytest.raises(InvalidInputError) as raised:
        made.services.create_prompt(made.principal, new_prompt("Hola {{ nombre_secreto }}"), derived_id("new"))
    (error,) = raised.value.errors
    assert error.pointer == "/text"
    assert "5" in error.sentence.es
    assert "nombre_secreto" not in error.sentence.es + error.sentence.en


def test_a_prompt_for_an_unknown_role_is_refused() -> None:
    made = product()
    with pytest.raises(InvalidInputError) as raised:
        made.services.create_prompt(made.principal, new_prompt(role="astronauts"), derived_id("new"))
    assert raised.value.errors[0].pointer == "/role"


def test_a_preview_shows_instructions_and_facts_without_a_writer() -> None:
    made = product()
    preview = made.services.preview_prompt(made.principal, asked(), "Escribe a {{ role_name }}.", None)
    assert "{{" not in preview.instructions
    assert "Directora de Operaciones" in preview.fact_block
    assert made.writer.requests == []


def test_a_template_is_what_the_writer_starts_from() -> None:
    made = product()
    content = TemplateContent.model_validate(
        {"name": "corta", "format": "linkedin_note", "language": "es", "body": "Hola, {{ first_name }}: ¿hablamos?"}
    )
    template = made.services.save_template.create(made.principal, content, derived_id("template"))
    made.services.generate_message(made.principal, asked(template_id=template.id), derived_id("message"))
    start = made.writer.requests[0].start_from
    assert start is not None
    assert start.body == "Hola, Lucía: ¿hablamos?"


def test_a_note_template_has_no_subject() -> None:
    made = product()
    content = TemplateContent.model_validate(
        {"name": "x", "format": "linkedin_note", "language": "es", "subject": "asunto", "body": "Hola"}
    )
    with pytest.raises(InvalidInputError) as raised:
        made.services.save_template.create(made.principal, content, derived_id("template"))
    assert raised.value.errors[0].pointer == "/subject"


def test_a_deleted_template_is_gone() -> None:
    made = product()
    content = TemplateContent.model_validate({"name": "x", "format": "email", "language": "es", "body": "Hola"})
    template = made.services.save_template.create(made.principal, content, derived_id("template"))
    made.services.save_template.delete(made.principal, template.id)
    with pytest.raises(NotFoundError):
        made.services.list_templates.one(made.principal, template.id)


def test_a_new_role_is_found_by_title_and_can_write_at_once() -> None:
    made = product()
    _, is_new = made.services.put_role(made.principal, role("legal"))
    run = made.services.generate_message.dry_run(
        made.principal, asked(prospect=prospect(title="Abogada mercantilista").model_dump())
    )
    assert is_new
    assert (run.role.key, run.prompt.version) == ("legal", 1)


def test_a_role_that_comes_back_finds_its_prompts() -> None:
    made = product()
    made.services.put_role(made.principal, role("legal"))
    create(made, new_prompt(role="legal"), "new")
    made.services.delete_role(made.principal, "legal")
    made.services.put_role(made.principal, role("legal"))
    page = made.services.list_prompts(
        made.principal, PromptFilter("legal", Format.LINKEDIN_NOTE, Language.ES), None, 10
    )
    assert sorted(prompt.version for prompt, _ in page.items) == [1, 2]


def test_the_key_auto_is_reserved() -> None:
    made = product()
    with pytest.raises(InvalidInputError):
        made.services.put_role(made.principal, role("auto"))


def test_the_default_role_cannot_be_deleted() -> None:
    made = product()
    with pytest.raises(ConflictError):
        made.services.delete_role(made.principal, made.services.read_settings(made.principal).default_role)


def test_a_change_of_settings_keeps_what_it_does_not_name() -> None:
    made = product()
    before = made.services.read_settings(made.principal)
    after = made.services.change_settings(
        made.principal, SettingsChange.model_validate({"linkedin_tier": "premium", "sender": None})
    )
    assert after == before.model_copy(update={"linkedin_tier": "premium", "sender": None})
    assert made.services.read_settings(made.principal) == after
    assert made.services.generate_message.dry_run(made.principal, asked()).limit == 300


def test_the_default_role_of_the_settings_must_exist() -> None:
    made = product()
    with pytest.raises(InvalidInputError) as raised:
        made.services.change_settings(made.principal, SettingsChange.model_validate({"default_role": "astronauts"}))
    assert raised.value.errors[0].pointer == "/default_role"
