mock_provider "google" {}

variables {
  address                  = "https://tasks-123456789012.europe-west1.run.app"
  attempt_deadline_seconds = 75
  location                 = "europe-west1"
  project                  = "a-project"
}

run "ticks_once_a_minute_with_a_token_for_the_function_it_calls" {
  assert {
    condition     = google_cloud_scheduler_job.tick.schedule == "* * * * *" && google_cloud_scheduler_job.tick.time_zone == "Etc/UTC"
    error_message = "Once a minute, whatever the summer time."
  }

  assert {
    condition     = google_cloud_scheduler_job.tick.http_target[0].uri == "https://tasks-123456789012.europe-west1.run.app/v1/tasks/tick" && google_cloud_scheduler_job.tick.http_target[0].http_method == "POST"
    error_message = "It posts to the tick's handler."
  }

  assert {
    condition     = google_cloud_scheduler_job.tick.http_target[0].oidc_token[0].audience == var.address
    error_message = "The token's audience is the function's address."
  }

  assert {
    condition     = google_cloud_scheduler_job.tick.http_target[0].oidc_token[0].service_account_email == google_service_account.caller.email
    error_message = "The token is the clock's own."
  }

  assert {
    condition     = google_cloud_scheduler_job.tick.attempt_deadline == "75s" && google_cloud_scheduler_job.tick.retry_config[0].retry_count == 0
    error_message = "A late tick is given up; the next one does its work."
  }
}

run "refuses_an_address_that_internal_ingress_does_not_know" {
  command = plan

  variables {
    address = "https://api.example.com"
  }

  expect_failures = [var.address]
}

run "refuses_to_call_anything_but_a_task_handler" {
  command = plan

  variables {
    path = "/v1/generations"
  }

  expect_failures = [var.path]
}
