# Firestore indexes every field by itself, in both directions, and an array item by item. What is only asked for together
# with other fields is found through composite indexes, which hold an exempt field all the same; so a message costs half
# as many index entries. https://cloud.google.com/firestore/docs/query-data/index-overview

resource "google_firestore_field" "exempt" {
  for_each = { for one in var.exemptions : "${one.collection} ${one.field}" => one }

  project    = var.project
  database   = google_firestore_database.documents.name
  collection = each.value.collection
  field      = each.value.field

  index_config {}
}
