#!/bin/sh
# Prints the first Python that can run this project, or says in one sentence what to install.
# A candidate counts only if it runs: pyenv leaves shims of versions that are not switched on.
set -u

old="" bare=""
for candidate in .venv/bin/python python3 python3.14 python3.13 python3.12 python3.11 python; do
  found=$("$candidate" -I -S -c '
import sys
version = "%d.%d" % sys.version_info[:2]
if sys.version_info < (3, 11):
    print("old " + version)
else:
    from importlib.util import find_spec
    print(("good " if find_spec("venv") and find_spec("ensurepip") else "bare ") + version)
' 2>/dev/null) || continue
  case $found in
    good*) echo "$candidate"; exit 0 ;;
    bare*) bare=${bare:-${found#bare }} ;;
    old*) old=${old:-${found#old }} ;;
  esac
done

if [ -n "$bare" ]; then
  echo "Python $bare lacks its venv module: install python3-venv (Debian and Ubuntu: sudo apt install python$bare-venv) and run make again." >&2
elif [ -n "$old" ]; then
  echo "This project needs Python 3.11 or newer and found $old: install python3 and python3-venv in a newer version and run make again." >&2
else
  echo "This project needs Python 3.11 or newer and found none: install python3 and python3-venv and run make again." >&2
fi
exit 1
