"""What every new workspace and every new role starts with: roles, and prompts for each format and language."""

from collections.abc import Iterable
from datetime import datetime

from shared.domain.documents import Operation
from shared.domain.ids import derived_id
from shared.domain.language import Format, Language
from shared.domain.prompt import Prompt
from shared.domain.role import Role
from shared.prompts.instructions import default_instructions
from shared.repositories.prompts import Prompts
from shared.repositories.store import WorkspaceStore

DEFAULT_AUTHOR = "default"


def default_pack_operations(
    store: WorkspaceStore, workspace_id: str, roles: Iterable[Role], now: datetime
) -> list[Operation]:
    """The operations that give a new workspace, which has none, its roles and their first prompts."""
    operations: list[Operation] = []
    for role in roles:
        operations.append(store.roles.creation(role.key, role))
        for prompt in _default_prompts(workspace_id, role.key, now):
            operations.extend(store.prompts.first_version(prompt))
    return operations


def default_prompt_operations(prompts: Prompts, workspace_id: str, role: str, now: datetime) -> list[Operation]:
    """The operations that give a role an active first prompt for each format and language, where it has none.

    A role that was deleted and comes back finds its prompts as they were.
    """
    missing = [prompt for prompt in _default_prompts(workspace_id, role, now) if prompts.head_of(prompt) is None]
    return [operation for prompt in missing for operation in prompts.first_version(prompt)]


def _default_prompts(workspace_id: str, role: str, now: datetime) -> list[Prompt]:
    return [_default_prompt(workspace_id, role, format_, language, now) for format_ in Format for language in Language]


def _default_prompt(workspace_id: str, role: str, format_: Format, language: Language, now: datetime) -> Prompt:
    return Prompt(
        id=derived_id("default-prompt", workspace_id, role, format_, language),
        role=role,
        format=format_,
        language=language,
        version=1,
        text=default_instructions(format_, language),
        author=DEFAULT_AUTHOR,
        created_at=now,
    )
