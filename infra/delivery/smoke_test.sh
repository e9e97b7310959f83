#!/usr/bin/env bash
# Is it there, and does it do its one job? Health of every public function, then one message for an invented person, which
# stays in the workspace of SMOKE_KEY: give it one of its own. ADDRESS tries another place than ENV's domain, such as
# http://localhost:8080.
set -euo pipefail
if [ -z "${ADDRESS:-}" ]; then
  verb=deploy
  # shellcheck source=infra/delivery/environment.sh
  . "$(dirname "${BASH_SOURCE[0]}")/environment.sh"
  ADDRESS=$(output address)
  if [ -z "$ADDRESS" ]; then
    echo "ENV=${ENV} has no domain: nothing outside its project can ask it anything."
    exit 0
  fi
fi

failed() {
  echo "$*" >&2
  exit 1
}

# Prints the answer's body; fails where it is a refusal.
ask() {
  curl --silent --show-error --max-time 60 --fail-with-body "$@"
}

for function in accounts batch generate history; do
  # A function that starts, or a right that is not yet known everywhere, gets a minute.
  ask --retry 5 --retry-all-errors --retry-max-time 60 "$ADDRESS/v1/$function/health" >/dev/null || failed "$function is not well at $ADDRESS."
  echo "$function is well."
done

if [ -z "${SMOKE_KEY:-}" ]; then
  echo "Without SMOKE_KEY no message is generated."
  exit 0
fi
asked='{"prospect": {"full_name": "Lucía Ferrer", "title": "Directora de Operaciones", "company": "Logística Norte"},
  "format": "linkedin_note", "language": "es"}'
answer=$(printf 'Authorization: Bearer %s' "$SMOKE_KEY" |
  ask --header @- --header 'Content-Type: application/json' --data "$asked" "$ADDRESS/v1/generations") ||
  failed "No message was generated at $ADDRESS: $answer"
case $answer in
  *'"body"'*'"checks"'*) echo "A message was written and checked." ;;
  *) failed "The answer holds no checked message." ;;
esac
