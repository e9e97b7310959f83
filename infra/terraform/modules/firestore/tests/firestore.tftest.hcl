mock_provider "google" {}

variables {
  collections          = ["idempotency", "messages"]
  exemptions           = [{ collection = "messages", field = "words" }]
  expiring_collections = ["idempotency"]
  indexes = [
    { collection = "messages", fields = [{ name = "role", mode = "ascending" }, { name = "created_at", mode = "descending" }] },
    { collection = "messages", fields = [{ name = "words", mode = "contains" }, { name = "created_at", mode = "descending" }] },
  ]
  location = "eur3"
  project  = "a-project"
}

run "has_the_database_indexes_exemptions_and_expiry_declared" {
  command = plan

  assert {
    condition     = google_firestore_database.documents.delete_protection_state == "DELETE_PROTECTION_ENABLED" && google_firestore_database.documents.deletion_policy == "ABANDON"
    error_message = "The database is protected unless somebody asks otherwise."
  }

  assert {
    condition     = google_firestore_database.documents.point_in_time_recovery_enablement == "POINT_IN_TIME_RECOVERY_ENABLED" && output.backups == { daily = "604800s", weekly = "8467200s" }
    error_message = "Any minute of a week, a backup a day for a week, a backup a week for 14."
  }

  assert {
    condition     = strcontains(google_firebaserules_ruleset.closed.source[0].files[0].content, "allow read, write: if false;") && google_firebaserules_release.firestore.name == "cloud.firestore"
    error_message = "Nobody comes in but by IAM."
  }

  assert {
    condition     = google_firestore_database.documents.type == "FIRESTORE_NATIVE" && google_firestore_database.documents.location_id == "eur3"
    error_message = "A native database, where it was asked for."
  }

  assert {
    condition     = keys(google_firestore_index.composite) == ["messages role:ascending created_at:descending", "messages words:contains created_at:descending"]
    error_message = "An index for each declaration."
  }

  assert {
    condition     = [for field in google_firestore_index.composite["messages role:ascending created_at:descending"].fields : "${field.field_path} ${field.order}"] == ["role ASCENDING", "created_at DESCENDING"]
    error_message = "Its fields in order, each in its direction."
  }

  assert {
    condition     = google_firestore_index.composite["messages words:contains created_at:descending"].fields[0].array_config == "CONTAINS" && google_firestore_index.composite["messages words:contains created_at:descending"].fields[0].order == null
    error_message = "An array is indexed by what it contains, without a direction."
  }

  assert {
    condition     = alltrue([for index in google_firestore_index.composite : index.query_scope == "COLLECTION"])
    error_message = "No index reaches across workspaces."
  }

  assert {
    condition     = toset([for field in google_firestore_field.payload : field.collection]) == var.collections && alltrue([for field in google_firestore_field.payload : field.field == "payload"])
    error_message = "The payload of each collection has an exemption."
  }

  assert {
    condition     = alltrue([for field in google_firestore_field.payload : length(field.index_config) == 1 && length(field.index_config[0].indexes) == 0])
    error_message = "An exemption has no index at all."
  }

  assert {
    condition     = keys(google_firestore_field.exempt) == ["messages words"] && google_firestore_field.exempt["messages words"].field == "words" && length(google_firestore_field.exempt["messages words"].index_config[0].indexes) == 0
    error_message = "What no query asks for alone has no index of its own."
  }

  assert {
    condition     = toset([for field in google_firestore_field.expiry : field.collection]) == toset(["idempotency"])
    error_message = "Expiring collections have an expiry, others have none."
  }

  assert {
    condition     = alltrue([for field in google_firestore_field.expiry : field.field == "expires_at" && length(field.ttl_config) == 1 && length(field.index_config[0].indexes) == 0])
    error_message = "Documents end at expires_at, which is not indexed."
  }
}

run "can_be_deleted_where_asked_for" {
  command = plan

  variables {
    delete_protection = false
  }

  assert {
    condition     = google_firestore_database.documents.delete_protection_state == "DELETE_PROTECTION_DISABLED" && google_firestore_database.documents.deletion_policy == "DELETE"
    error_message = "Without protection Terraform deletes the database."
  }
}

run "does_without_backups_where_asked_for" {
  command = plan

  variables {
    backups = false
  }

  assert {
    condition     = google_firestore_database.documents.point_in_time_recovery_enablement == "POINT_IN_TIME_RECOVERY_DISABLED" && output.backups == {}
    error_message = "What may be thrown away needs no copies."
  }
}

run "names_the_database_in_its_rules" {
  command = plan

  variables {
    name = "documents"
  }

  assert {
    condition     = google_firebaserules_release.firestore.name == "cloud.firestore/documents"
    error_message = "The rules hold for this database."
  }
}

run "refuses_a_mode_that_firestore_does_not_know" {
  command = plan

  variables {
    indexes = [{ collection = "messages", fields = [{ name = "role", mode = "up" }, { name = "created_at", mode = "down" }] }]
  }

  expect_failures = [var.indexes]
}

run "refuses_an_exemption_that_is_made_elsewhere" {
  command = plan

  variables {
    exemptions = [{ collection = "messages", field = "payload" }]
  }

  expect_failures = [var.exemptions]
}

run "refuses_an_expiry_of_an_unknown_collection" {
  command = plan

  variables {
    expiring_collections = ["letters"]
  }

  expect_failures = [var.expiring_collections]
}
