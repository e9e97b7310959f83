#!/usr/bin/env bash
# Hold Terraform against checkov's catalogue. It lives in an environment of its own, made once for each state of its lock.
#
# It knows nothing of Cloud Tasks, Scheduler, Firestore, Secret Manager or monitoring: tests/infra has the rules for those.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

lock=requirements/policy.txt
home=$PWD/.cache/policy-$(cksum <"$lock" | cut -d ' ' -f 1)
if [ ! -x "$home/bin/checkov" ]; then
  rm -rf .cache/policy-*
  .venv/bin/python -m venv "$home"
  "$home/bin/pip" install --quiet --disable-pip-version-check --require-hashes --requirement "$lock"
fi
LOG_LEVEL=ERROR "$home/bin/checkov" --config-file infra/terraform/checkov.yaml --directory infra/terraform
echo "Terraform: nothing of checkov's catalogue."
