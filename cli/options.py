"""Options that commands share."""

import os
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import click
from pydantic import ValidationError

from shared.domain.generation import AUTO_ROLE, GenerationRequest
from shared.domain.language import Format, Language, Register

Command = TypeVar("Command", bound=Callable[..., Any])


def message_options(command: Command) -> Command:
    """What kind of message is wanted."""
    for option in reversed(
        (
            click.option(
                "--format",
                "format_",
                type=click.Choice([one.value for one in Format]),
                default=Format.LINKEDIN_MESSAGE.value,
                show_default=True,
                help="Kind of message.",
            ),
            click.option(
                "--language",
                type=click.Choice([one.value for one in Language]),
                help="Language; left out: the workspace's first.",
            ),
            click.option(
                "--register",
                type=click.Choice([one.value for one in Register]),
                help="How Spanish addresses the reader; left out: the role's.",
            ),
            click.option(
                "--role", default=AUTO_ROLE, show_default=True, help="Key of the ICP role; auto finds it by title."
            ),
            click.option("--wish", help="Your own wish for the text, at most 500 characters."),
        )
    ):
        command = option(command)
    return command


def interface() -> str:
    """The language of sentences: that of the terminal's locale, Spanish unless it is English."""
    name = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    return "en" if name.startswith("en") else "es"


def request_of(person: Mapping[str, object], wishes: Mapping[str, object]) -> GenerationRequest:
    """The request that options make. Raises click.UsageError, naming the option, for a value that does not do."""
    try:
        return GenerationRequest.model_validate({**person, **wishes})
    except ValidationError as error:
        wrong = error.errors(include_input=False, include_url=False)[0]
        field = str(wrong["loc"][-1]) if wrong["loc"] else "profile"
        option = {"full_name": "name", "instructions": "wish", "prospect_text": "profile"}.get(field, field).replace(
            "_", "-"
        )
        raise click.UsageError(f"{option}: {wrong['msg']}") from None
