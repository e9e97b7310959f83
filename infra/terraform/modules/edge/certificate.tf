# Google makes and renews the certificate as soon as the domains point to the address; until then browsers get an error.
# https://cloud.google.com/load-balancing/docs/ssl-certificates/google-managed-certs

resource "google_compute_managed_ssl_certificate" "domains" {
  project = var.project
  # Another list of domains is another certificate, made before the old one goes.
  name = "domains-${substr(sha256(join(",", var.domains)), 0, 8)}"

  managed {
    domains = var.domains
  }

  lifecycle {
    create_before_destroy = true
  }
}

# https://cloud.google.com/load-balancing/docs/ssl-policies-concepts
resource "google_compute_ssl_policy" "modern" {
  project         = var.project
  name            = "modern"
  description     = "TLS 1.2 and newer, with forward secrecy."
  min_tls_version = "TLS_1_2"
  profile         = "MODERN"
}
