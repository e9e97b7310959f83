"""`outreach erasures`: keep the list of erasures beside the backups, and make them again after a restore."""

import sys
from pathlib import Path

import click

from cli.exit_codes import ExitCode
from cli.session import open_services
from shared.services.replay_erasures import RecordedErasure

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group()
def erasures() -> None:
    """For operators: the erasures of all workspaces. Whoever can open the store may do this; no key is asked for."""


@erasures.command()
def export() -> ExitCode:
    """Write every erasure to standard output, a line of JSON each: ids and keyed hashes, nothing of the people."""
    for recorded in open_services().replay_erasures.recorded():
        sys.stdout.write(recorded.model_dump_json() + "\n")
    return ExitCode.OK


@erasures.command()
@click.argument("file", type=_FILE)
def replay(file: Path) -> ExitCode:
    """Make the erasures of FILE again, in a store that was restored from a backup. Safe to repeat."""
    replay_erasures = open_services().replay_erasures
    with file.open(encoding="utf-8") as lines:
        made = [replay_erasures(RecordedErasure.model_validate_json(line)) for line in lines if line.strip()]
    gone = made.count(False)
    click.echo(f"{len(made) - gone} de nuevo / again; {gone} sin espacio / without a workspace", err=True)
    return ExitCode.OK
