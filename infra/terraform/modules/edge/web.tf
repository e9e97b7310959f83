# The web application: files in a bucket, kept near people by the CDN for as long as each file says of itself
# (`make deploy` uploads them with their Cache-Control).

resource "google_storage_bucket" "web" {
  project                     = var.project
  name                        = "${var.project}-web"
  location                    = var.location
  labels                      = var.labels
  uniform_bucket_level_access = true
  force_destroy               = true # it holds only what a build makes again

  website {
    main_page_suffix = "index.html"
  }
}

# Each file, by its name, and no list of them.
resource "google_storage_bucket_iam_member" "readers" {
  bucket = google_storage_bucket.web.name
  role   = "roles/storage.legacyObjectReader"
  member = "allUsers"
}

# Where the page sends people to sign in. It is no secret: a browser must know it.
resource "google_storage_bucket_object" "sign_in" {
  bucket        = google_storage_bucket.web.name
  name          = "sign-in.json"
  content       = jsonencode({ client_id = try(var.sign_in.client_id, null), issuer = try(var.sign_in.issuer, null) })
  content_type  = "application/json"
  cache_control = "no-cache"
}

resource "google_compute_backend_bucket" "web" {
  project                 = var.project
  name                    = "web"
  bucket_name             = google_storage_bucket.web.name
  compression_mode        = "AUTOMATIC"
  custom_response_headers = [for name, value in local.page_headers : "${name}: ${value}"]
  enable_cdn              = true

  cdn_policy {
    cache_mode = "USE_ORIGIN_HEADERS"
  }
}

locals {
  issuer_origin = try(" ${regex("^https://[^/]+", var.sign_in.issuer)}", "")

  # What the laptop's server says too (scripts/web_files.py and shared/api/response_headers.py; tests/infra compares).
  page_headers = {
    Content-Security-Policy      = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'${local.issuer_origin}; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    Cross-Origin-Resource-Policy = "same-origin"
    Referrer-Policy              = "no-referrer"
    Strict-Transport-Security    = "max-age=63072000; includeSubDomains"
    X-Content-Type-Options       = "nosniff"
  }
}
