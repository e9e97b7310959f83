# The one clock of the product. A tick starts whatever is due, so a missed one needs no repetition: the next is a minute
# away and finds the same things due.

resource "google_cloud_scheduler_job" "tick" {
  project          = var.project
  region           = var.location
  name             = "tick"
  description      = "Starts what is due and moves on what has stopped."
  schedule         = "* * * * *"
  time_zone        = "Etc/UTC"
  attempt_deadline = "${var.attempt_deadline_seconds}s"

  retry_config {
    retry_count = 0
  }

  http_target {
    http_method = "POST"
    uri         = "${var.address}${var.path}"
    body        = base64encode("{}")
    headers     = { "Content-Type" = "application/json" }

    oidc_token {
      service_account_email = google_service_account.caller.email
      audience              = var.address
    }
  }
}
