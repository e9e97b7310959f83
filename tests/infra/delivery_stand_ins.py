"""Stand-ins for the two programs that deliver: `gcloud storage` over a folder, and a Terraform that notes its calls.

No emulator of either exists; both keep to what the scripts of infra/delivery use of them.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

_GCLOUD = """#!{python}
import shutil, sys
from pathlib import Path

buckets, log = Path({buckets!r}), Path({log!r})
with log.open("a") as file:
    print("gcloud", *sys.argv[1:], file=file)

def local(name):
    return buckets / name.removeprefix("gs://") if name.startswith("gs://") else Path(name)

words = [word for word in sys.argv[1:] if not word.startswith("--")]
if words[:2] == ["storage", "cp"]:
    *sources, target = words[2:]
    for source in sources:
        into = local(target)
        if source == "-":
            into.parent.mkdir(parents=True, exist_ok=True)
            into.write_text(sys.stdin.read())
            continue
        origin = local(source)
        found = sorted(origin.parent.glob(origin.name))
        if not found:
            sys.exit(f"ERROR: {{source}} matched no objects")
        for one in found:
            place = into / one.name if target.endswith("/") else into
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copytree(one, place, dirs_exist_ok=True) if one.is_dir() else shutil.copy(one, place)
elif words[:2] == ["storage", "ls"]:
    for file in sorted(local(words[2]).glob("*")):
        print(words[2] + file.name)
else:
    sys.exit("not stood in for: " + " ".join(words))
"""

_TERRAFORM = """#!/bin/sh
echo terraform "$@" >>"{log}"
case "$*" in *" init "*) [ ! -f "{outputs}/no-state" ] || exit 1 ;; esac
case "$*" in *" output -json "*) for last; do :; done; cat "{outputs}/$last" 2>/dev/null || echo null ;; esac
"""


class Cloud:
    """A folder in which buckets, Terraform's outputs, a log of all calls and a checkout of one's own lie."""

    def __init__(self, folder: Path) -> None:
        self.buckets, self.outputs, self._log = folder / "buckets", folder / "outputs", folder / "log"
        programs = folder / "programs"
        for new in (self.buckets, self.outputs, programs):
            new.mkdir()
        self._log.touch()
        gcloud = _GCLOUD.format(python=sys.executable, buckets=str(self.buckets), log=str(self._log))
        terraform = _TERRAFORM.format(log=self._log, outputs=self.outputs)
        for name, text in (("gcloud", gcloud), ("terraform", terraform)):
            (programs / name).write_text(text)
            (programs / name).chmod(0o755)
        self._checkout = _checkout(folder / "checkout")
        self._path = f"{programs}{os.pathsep}{os.environ['PATH']}"

    def run(self, script: str, **variables: str) -> "subprocess.CompletedProcess[str]":
        """What the script of infra/delivery did and said."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("APP_", "MAKE"))}
        environment = {**kept, "PATH": self._path, "ENV": "dev", "PROJECT": "a-project", **variables}
        program = self._checkout / "infra" / "delivery" / script
        return subprocess.run([str(program)], env=environment, capture_output=True, text=True, timeout=300, check=False)

    @property
    def sources(self) -> Path:
        """The file that names the zips of the environment `dev`."""
        return self._checkout / "infra" / "terraform" / "environments" / "dev" / "sources.auto.tfvars.json"

    def says(self, output: str, value: str) -> None:
        """Have Terraform know an output."""
        (self.outputs / output).write_text(json.dumps(value))

    @property
    def calls(self) -> list[str]:
        """Every call, in order."""
        return self._log.read_text().splitlines()


def _checkout(folder: Path) -> Path:
    """A copy of what the scripts write to."""
    ignored = shutil.ignore_patterns(".terraform*", "*.auto.tfvars*", "*.tfplan")
    shutil.copytree(ROOT / "infra", folder / "infra", ignore=ignored)
    return folder
