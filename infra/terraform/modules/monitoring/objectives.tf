# What is promised: 99.9 % of requests answered, over four weeks, counted where people arrive. Refusals (4xx) are answers.
# https://cloud.google.com/stackdriver/docs/solutions/slo-monitoring/sli-metrics/lb-metrics

locals {
  requests_at_the_edge = join(" AND ", [
    "metric.type=\"loadbalancing.googleapis.com/https/request_count\"",
    "resource.type=\"https_lb_rule\"",
    "resource.label.url_map_name=\"${var.url_map}\"",
  ])
}

resource "google_monitoring_custom_service" "outreach" {
  project      = var.project
  service_id   = "outreach"
  display_name = "Outreach"
}

resource "google_monitoring_slo" "availability" {
  project             = var.project
  service             = google_monitoring_custom_service.outreach.service_id
  slo_id              = "availability"
  display_name        = "99.9 % of requests are answered"
  goal                = 0.999
  rolling_period_days = 28

  request_based_sli {
    good_total_ratio {
      total_service_filter = local.requests_at_the_edge
      bad_service_filter   = "${local.requests_at_the_edge} AND metric.label.response_code_class=\"500\""
    }
  }
}

locals {
  # Pairs of windows and burn rates after chapter 5 of Google's "The Site Reliability Workbook": a long window says that it
  # matters, a short one that it still goes on. A rate of 14.4 spends 2 % of four weeks' budget in an hour, 6 spends 5 % in
  # six hours.
  burns = {
    fast = { long_seconds = 3600, rate = 14.4, severity = "CRITICAL", short_seconds = 300 }
    slow = { long_seconds = 21600, rate = 6, severity = "ERROR", short_seconds = 1800 }
  }
}

resource "google_monitoring_alert_policy" "burns" {
  for_each = local.burns

  project               = var.project
  display_name          = "Availability: the error budget burns (${each.key})"
  combiner              = "AND"
  severity              = each.value.severity
  notification_channels = local.channels

  dynamic "conditions" {
    for_each = toset([each.value.long_seconds, each.value.short_seconds])

    content {
      display_name = "Over ${conditions.value / 60} minutes"

      condition_threshold {
        filter          = "select_slo_burn_rate(\"${google_monitoring_slo.availability.name}\", \"${conditions.value}s\")"
        comparison      = "COMPARISON_GT"
        threshold_value = each.value.rate
        duration        = "0s"
      }
    }
  }

  documentation {
    mime_type = "text/markdown"
    content   = "Runbook: ${var.runbook}#availability"
  }
}
