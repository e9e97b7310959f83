# One backend for each public function. Cloud Run waits for the answer as long as the function itself does, so nothing is
# said of time here (a serverless group takes no time-out).

resource "google_compute_region_network_endpoint_group" "functions" {
  for_each = var.functions

  project               = var.project
  region                = var.location
  name                  = "function-${each.value}"
  network_endpoint_type = "SERVERLESS"

  cloud_run {
    service = each.value
  }
}

resource "google_compute_backend_service" "functions" {
  for_each = var.functions

  project               = var.project
  name                  = "function-${each.value}"
  load_balancing_scheme = "EXTERNAL_MANAGED"
  protocol              = "HTTPS"
  security_policy       = google_compute_security_policy.edge.id

  backend {
    group = google_compute_region_network_endpoint_group.functions[each.value].id
  }

  # Every request: uptime, latency and refusals at the edge are counted from these lines.
  log_config {
    enable      = true
    sample_rate = 1
  }
}
