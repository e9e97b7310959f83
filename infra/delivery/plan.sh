#!/usr/bin/env bash
# What a deployment of this checkout would change in ENV; changes nothing.
#
#   make plan ENV=dev
#
# With ZIPS=keep the zips of dist/ are taken as they are (CI builds them in a step of its own).
set -euo pipefail
verb=plan
# shellcheck source=infra/delivery/environment.sh
. "$(dirname "${BASH_SOURCE[0]}")/environment.sh"
needs terraform

initialized
[ "${ZIPS:-}" = keep ] || make --no-print-directory build
infra/terraform/sources.sh >"$folder/sources.auto.tfvars.json"
in_terraform plan -input=false -out=next.tfplan
