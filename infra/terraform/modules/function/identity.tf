# The function's own service account, which nothing else runs as, and all that it may do.

resource "google_service_account" "identity" {
  project      = var.project
  account_id   = "function-${var.name}"
  display_name = "Function ${var.name}"
  description  = "What the function ${var.name} runs as."
}

resource "google_project_iam_member" "roles" {
  for_each = var.roles

  project = var.project
  role    = each.value
  member  = google_service_account.identity.member
}

# The secret's value, and besides which versions there are: where the newest is disabled, the newest enabled one is used.

resource "google_secret_manager_secret_iam_member" "secrets" {
  for_each = var.secrets

  project   = var.project
  secret_id = each.value
  role      = "roles/secretmanager.secretAccessor"
  member    = google_service_account.identity.member
}

resource "google_secret_manager_secret_iam_member" "secret_versions" {
  for_each = var.secrets

  project   = var.project
  secret_id = each.value
  role      = "roles/secretmanager.viewer"
  member    = google_service_account.identity.member
}
