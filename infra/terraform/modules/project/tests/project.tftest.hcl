mock_provider "google" {}

variables {
  budget                = { amount = 200, billing_account = "000000-000000-000000" }
  notification_channels = ["projects/a-project/notificationChannels/1"]
  project               = "a-project"
  project_number        = "123456789012"
}

run "enables_what_is_used_and_tells_of_what_it_costs" {
  command = plan

  assert {
    condition     = alltrue([for service in google_project_service.services : service.disable_on_destroy == false])
    error_message = "No API is switched off by a plan."
  }

  assert {
    condition     = google_billing_budget.month[0].amount[0].specified_amount[0].units == "200" && google_billing_budget.month[0].budget_filter[0].projects == toset(["projects/123456789012"])
    error_message = "The budget is that of this project."
  }

  assert {
    condition     = sort([for rule in google_billing_budget.month[0].threshold_rules : "${rule.threshold_percent} ${rule.spend_basis == "FORECASTED_SPEND" ? "forecast" : "spent"}"]) == tolist(["0.5 spent", "0.8 spent", "1 forecast", "1 spent"])
    error_message = "Half, four fifths and all of it, and when all of it is to be expected."
  }
}

run "without_a_budget_nobody_is_told" {
  command = plan

  variables {
    budget = null
  }

  assert {
    condition     = length(google_billing_budget.month) == 0
    error_message = "No budget."
  }
}

run "refuses_half_a_euro" {
  command = plan

  variables {
    budget = { amount = 0.5, billing_account = "000000-000000-000000" }
  }

  expect_failures = [var.budget]
}
