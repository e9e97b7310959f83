output "backups" {
  description = "How long each schedule keeps its backups, by rhythm."
  value = merge(
    { for schedule in google_firestore_backup_schedule.daily : "daily" => schedule.retention },
    { for schedule in google_firestore_backup_schedule.weekly : "weekly" => schedule.retention },
  )
}

output "exempt_collections" {
  description = "Collections whose payload is not indexed."
  value       = toset(keys(google_firestore_field.payload))
}

output "exempt_fields" {
  description = "Fields without an index of their own, each after its collection."
  value       = toset(keys(google_firestore_field.exempt))
}

output "expiring_collections" {
  description = "Collections whose documents end at their expires_at."
  value       = toset(keys(google_firestore_field.expiry))
}

output "indexes" {
  description = "Composite indexes, each as its collection and its fields with their modes."
  value       = toset(keys(google_firestore_index.composite))
}

output "name" {
  description = "Name of the database."
  value       = google_firestore_database.documents.name
}

output "protected" {
  description = "Whether nobody can delete the database."
  value       = google_firestore_database.documents.delete_protection_state == "DELETE_PROTECTION_ENABLED"
}
