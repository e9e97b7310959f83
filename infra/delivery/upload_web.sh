#!/usr/bin/env bash
# Upload the page to the bucket behind the load balancer. Scripts and styles carry a digest in their names and may be kept
# for ever; all else is asked for each time. The page itself goes last: until then the old one finds its own scripts, which
# stay, since somebody may have it open. PAGE names a built page; left out, web/ is built.
set -euo pipefail
verb=deploy
# shellcheck source=infra/delivery/environment.sh
. "$(dirname "${BASH_SOURCE[0]}")/environment.sh"
needs gcloud

bucket=$(output web_bucket)
if [ -z "$bucket" ]; then
  echo "ENV=$ENV has no domain, so there is no page to upload."
  exit 0
fi
page=${PAGE:-}
if [ -z "$page" ]; then
  make --no-print-directory web
  page=$(.venv/bin/python -c 'from scripts.build_web import built; print(built() or "")')
fi
[ -f "$page/index.html" ] || die "The page was not built."

for_ever='public, max-age=31536000, immutable'
upload() {
  gcloud storage cp --quiet --cache-control="$1" "${@:3}" "gs://$bucket/$2"
}
upload "$for_ever" assets/ --recursive "$page/assets/*"
others=()
for file in "$page"/*; do
  case $(basename "$file") in assets | index.html | sign-in.json) ;; *) others+=("$file") ;; esac
done
[ ${#others[@]} -eq 0 ] || upload no-cache '' --recursive "${others[@]}"
upload no-cache index.html "$page/index.html"
