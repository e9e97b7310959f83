# Firestore deletes a document within a day after the time in its expiry field, if that is a timestamp; any other type
# keeps the document for ever. Nothing queries the field, and an index of ever later times would only be a hot spot.

resource "google_firestore_field" "expiry" {
  for_each = var.expiring_collections

  project    = var.project
  database   = google_firestore_database.documents.name
  collection = each.value
  field      = "expires_at"

  index_config {}
  ttl_config {}
}
