# When somebody is told, and in which chapter of docs/operations.md it is written what to do then. Figures of the customer's
# requirements: availability below 99 %, answers slower than 5 s, errors above 1 %, spending above the limit.
#
# The queries are PromQL over Cloud Monitoring: https://cloud.google.com/monitoring/promql/promql-mapping

locals {
  edge_requests = "loadbalancing_googleapis_com:https_request_count{monitored_resource=\"https_lb_rule\",url_map_name=\"${var.url_map}\"}"
  edge_failures = "loadbalancing_googleapis_com:https_request_count{monitored_resource=\"https_lb_rule\",url_map_name=\"${var.url_map}\",response_code_class=\"500\"}"

  # Names by which PromQL knows the log-based metrics of log_metrics.tf.
  logged = { for name in keys(local.log_metrics) : name => "logging_googleapis_com:user_${name}" }

  # The clock looks at backups once an hour (shared/services/look_at_backups.py).
  backups_alert = {
    backups = {
      duration = "0s"
      query    = "sum(increase(${local.logged.backups_missing}[2h])) > 0 or absent_over_time(${local.logged.backups_found}[4h])"
      severity = "CRITICAL"
      title    = "Backups: none is younger than 26 hours, or nobody could look for four"
    }
  }

  alerts = merge(var.backups ? local.backups_alert : {}, {
    availability = {
      duration = "0s"
      query    = "(1 - sum(increase(${local.edge_failures}[5m])) / sum(increase(${local.edge_requests}[5m]))) < 0.99 and sum(increase(${local.edge_requests}[5m])) >= 20"
      severity = "CRITICAL"
      title    = "Availability: under 99 % of requests are answered"
    }
    errors = {
      duration = "0s"
      query    = "(sum(increase(${local.edge_failures}[10m])) / sum(increase(${local.edge_requests}[10m]))) > 0.01 and sum(increase(${local.edge_requests}[10m])) >= 200"
      severity = "ERROR"
      title    = "Errors: over 1 % of requests fail"
    }
    items-failed = {
      duration = "0s"
      query    = "sum(increase(${local.logged.items_failed}[15m])) > ${var.failed_items}"
      severity = "WARNING"
      title    = "Items: more than ${var.failed_items} failed on their last attempt in 15 minutes"
    }
    latency = {
      duration = "300s"
      query    = "histogram_quantile(0.95, sum by (le, function) (increase(${local.logged.request_duration}_bucket{function!=\"tasks\"}[5m]))) > 5000"
      severity = "ERROR"
      title    = "Latency: one answer in twenty takes over 5 s"
    }
    latency-objective = {
      duration = "900s"
      query    = "histogram_quantile(0.5, sum by (le, function) (increase(${local.logged.request_duration}_bucket{function!=\"tasks\"}[15m]))) > 2000"
      severity = "WARNING"
      title    = "Latency: half of the answers take over the 2 s of the objective"
    }
    queue-age = {
      duration = "300s"
      query    = "histogram_quantile(0.95, sum by (le, queue_id) (increase(cloudtasks_googleapis_com:queue_task_attempt_delays_bucket{monitored_resource=\"cloud_tasks_queue\"}[10m]))) > ${var.queue_delay_seconds * 1000}"
      severity = "ERROR"
      title    = "Queue: tasks wait longer than ${var.queue_delay_seconds} s"
    }
    spend = {
      duration = "0s"
      query    = "sum(increase(${local.logged.spend_limits_hit}[10m])) > 0"
      severity = "CRITICAL"
      title    = "Spending: the day's limit for the model is reached; generation is paused"
    }
    tick = {
      duration = "300s"
      query    = "sum(increase(${local.logged.tick_steps_failed}[10m])) > 3 or absent_over_time(${local.logged.requests}{function=\"tasks\",route=\"/v1/tasks/tick\"}[10m])"
      severity = "ERROR"
      title    = "Clock: the tick fails or does not come"
    }
    webhooks = {
      duration = "0s"
      query    = "sum(increase(${local.logged.webhooks_switched_off}[1h])) > 0"
      severity = "WARNING"
      title    = "Webhooks: one was switched off after too many failures"
    }
  })
}

resource "google_monitoring_alert_policy" "alerts" {
  for_each = local.alerts

  project               = var.project
  display_name          = each.value.title
  combiner              = "OR"
  severity              = each.value.severity
  notification_channels = local.channels

  conditions {
    display_name = each.value.title

    condition_prometheus_query_language {
      query               = each.value.query
      duration            = each.value.duration
      evaluation_interval = "60s"
      # A metric that never had a point is unknown to the check, and a new project has none.
      disable_metric_validation = true
    }
  }

  alert_strategy {
    auto_close = "1800s"
  }

  documentation {
    mime_type = "text/markdown"
    content   = "Runbook: ${var.runbook}#${each.key}"
  }

  depends_on = [google_logging_metric.events]
}

# Any function that does not answer from two of three regions.
resource "google_monitoring_alert_policy" "unreachable" {
  for_each = google_monitoring_uptime_check_config.functions

  project               = var.project
  display_name          = "Availability: ${each.key} does not answer"
  combiner              = "OR"
  severity              = "CRITICAL"
  notification_channels = local.channels

  conditions {
    display_name = "No answer from two regions"

    condition_threshold {
      filter          = "metric.type=\"monitoring.googleapis.com/uptime_check/check_passed\" AND resource.type=\"uptime_url\" AND metric.label.check_id=\"${each.value.uptime_check_id}\""
      comparison      = "COMPARISON_GT"
      threshold_value = 1
      duration        = "60s"

      aggregations {
        alignment_period     = "120s"
        per_series_aligner   = "ALIGN_NEXT_OLDER"
        cross_series_reducer = "REDUCE_COUNT_FALSE"
        group_by_fields      = ["resource.label.host"]
      }
    }
  }

  documentation {
    mime_type = "text/markdown"
    content   = "Runbook: ${var.runbook}#availability"
  }
}
