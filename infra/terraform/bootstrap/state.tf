# Where the state of the project's environment lies. This folder's own state stays on the machine of whoever ran it: it
# holds nothing that could not be imported again, and no secret.

resource "google_storage_bucket" "state" {
  project                     = var.project
  name                        = "${var.project}-terraform-state"
  location                    = var.location
  uniform_bucket_level_access = true
  public_access_prevention    = "enforced"
  force_destroy               = false
  deletion_policy             = "PREVENT"

  # Every earlier state can be had back, for three months.
  versioning {
    enabled = true
  }

  lifecycle_rule {
    action {
      type = "Delete"
    }
    condition {
      days_since_noncurrent_time = 90
      num_newer_versions         = 10
    }
  }
}
