mock_provider "google" {}

variables {
  domains = ["app.example.com"]
  project = "a-project"
}

run "lets_people_have_an_account_and_nobody_without_a_name" {
  command = plan

  assert {
    condition     = google_identity_platform_config.people.sign_in[0].anonymous[0].enabled == false && google_identity_platform_config.people.sign_in[0].allow_duplicate_emails == false
    error_message = "Each account has a name, and each name one account."
  }

  assert {
    condition     = google_identity_platform_config.people.authorized_domains == tolist(["app.example.com"])
    error_message = "Only our own page signs people in."
  }
}
