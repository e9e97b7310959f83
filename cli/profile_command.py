"""`outreach generate`: one message for one profile."""

import json
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Mapping
from typing import IO
from unicodedata import category

import click

from cli.exit_codes import ExitCode
from cli.message_rows import message_row
from cli.options import interface, message_options, request_of
from cli.session import open_session
from shared.domain.message import CheckVerdict, ClaimVerdict, Message, MessageStatus

_NO_TEXT = (
    "Esto no es el texto de un perfil; para un CSV, un Excel o un PDF, usa: outreach batch. /"
    " This is not the text of a profile; for a CSV, an Excel file or a PDF, use: outreach batch."
)
_MARKS = {CheckVerdict.PASS: "✓", CheckVerdict.WARN: "·", CheckVerdict.BLOCK: "✗"}
_VERDICTS = {ClaimVerdict.VERIFIED: "✓", ClaimVerdict.UNSUPPORTED: "?", ClaimVerdict.CONTRADICTED: "✗"}


@click.command()
@click.argument("profile", type=click.File("rb"), required=False)
@click.option("--name", help="Full name.")
@click.option("--title", help="Current job title.")
@click.option("--company", help="Current company.")
@click.option("--location", help="City or region.")
@click.option("--email", help="E-mail address; identifies the person.")
@click.option("--linkedin-url", help="LinkedIn address; identifies the person, is never opened.")
@click.option("--post", "posts", multiple=True, help="Something the person wrote; may be repeated.")
@click.option("--json", "as_json", is_flag=True, help="Print text, proof and findings as one JSON object.")
@message_options
def generate(
    profile: IO[bytes] | None,
    as_json: bool,
    format_: str,
    language: str | None,
    register: str | None,
    role: str,
    wish: str | None,
    **fields: str | tuple[str, ...] | None,
) -> ExitCode:
    """Write one message from PROFILE (a file with a pasted profile, - for standard input) or from the fields given."""
    request = request_of(
        _person(profile, fields),
        {"format": format_, "language": language, "register": register, "role": role, "instructions": wish},
    )
    session = open_session()
    message = session.services.generate_message(session.principal, request, session.services.ids.new())
    if as_json:
        click.echo(json.dumps(dict(message_row(None, message, interface())), ensure_ascii=False, indent=2))
    else:
        _show(message)
    return ExitCode.OK if message.status is MessageStatus.READY else ExitCode.NEEDS_REVIEW


def _person(profile: IO[bytes] | None, fields: Mapping[str, str | tuple[str, ...] | None]) -> dict[str, object]:
    known = {"full_name" if name == "name" else name: value for name, value in fields.items() if value}
    if (profile is None) == (not known):
        raise click.UsageError("Give either a profile (a file, or - for standard input) or fields such as --name.")
    return {"prospect": known} if profile is None else {"prospect_text": _decoded(profile.read())}


def _decoded(data: bytes) -> str:
    """The text of a file that somebody saved: UTF-8, or what Windows programs write. Raises UsageError for no text."""
    text = _with_its_encoding(data)
    if not all(character.isprintable() or character.isspace() or category(character) == "Cf" for character in text):
        raise click.UsageError(_NO_TEXT)
    return text


def _with_its_encoding(data: bytes) -> str:
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _show(message: Message) -> None:
    """The text alone goes to standard output, so that it can be piped; what it rests on goes to standard error."""
    if message.subject is not None:
        click.echo(f"{message.subject}\n")
    click.echo(message.body)
    facts = {fact.id: fact for fact in message.facts}
    role = f"{message.role.key} ({message.role.matched_by})"
    length = f"{message.characters}/{message.limit}"
    lines = ["", " · ".join([message.status.value, role, length, message.writer.provider])]
    for claim in message.claims:
        sources = ", ".join(f"{facts[id_].field}: {facts[id_].text}" for id_ in claim.facts if id_ in facts)
        lines.append(f"  {_VERDICTS[claim.verdict]} «{claim.text}» ← {sources or '—'}")
    lines += [
        f"  {_MARKS[check.verdict]} {check.name}: {check.detail.in_language(interface())}"
        for check in message.checks
        if check.verdict is not CheckVerdict.PASS
    ]
    click.echo("\n".join(lines), err=True)
