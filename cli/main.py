"""The command line: one message, or one for each row of a file, on the same services as the API."""

import sys

import click

from cli.erasures_command import erasures
from cli.exit_codes import EXPLAINED, ExitCode, code_of
from cli.file_command import batch
from cli.profile_command import generate
from shared.domain.errors import OutreachError

HELP = f"""Write checked, personal outreach messages in Spanish and English.

\b
  outreach generate perfil.txt                         from a pasted profile in a file
  pbpaste | outreach generate - --format email         from the clipboard
  outreach generate --name "Lucía Ferrer" --title "Directora de Operaciones" --company "Logística Norte"
  outreach batch prospectos.csv --output mensajes.csv  one message for each row
  outreach erasures replay borrados.jsonl              after a restore from a backup

Messages are kept in the history, as those of the API are. Settings come from the environment (docs/settings.md).

\b
{EXPLAINED}
"""


@click.group(help=HELP, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
def outreach() -> None:
    """The group of all commands; its help is HELP."""


outreach.add_command(generate)
outreach.add_command(batch)
outreach.add_command(erasures)


def main() -> None:
    """Run a command and end with its exit code; errors are one sentence on stderr, never a stack trace."""
    try:
        code = outreach.main(prog_name="outreach", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        code = ExitCode.USAGE
    except (click.Abort, KeyboardInterrupt):
        click.echo("Interrumpido. / Interrupted.", err=True)
        code = ExitCode.INTERRUPTED
    except OutreachError as error:
        click.echo(f"{error.sentence.es} / {error.sentence.en}", err=True)
        code = code_of(error)
    except Exception as error:  # noqa: BLE001  the last resort of a program; what it holds may be personal data
        click.echo(f"Error inesperado / Unexpected error: {type(error).__name__}", err=True)
        code = ExitCode.UNEXPECTED
    sys.exit(code or ExitCode.OK)
