# One composite index for each that the repositories declare. Firestore closes it with the document's id, in the direction
# of the last field, as the declarations expect. Its scope is a collection: no query goes across workspaces.

resource "google_firestore_index" "composite" {
  for_each = {
    for index in var.indexes :
    join(" ", concat([index.collection], [for field in index.fields : "${field.name}:${field.mode}"])) => index
  }

  project     = var.project
  database    = google_firestore_database.documents.name
  collection  = each.value.collection
  query_scope = "COLLECTION"

  dynamic "fields" {
    for_each = each.value.fields

    content {
      field_path   = fields.value.name
      array_config = fields.value.mode == "contains" ? "CONTAINS" : null
      order        = fields.value.mode == "contains" ? null : upper(fields.value.mode)
    }
  }
}
