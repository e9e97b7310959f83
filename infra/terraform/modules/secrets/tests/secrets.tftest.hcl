mock_provider "google" {}

variables {
  location = "europe-west1"
  project  = "a-project"
  secrets  = ["cursor-key", "gemini-api-key"]
}

run "values_stay_in_one_region_and_are_not_lost_by_mistake" {
  command = plan

  assert {
    condition     = output.ids == { "cursor-key" = "cursor-key", "gemini-api-key" = "gemini-api-key" }
    error_message = "One secret for each name."
  }

  assert {
    condition     = alltrue([for secret in google_secret_manager_secret.secrets : [for replica in secret.replication[0].user_managed[0].replicas : replica.location] == ["europe-west1"]])
    error_message = "The region asked for, and no other."
  }

  assert {
    condition     = alltrue([for secret in google_secret_manager_secret.secrets : secret.deletion_protection && secret.version_destroy_ttl == "604800s"])
    error_message = "A secret is protected, a version can be had back for a week."
  }
}
