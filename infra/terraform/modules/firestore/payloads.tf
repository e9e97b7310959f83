# The payload of a document is never queried. An exemption of a map holds for everything in it, so one a collection keeps
# the number and the cost of index entries what the indexed fields make them.
# https://firebase.google.com/docs/firestore/solutions/index-map-field

resource "google_firestore_field" "payload" {
  for_each = var.collections

  project    = var.project
  database   = google_firestore_database.documents.name
  collection = each.value
  field      = "payload"

  index_config {}
}
