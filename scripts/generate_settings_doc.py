"""Write docs/settings.md from shared/config.py, or with --check fail if it is not what would be written."""

import sys
from pathlib import Path
from typing import Literal, get_args, get_origin

from pydantic.fields import FieldInfo

from scripts.deployed import ROOT
from shared.config import Settings, variable

_PAGE = ROOT / "docs" / "settings.md"
_TOP = """# Settings

Environment variables, read once at start by `shared/bootstrap`. Every default is the embedded one: nothing needs to
be set on a laptop. A value that cannot be right stops the start with a sentence that names the variable.

<!-- Generated from shared/config.py by `python -m scripts.generate_settings_doc`; `make drift` compares. -->

| variable | value | default | meaning |
|---|---|---|---|
"""
_BOTTOM = """
Two more belong to what serves us: `PORT` (8080) is where `make run` and functions-framework listen, `THREADS` how many
requests one instance of a function serves at a time.
"""


def main() -> int:
    """Write the page, or check it."""
    page = _TOP + "".join(_row(name, field) for name, field in Settings.model_fields.items()) + _BOTTOM
    if "--check" not in sys.argv[1:]:
        _PAGE.write_text(page, encoding="utf-8")
        return 0
    if _PAGE.exists() and _PAGE.read_text(encoding="utf-8") == page:
        return 0
    print("docs/settings.md is not what shared/config.py says; run `make docs`.", file=sys.stderr)
    return 1


def _row(name: str, field: FieldInfo) -> str:
    return f"| `{variable(name)}` | {_values(field.annotation)} | {_default(field.default)} | {field.description} |\n"


def _values(annotation: object) -> str:
    """What may be given, in words: the choices of a Literal, otherwise the kind of value."""
    options = [option for option in get_args(annotation) if option is not type(None)]
    if get_origin(annotation) is Literal:
        return ", ".join(f"`{option}`" for option in options)
    if options:
        return _values(options[0])
    kinds = {bool: "`true`, `false`", float: "number", int: "whole number", Path: "path"}
    return kinds.get(annotation, "text") if isinstance(annotation, type) else "text"


def _default(value: object) -> str:
    if value is None or value in ((), frozenset()):
        return "none"
    return f"`{str(value).lower() if isinstance(value, bool) else value}`"


if __name__ == "__main__":
    sys.exit(main())
