resource "google_firestore_database" "documents" {
  project     = var.project
  name        = var.name
  location_id = var.location
  type        = "FIRESTORE_NATIVE"

  # The edition whose indexes and merging of indexes shared/domain/query_rules.py describes.
  database_edition = "STANDARD"

  # Any minute of the last seven days can be read, and restored from, as it was.
  point_in_time_recovery_enablement = var.backups ? "POINT_IN_TIME_RECOVERY_ENABLED" : "POINT_IN_TIME_RECOVERY_DISABLED"

  delete_protection_state = var.delete_protection ? "DELETE_PROTECTION_ENABLED" : "DELETE_PROTECTION_DISABLED"
  deletion_policy         = var.delete_protection ? "ABANDON" : "DELETE"
}
