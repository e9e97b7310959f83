#!/usr/bin/env bash
# How ENV is: what runs, how much work waits and for how long, what failed and what the model has cost today.
#
#   make status ENV=prod
set -euo pipefail
verb=status
# shellcheck source=infra/delivery/environment.sh
. "$(dirname "${BASH_SOURCE[0]}")/environment.sh"
needs curl gcloud

token=$(gcloud auth print-access-token)

# The value of a PromQL query now, "-" where nothing was counted.
# https://cloud.google.com/stackdriver/docs/managed-prometheus/query-api-ui
value() {
  printf 'Authorization: Bearer %s' "$token" |
    curl --silent --max-time 30 --header @- --get --data-urlencode "query=$1" \
      "https://monitoring.googleapis.com/v1/projects/$PROJECT/location/global/prometheus/api/v1/query" |
    sed -n 's/.*"value":\[[^,]*,"\([^"]*\)"\].*/\1/p' | grep . || echo -
}

logged=logging_googleapis_com:user_
delays='cloudtasks_googleapis_com:queue_task_attempt_delays_bucket{monitored_resource="cloud_tasks_queue"}'

echo "$ENV ($PROJECT)"
gcloud run services list --project="$PROJECT" \
  --format='table(metadata.name:label=FUNCTION, status.latestReadyRevisionName:label=REVISION, metadata.annotations["serving.knative.dev/lastModifier"]:label=BY, status.conditions[0].lastTransitionTime:label=SINCE)'
cat <<END

tasks that wait             $(value 'sum(cloudtasks_googleapis_com:queue_depth{monitored_resource="cloud_tasks_queue"})')
the slowest waits (ms)      $(value "histogram_quantile(0.99, sum by (le) (increase(${delays}[10m])))")
messages in 24 h            $(value "sum(increase(${logged}generated[24h]))")
  of them for a review      $(value "sum(increase(${logged}generated{status=\"needs_review\"}[24h]))")
items failed in 24 h        $(value "sum(increase(${logged}items_failed[24h]))")
cost of 24 h (millionths)   $(value "sum(increase(${logged}generation_cost_sum[24h]))")
requests failed in 24 h     $(value "sum(increase(${logged}requests{status=~\"5..\"}[24h]))")
END
