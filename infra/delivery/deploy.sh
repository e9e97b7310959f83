#!/usr/bin/env bash
# Bring this checkout into ENV: functions and infrastructure, then the page, then a message as proof.
#
#   make deploy ENV=dev                     SMOKE_KEY=… an API key of a workspace; without one no message is generated
#
# What was deployed is noted beside the state, so that `make rollback` finds it: the commit and each zip's digest.
set -euo pipefail
verb=deploy
# shellcheck source=infra/delivery/environment.sh
. "$(dirname "${BASH_SOURCE[0]}")/environment.sh"
needs gcloud openssl terraform

"$delivery/plan.sh"
in_terraform apply -input=false next.tfplan
rm -f "$folder/next.tfplan"
"$delivery/upload_web.sh"
"$delivery/note_release.sh"
"$delivery/smoke_test.sh"
