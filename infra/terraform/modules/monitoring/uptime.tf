# From outside, through the domain, the certificate, the edge and the store: three regions, each minute.

resource "google_monitoring_uptime_check_config" "functions" {
  for_each = var.health_paths

  project            = var.project
  display_name       = "${each.key} answers"
  period             = "60s"
  timeout            = "10s"
  selected_regions   = ["EUROPE", "SOUTH_AMERICA", "USA_VIRGINIA"]
  log_check_failures = true

  http_check {
    path         = each.value
    port         = 443
    use_ssl      = true
    validate_ssl = true

    accepted_response_status_codes {
      status_class = "STATUS_CLASS_2XX"
    }
  }

  monitored_resource {
    type   = "uptime_url"
    labels = { host = var.domain, project_id = var.project }
  }
}
