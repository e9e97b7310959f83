# shellcheck shell=bash
# Sourced by the other scripts of this folder: which environment is meant, and what it is called in Google Cloud.
#
#   ENV       a folder of infra/terraform/environments
#   PROJECT   its project id; left out, what the folder's project.auto.tfvars says
#
# Afterwards: $root (the repository), $folder (the environment's), $state (the bucket of its state), $sources (the bucket
# of zips). The current directory is the repository.

delivery=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$delivery/../.." && pwd)
cd "$root" || exit 1

die() {
  echo "$*" >&2
  exit 1
}

[ -n "${ENV:-}" ] || die "Say which environment: make ${verb:-deploy} ENV=dev"
folder=$root/infra/terraform/environments/$ENV
[ -d "$folder" ] || die "There is no environment $ENV; there are: $(cd infra/terraform/environments && echo *)."

if [ -z "${PROJECT:-}" ] && [ -f "$folder/project.auto.tfvars" ]; then
  PROJECT=$(sed -n 's/^ *project *= *"\([^"]*\)" *$/\1/p' "$folder/project.auto.tfvars")
fi
[ -n "${PROJECT:-}" ] || die "Say which project: PROJECT=… or a line project = \"…\" in $folder/project.auto.tfvars."
export PROJECT TF_VAR_project=$PROJECT TF_IN_AUTOMATION=1

state=$PROJECT-terraform-state
# shellcheck disable=SC2034  # used by those who source this
sources=$PROJECT-function-sources

needs() {
  local command
  for command in "$@"; do
    command -v "$command" >/dev/null || die "$command is needed; see infra/terraform/README.md."
  done
}

in_terraform() {
  terraform -chdir="$folder" "$@"
}

# What Terraform knows of the environment; nothing where there is no such output, or it is null.
output() {
  in_terraform output -json "$1" 2>/dev/null | sed 's/^"//; s/"$//; s/^null$//' || true
}

initialized() {
  in_terraform init -input=false -no-color -reconfigure -backend-config="bucket=$state" >/dev/null ||
    die "Terraform cannot begin; see above. It needs the bucket gs://$state, which infra/terraform/bootstrap makes, and somebody who" \
      "may read it: gcloud auth application-default login."
}
