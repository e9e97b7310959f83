#!/usr/bin/env bash
# Prints the variable `sources` for the zips in dist/ (`make build` writes them), for a file that Terraform reads by itself:
#
#     infra/terraform/sources.sh >infra/terraform/environments/dev/sources.auto.tfvars.json
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
shopt -s nullglob

zips=(dist/*.zip)
[ ${#zips[@]} -gt 0 ] || { echo "There is no zip in dist/; run \`make build\` first." >&2; exit 1; }

separator=''
printf '{"sources": {'
for zip in "${zips[@]}"; do
  digest=$(openssl dgst -sha256 -r "$zip" | cut -d ' ' -f 1)
  printf '%s\n  "%s": {"digest": "%s", "path": "%s"}' "$separator" "$(basename "$zip" .zip)" "$digest" "$PWD/$zip"
  separator=','
done
printf '\n}}\n'
