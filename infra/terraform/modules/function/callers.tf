# Who may call the function. The binding is authoritative: a member that somebody added by hand is drift, and the next
# apply removes it. A function of the second generation is a Cloud Run service of the same name, which holds the right.

resource "google_cloud_run_v2_service_iam_binding" "callers" {
  project  = var.project
  location = var.location
  name     = google_cloudfunctions2_function.function.name
  role     = "roles/run.invoker"
  members  = var.public ? ["allUsers"] : values(var.callers)
}
