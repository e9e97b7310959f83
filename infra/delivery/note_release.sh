#!/usr/bin/env bash
# Note what runs in ENV now: releases/ENV/TIME.json beside the state, with the commit and each function's zip.
set -euo pipefail
verb=deploy
# shellcheck source=infra/delivery/environment.sh
. "$(dirname "${BASH_SOURCE[0]}")/environment.sh"
needs gcloud

name=$(date -u +%Y%m%dT%H%M%SZ)
commit=$(git rev-parse HEAD 2>/dev/null || echo unknown)
digests=$(sed -n 's/^ *"\([a-z0-9-]*\)": {"digest": "\([0-9a-f]*\)".*/    "\1": "\2",/p' "$folder/sources.auto.tfvars.json")
printf '{\n  "commit": "%s",\n  "zips": {\n%s\n  }\n}\n' "$commit" "${digests%,}" |
  gcloud storage cp --quiet - "gs://$state/releases/$ENV/$name.json"
echo "Release $name of $ENV is commit $commit."
