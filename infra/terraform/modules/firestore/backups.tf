# Backups lie beside the database, but a deletion of the database does not take them along. Firestore allows one schedule
# of each rhythm and keeps a backup for 14 weeks at most: https://cloud.google.com/firestore/docs/backups

locals {
  day_seconds = 24 * 60 * 60
}

resource "google_firestore_backup_schedule" "daily" {
  count = var.backups ? 1 : 0

  project   = var.project
  database  = google_firestore_database.documents.name
  retention = "${7 * local.day_seconds}s"

  daily_recurrence {}
}

resource "google_firestore_backup_schedule" "weekly" {
  count = var.backups ? 1 : 0

  project   = var.project
  database  = google_firestore_database.documents.name
  retention = "${14 * 7 * local.day_seconds}s"

  weekly_recurrence {
    day = "SUNDAY"
  }
}
