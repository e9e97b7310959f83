mock_provider "google" {
  mock_resource "google_monitoring_notification_channel" {
    defaults = { id = "projects/a-project/notificationChannels/1" }
  }
  mock_resource "google_monitoring_slo" {
    defaults = { name = "projects/a-project/services/outreach/serviceLevelObjectives/availability" }
  }
}

variables {
  alert_channels = ["projects/a-project/notificationChannels/2"]
  alert_emails   = ["operations@example.com"]
  backups        = true
  domain         = "app.example.com"
  health_paths   = { generate = "/v1/generate/health", history = "/v1/history/health" }
  project        = "a-project"
  runbook        = "https://example.com/operations.md"
  url_map        = "paths"
}

run "tells_everybody_of_everything_that_the_requirements_name" {
  assert {
    condition     = tolist(output.channels) == tolist(["projects/a-project/notificationChannels/1", "projects/a-project/notificationChannels/2"])
    error_message = "E-mail and the channels made elsewhere."
  }

  assert {
    condition     = alltrue([for policy in concat(values(google_monitoring_alert_policy.alerts), values(google_monitoring_alert_policy.burns), values(google_monitoring_alert_policy.unreachable)) : toset(policy.notification_channels) == toset(output.channels) && strcontains(policy.documentation[0].content, "${var.runbook}#")])
    error_message = "Every alert tells all channels, and where it is written what to do."
  }

  assert {
    condition     = strcontains(local.alerts.availability.query, "< 0.99") && strcontains(local.alerts.errors.query, "> 0.01 and") && strcontains(local.alerts.errors.query, ">= 200") && strcontains(local.alerts.latency.query, "> 5000") && strcontains(local.alerts["latency-objective"].query, "> 2000")
    error_message = "The figures of the requirements."
  }

  assert {
    condition     = google_monitoring_slo.availability.goal == 0.999 && alltrue([for policy in google_monitoring_alert_policy.burns : policy.combiner == "AND" && length(policy.conditions) == 2])
    error_message = "99.9 %, watched by a long and a short window together."
  }

  assert {
    condition     = { for name, check in google_monitoring_uptime_check_config.functions : name => check.http_check[0].path } == { for name, path in var.health_paths : name => path } && alltrue([for check in google_monitoring_uptime_check_config.functions : length(check.selected_regions) == 3])
    error_message = "Each function is asked from three regions."
  }
}

run "every_query_names_metrics_that_exist" {
  command = plan

  assert {
    condition = alltrue([
      for query in concat([for alert in local.alerts : alert.query], local.tiles[*].query) : alltrue([
        for name in flatten(regexall("logging_googleapis_com:user_([a-z_]+?)(?:_bucket|_sum)?[\\[{]", query)) : contains(keys(local.log_metrics), name)
      ])
    ])
    error_message = "Log-based metrics are those of log_metrics.tf."
  }

  assert {
    condition     = alltrue([for metric in google_logging_metric.events : (metric.value_extractor == null) == (metric.metric_descriptor[0].value_type == "INT64")])
    error_message = "What has a value is a distribution, all else a counter."
  }

  assert {
    condition     = length(jsondecode(google_monitoring_dashboard.outreach.dashboard_json).mosaicLayout.tiles) == length(local.tiles)
    error_message = "Every tile is on the dashboard."
  }
}

run "tells_of_a_backup_that_was_not_made_where_there_are_any" {
  command = plan

  assert {
    condition     = strcontains(local.alerts.backups.query, local.logged.backups_missing) && strcontains(local.alerts.backups.query, "absent_over_time(${local.logged.backups_found}")
    error_message = "A missing backup and a look that fails are told."
  }
}

run "waits_for_no_backup_where_there_are_none" {
  command = plan

  variables {
    backups = false
  }

  assert {
    condition     = !contains(keys(google_monitoring_alert_policy.alerts), "backups")
    error_message = "Nobody is told of backups that nobody ordered."
  }
}

run "refuses_to_tell_nobody" {
  command = plan

  variables {
    alert_emails = []
  }

  expect_failures = [var.alert_emails]
}
