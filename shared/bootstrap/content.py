"""Roles, prompts, templates and experiments."""

from functools import cached_property
from typing import TYPE_CHECKING

from shared.bootstrap.wiring import Wiring

if TYPE_CHECKING:
    from shared.services.activate_prompt import ActivatePrompt
    from shared.services.change_experiment import ChangeExperiment
    from shared.services.create_experiment import CreateExperiment
    from shared.services.create_prompt import CreatePrompt
    from shared.services.delete_role import DeleteRole
    from shared.services.list_prompts import ListPrompts
    from shared.services.list_roles import ListRoles
    from shared.services.list_templates import ListTemplates
    from shared.services.put_role import PutRole
    from shared.services.read_experiments import ReadExperiments
    from shared.services.save_template import SaveTemplate


class ContentServices(Wiring):
    """Roles, prompts, templates and experiments."""

    @cached_property
    def activate_prompt(self) -> "ActivatePrompt":
        from shared.services.activate_prompt import ActivatePrompt

        return ActivatePrompt(self.store)

    @cached_property
    def change_experiment(self) -> "ChangeExperiment":
        from shared.services.change_experiment import ChangeExperiment

        return ChangeExperiment(self.store, self.read_settings, self.read_experiments, self.clock)

    @cached_property
    def create_experiment(self) -> "CreateExperiment":
        from shared.services.create_experiment import CreateExperiment

        return CreateExperiment(self.store, self.clock)

    @cached_property
    def create_prompt(self) -> "CreatePrompt":
        from shared.services.create_prompt import CreatePrompt

        return CreatePrompt(self.store, self.clock)

    @cached_property
    def delete_role(self) -> "DeleteRole":
        from shared.services.delete_role import DeleteRole

        return DeleteRole(self.store, self.read_settings)

    @cached_property
    def list_prompts(self) -> "ListPrompts":
        from shared.services.list_prompts import ListPrompts

        return ListPrompts(self.store)

    @cached_property
    def list_roles(self) -> "ListRoles":
        from shared.services.list_roles import ListRoles

        return ListRoles(self.store)

    @cached_property
    def list_templates(self) -> "ListTemplates":
        from shared.services.list_templates import ListTemplates

        return ListTemplates(self.store)

    @cached_property
    def put_role(self) -> "PutRole":
        from shared.services.put_role import PutRole

        return PutRole(self.store, self.clock)

    @cached_property
    def read_experiments(self) -> "ReadExperiments":
        from shared.services.read_experiments import ReadExperiments

        return ReadExperiments(self.store, self.read_settings, self.clock)

    @cached_property
    def save_template(self) -> "SaveTemplate":
        from shared.services.save_template import SaveTemplate

        return SaveTemplate(self.store, self.clock)
