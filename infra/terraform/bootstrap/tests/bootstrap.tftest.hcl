mock_provider "google" {
  mock_resource "google_iam_workload_identity_pool" {
    defaults = { name = "projects/1/locations/global/workloadIdentityPools/github" }
  }
  mock_resource "google_service_account" {
    defaults = { member = "serviceAccount:somebody@a-project.iam.gserviceaccount.com", name = "projects/a-project/serviceAccounts/somebody" }
  }
}

variables {
  location   = "europe-west1"
  project    = "a-project"
  repository = "an-owner/a-repository"
}

run "lets_in_one_repository_and_deploys_from_its_main_branch_alone" {
  assert {
    condition     = google_iam_workload_identity_pool_provider.github.attribute_condition == "assertion.repository == 'an-owner/a-repository'"
    error_message = "No other repository comes in."
  }

  assert {
    condition     = endswith(google_service_account_iam_member.github["deployer"].member, "/attribute.ref/refs/heads/main") && endswith(google_service_account_iam_member.github["planner"].member, "/attribute.repository/an-owner/a-repository")
    error_message = "Only what was merged is applied; what is proposed is planned."
  }

  assert {
    condition     = alltrue([for role in local.planner_roles : endswith(lower(role), "viewer") || endswith(role, "securityReviewer")])
    error_message = "Whoever plans looks, and changes nothing."
  }

  assert {
    condition     = google_storage_bucket.state.versioning[0].enabled && google_storage_bucket.state.public_access_prevention == "enforced" && !google_storage_bucket.state.force_destroy
    error_message = "The state is private, kept, and can be had back."
  }
}

run "refuses_a_repository_without_an_owner" {
  command = plan

  variables {
    repository = "a-repository"
  }

  expect_failures = [var.repository]
}
