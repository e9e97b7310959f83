resource "google_compute_target_https_proxy" "https" {
  project          = var.project
  name             = "https"
  ssl_certificates = [google_compute_managed_ssl_certificate.domains.id]
  ssl_policy       = google_compute_ssl_policy.modern.id
  url_map          = google_compute_url_map.paths.id
}

resource "google_compute_global_forwarding_rule" "https" {
  project               = var.project
  name                  = "https"
  ip_address            = google_compute_global_address.entrance.id
  labels                = var.labels
  load_balancing_scheme = "EXTERNAL_MANAGED"
  port_range            = "443"
  target                = google_compute_target_https_proxy.https.id
}

# Plain HTTP says where to go, and nothing else.

resource "google_compute_url_map" "to_https" {
  project     = var.project
  name        = "to-https"
  description = "Sends HTTP to HTTPS."

  default_url_redirect {
    https_redirect         = true
    redirect_response_code = "MOVED_PERMANENTLY_DEFAULT"
    strip_query            = false
  }
}

resource "google_compute_target_http_proxy" "http" {
  project = var.project
  name    = "http"
  url_map = google_compute_url_map.to_https.id
}

resource "google_compute_global_forwarding_rule" "http" {
  project               = var.project
  name                  = "http"
  ip_address            = google_compute_global_address.entrance.id
  labels                = var.labels
  load_balancing_scheme = "EXTERNAL_MANAGED"
  port_range            = "80"
  target                = google_compute_target_http_proxy.http.id
}
