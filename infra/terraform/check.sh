#!/usr/bin/env bash
# Format, validity and tests of every module and environment. Nothing calls a cloud, and no credentials are needed.
#
# Providers come from the registry, or from where TF_CLI_CONFIG_FILE says. It all happens in a copy: providers and lock
# files of one source must not be met by the other. Exit code 69 means that nothing could be checked for want of Terraform
# or of its providers, any other but 0 that something is wrong.
set -euo pipefail
unavailable=69
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
root=$PWD

command -v terraform >/dev/null || {
  echo "Terraform 1.9 or newer is needed: https://developer.hashicorp.com/terraform/install" >&2
  exit $unavailable
}
terraform fmt -check -diff -recursive infra/terraform

copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
mkdir "$copy/infra" "$copy/logs"
cp -R infra/terraform "$copy/infra/"
cp -R functions "$copy/"
cd "$copy/infra/terraform"
find . \( -name .terraform -o -name .terraform.lock.hcl -o -name '*.auto.tfvars*' \) -prune -exec rm -rf {} +

export TF_IN_AUTOMATION=1 CHECKPOINT_DISABLE=1
if [ -z "${TF_CLI_CONFIG_FILE:-}" ]; then
  # Each provider is downloaded once, not once a module; without a lock file the cache is used only if told so.
  export TF_PLUGIN_CACHE_DIR=$root/.cache/terraform-plugins TF_PLUGIN_CACHE_MAY_BREAK_DEPENDENCY_LOCK_FILE=1
  mkdir -p "$TF_PLUGIN_CACHE_DIR"
fi

# One at a time: the cache is not made for several.
folders=(bootstrap/ modules/*/ environments/*/)
for folder in "${folders[@]}"; do
  terraform -chdir="$folder" init -backend=false -input=false -no-color >"$copy/logs/init" 2>&1 || {
    cat "$copy/logs/init" >&2
    if grep -q 'could not connect to' "$copy/logs/init"; then exit $unavailable; fi
    exit 1
  }
done

check() {
  local log=$1/logs/${2//\//-}
  if { terraform -chdir="$2" validate -no-color && terraform -chdir="$2" test -no-color; } >"$log" 2>&1; then
    echo "${2%/}: $(grep -o '[0-9]* passed' "$log")"
  else
    echo "${2%/}:" >&2
    cat "$log" >&2
    return 1
  fi
}
export -f check
processors=$(getconf _NPROCESSORS_ONLN)
# shellcheck disable=SC2016  # the inner shell expands them
printf '%s\0' "${folders[@]}" | xargs -0 -P "$processors" -I '{}' bash -c 'check "$0" "$1"' "$copy" '{}' || {
  echo "Terraform is not in order; see above." >&2
  exit 1
}
echo "Terraform: ${#folders[@]} modules and environments formatted, valid and tested in $SECONDS s."
