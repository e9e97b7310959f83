#!/usr/bin/env bash
# Ask the public databases of vulnerabilities about every release that is pinned: PyPI's through pip-audit, which lives in
# an environment of its own, and npm's through npm audit. It says loudly which of them could not be asked.
#
# Exit code 1: something is known. 69: nothing is known, but somebody could not be asked. 0: both were asked.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
unavailable=69

lock=requirements/audit.txt
home=$PWD/.cache/audit-$(cksum <"$lock" | cut -d ' ' -f 1)
if [ ! -x "$home/bin/pip-audit" ]; then
  rm -rf .cache/audit-*
  .venv/bin/python -m venv "$home"
  "$home/bin/pip" install --quiet --quiet --disable-pip-version-check --require-hashes --requirement "$lock"
fi
answer=$(mktemp -d)
trap 'rm -rf "$answer"' EXIT
known=0 silent=()

# The answer of a database is JSON; whatever else a tool says, it says of its own trouble.
has() { .venv/bin/python -c "import json, sys; sys.exit(not ($1)(json.load(open('$2'))))" 2>/dev/null; }

# The functions and the server take their pins from dev.txt; the others have pins of their own.
for file in requirements/{dev,audit,bootstrap,load,policy}.txt; do
  "$home/bin/pip-audit" --disable-pip --require-hashes --progress-spinner off --timeout 10 --format json \
    --requirement "$file" >"$answer/pip.json" 2>"$answer/pip.log" || true
  # A release that the database does not know is skipped, and counts as clean for the tool; not here.
  if ! has 'lambda found: found["dependencies"] and not any("skip_reason" in one for one in found["dependencies"])' \
    "$answer/pip.json"; then
    silent+=("PyPI's database")
    break
  elif has 'lambda found: any(one.get("vulns") for one in found["dependencies"])' "$answer/pip.json"; then
    known=1
    echo "$file:"
    "$home/bin/pip-audit" --disable-pip --require-hashes --progress-spinner off --requirement "$file" || true
  fi
done

.venv/bin/python -m scripts.npm --prefix web audit --json >"$answer/npm.json" 2>"$answer/npm.log" || true
if ! has 'lambda found: "vulnerabilities" in found' "$answer/npm.json"; then
  silent+=("npm's database")
elif has 'lambda found: found["vulnerabilities"]' "$answer/npm.json"; then
  known=1
  .venv/bin/python -m scripts.npm --prefix web audit || true
fi

for database in "${silent[@]}"; do
  echo "NOT AUDITED: $database could not be asked. Nobody has said that these dependencies are safe." >&2
done
[ "$known" -eq 0 ] || exit 1
[ ${#silent[@]} -eq 0 ] || exit $unavailable
echo "Dependencies: nothing is known of any pinned release."
