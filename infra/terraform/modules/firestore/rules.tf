# Browsers and phones have no business in the database: its own front door, which signed-in people could otherwise knock
# at, is shut. Functions come in by IAM, which these rules do not concern.
# https://firebase.google.com/docs/rules/basics#all_denied

resource "google_firebaserules_ruleset" "closed" {
  project = var.project

  source {
    files {
      name    = "firestore.rules"
      content = <<-RULES
        rules_version = '2';
        service cloud.firestore {
          match /databases/{database}/documents {
            match /{document=**} {
              allow read, write: if false;
            }
          }
        }
      RULES
    }
  }
}

resource "google_firebaserules_release" "firestore" {
  project      = var.project
  name         = var.name == "(default)" ? "cloud.firestore" : "cloud.firestore/${var.name}"
  ruleset_name = "projects/${var.project}/rulesets/${google_firebaserules_ruleset.closed.name}"

  depends_on = [google_firestore_database.documents]
}
