"""The services and the caller behind one run of the command line."""

import os
from dataclasses import dataclass
from pathlib import Path

import click

from shared.bootstrap import DEMO_KEY_FILE, Services, build_services, read_environment
from shared.domain.act import Act, Origin, acting
from shared.domain.errors import NotAuthenticatedError, Sentence
from shared.domain.principal import Principal

KEY_VARIABLE = "OUTREACH_KEY"


@dataclass(frozen=True)
class Session:
    """Everything a command needs: the same services as the API, and the caller that the key belongs to."""

    services: Services
    principal: Principal


def open_services() -> Services:
    """Services by the environment's settings. Raises StartError."""
    # Events are for operations; who sits at a terminal reads sentences.
    return build_services(read_environment().model_copy(update={"log_level": "error"}))


def open_session() -> Session:
    """Services by the environment's settings; the caller by OUTREACH_KEY, or on a laptop by the demo key.

    Raises StartError or NotAuthenticatedError.
    """
    services = open_services()
    key = os.environ.get(KEY_VARIABLE) or _demo_key(services.settings.data_dir / DEMO_KEY_FILE)
    session = Session(services, services.authenticate(key))
    _record_in_audit(session.principal)
    return session


def _record_in_audit(principal: Principal) -> None:
    """Until the command ends, what is written is kept in the audit log as this caller's doing."""
    context = click.get_current_context(silent=True)
    if context is not None:
        act = Act(principal.id, principal.kind.value, context.info_name or "command", Origin(agent="command line"))
        context.with_resource(acting(act))


def _demo_key(path: Path) -> str:
    try:
        return path.read_text(encoding="ascii").strip()
    except OSError:
        raise NotAuthenticatedError(
            Sentence(f"Falta la clave: ponla en {KEY_VARIABLE}.", f"The key is missing: put it into {KEY_VARIABLE}.")
        ) from None
