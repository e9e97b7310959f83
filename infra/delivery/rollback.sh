#!/usr/bin/env bash
# Go back to an earlier release of ENV: its zips are still in the bucket, so nothing is built.
#
#   make rollback ENV=dev                     lists the releases, newest first
#   make rollback ENV=dev RELEASE=TIME        goes back to that one
#
# Only the functions go back. Infrastructure and page stay as they are: check out the release's commit and deploy it where
# those must go back too. Data is never touched (docs/operations.md, "Backup and restore").
set -euo pipefail
verb=rollback
# shellcheck source=infra/delivery/environment.sh
. "$(dirname "${BASH_SOURCE[0]}")/environment.sh"
needs gcloud terraform

releases=gs://$state/releases/$ENV
if [ -z "${RELEASE:-}" ]; then
  echo "Say which release: make rollback ENV=$ENV RELEASE=…"
  gcloud storage ls "$releases/" | sed 's#.*/##; s#\.json$##' | sort -r | head -20
  exit 1
fi
[[ $RELEASE =~ ^[0-9]{8}T[0-9]{6}Z$ ]] || die "A release is named by its time, as make rollback ENV=$ENV lists them."

target=$root/dist/$RELEASE
mkdir -p "$target"
gcloud storage cp --quiet "$releases/$RELEASE.json" "$target/release.json"

separator=''
zips=$(sed -n 's/^ *"\([a-z0-9-]*\)": "\([0-9a-f]\{64\}\)",\{0,1\}$/\1 \2/p' "$target/release.json")
[ -n "$zips" ] || die "Release $RELEASE names no zips."
{
  printf '{"sources": {'
  while read -r name digest; do
    gcloud storage cp --quiet "gs://$sources/$name/$digest.zip" "$target/$name.zip" >&2
    printf '%s\n  "%s": {"digest": "%s", "path": "%s"}' "$separator" "$name" "$digest" "$target/$name.zip"
    separator=','
  done <<<"$zips"
  printf '\n}}\n'
} >"$folder/sources.auto.tfvars.json"

initialized
in_terraform apply -input=false -auto-approve -target=module.outreach.module.function
"$delivery/note_release.sh"
"$delivery/smoke_test.sh"
