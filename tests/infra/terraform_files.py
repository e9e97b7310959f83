"""Where Terraform's files are, and what they say without Terraform to read them."""

import json
import re
from pathlib import Path
from typing import Any

from scripts.deployed import ROOT

TERRAFORM = ROOT / "infra" / "terraform"
MODULES = TERRAFORM / "modules"


def deployed_functions() -> dict[str, dict[str, Any]]:
    """The one list of functions, which is in Terraform's JSON syntax for this."""
    functions: dict[str, dict[str, Any]] = json.loads(_text("function_list/functions.tf.json"))["locals"]["functions"]
    return functions


def firestore() -> dict[str, Any]:
    """Collections and indexes, as the modules take them."""
    declared: dict[str, Any] = json.loads(_text("outreach/firestore.json"))
    return declared


def deadlines() -> dict[str, float]:
    """Seconds by name; the file holds nothing else."""
    lines = re.findall(r"(?m)^ +(\w+) += (\d+)$", _text("outreach/deadlines.tf"))
    return {name: float(seconds) for name, seconds in lines}


def setting_names() -> set[str]:
    """The settings that functions are given."""
    return set(re.findall(r"\bAPP_[A-Z_]*[A-Z]\b", _text("outreach/settings.tf")))


def configuration() -> dict[Path, str]:
    """Every file that Terraform applies, tests apart."""
    return {
        path: path.read_text(encoding="utf-8") for path in TERRAFORM.rglob("*.tf") if ".terraform" not in path.parts
    }


def blocks(kinds: str, name: str = r"\w+") -> list[str]:
    """The text of every block of a kind ("variable", "variable|output") whose name matches."""
    pattern = rf'(?ms)^(?:{kinds}) "{name}" \{{\n.*?^\}}'
    return [block for text in configuration().values() for block in re.findall(pattern, text)]


def _text(name: str) -> str:
    return (MODULES / name).read_text(encoding="utf-8")
