# Which path goes where. The functions' paths are generated from what their apps declare (routes.json), so that no path
# is written twice; tests/infra walks every route through this map.

locals {
  # Any path of the API that no function owns is answered by one of them, as a problem and not as a page.
  answers_unknown_paths = "accounts"
  routes                = jsondecode(file("${path.module}/routes.json"))
}

resource "google_compute_url_map" "paths" {
  project     = var.project
  name        = "paths"
  description = "The API's paths to their functions, everything else to the web application."

  # Whoever comes by another name, or by the bare address, is sent to the first domain.
  default_url_redirect {
    host_redirect  = var.domains[0]
    https_redirect = true
    strip_query    = false
  }

  host_rule {
    hosts        = var.domains
    path_matcher = "domains"
  }

  path_matcher {
    name            = "domains"
    default_service = google_compute_backend_bucket.web.id

    dynamic "path_rule" {
      for_each = { for name, paths in local.routes : name => paths if contains(var.functions, name) }

      content {
        paths   = path_rule.value
        service = google_compute_backend_service.functions[path_rule.key].id
      }
    }

    path_rule {
      paths   = ["/v1", "/v1/*"]
      service = google_compute_backend_service.functions[local.answers_unknown_paths].id
    }

    # An address of the application's own (/historial) is no file: the page itself is shown there. The rule stands here
    # and not at the top, where it would swallow the API's own 404.
    path_rule {
      paths   = ["/*"]
      service = google_compute_backend_bucket.web.id

      custom_error_response_policy {
        error_service = google_compute_backend_bucket.web.id

        error_response_rule {
          match_response_codes   = ["404"]
          path                   = "/index.html"
          override_response_code = 200
        }
      }
    }

    # A file of a build that is gone stays a 404: as a page it would be run as a script.
    path_rule {
      paths   = ["/assets/*"]
      service = google_compute_backend_bucket.web.id
    }
  }
}
