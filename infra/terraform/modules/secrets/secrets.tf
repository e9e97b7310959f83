# Secrets without values: a value in Terraform would lie in its state. People add versions (see the README), functions read
# the newest one themselves, and who may read which is said where the functions are.

resource "google_secret_manager_secret" "secrets" {
  for_each = var.secrets

  project             = var.project
  secret_id           = each.key
  labels              = var.labels
  deletion_protection = var.delete_protection

  # A version destroyed by mistake can be had back for a week.
  version_destroy_ttl = "${7 * 24 * 60 * 60}s"

  replication {
    user_managed {
      replicas {
        location = var.location
      }
    }
  }
}
