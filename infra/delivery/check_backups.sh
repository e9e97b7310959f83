#!/usr/bin/env bash
# Is there a backup of ENV's database that is ready and younger than 26 hours? A backup that was not made tells nobody, so
# a job asks each day (.github/workflows/backups.yml).
set -euo pipefail
verb=backups
# shellcheck source=infra/delivery/environment.sh
. "$(dirname "${BASH_SOURCE[0]}")/environment.sh"
needs gcloud

newest=$(gcloud firestore backups list --project="$PROJECT" --filter='state=READY' --sort-by='~snapshotTime' --limit=1 \
  --format='value(snapshotTime)')
[ -n "$newest" ] || die "$ENV has no backup at all."
age=$(($(date -u +%s) - $(date -u -d "$newest" +%s)))
[ "$age" -lt $((26 * 3600)) ] || die "The newest backup of $ENV is $((age / 3600)) hours old."
echo "The newest backup of $ENV is $((age / 3600)) hours old."
