# Where the zips lie, and who makes containers of them: an account that can do that and nothing else, in place of the
# project's default one. https://cloud.google.com/run/docs/configuring/services/build-service-account

resource "google_storage_bucket" "sources" {
  project                     = var.project
  name                        = "${var.project}-function-sources"
  location                    = var.location
  labels                      = var.labels
  uniform_bucket_level_access = true
  public_access_prevention    = "enforced"
  force_destroy               = !var.delete_protection
}

resource "google_service_account" "builder" {
  project      = var.project
  account_id   = "function-builder"
  display_name = "Function builder"
  description  = "What functions are built as."
}

resource "google_project_iam_member" "builder" {
  project = var.project
  role    = "roles/run.builder"
  member  = google_service_account.builder.member
}
