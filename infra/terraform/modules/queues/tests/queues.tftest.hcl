mock_provider "google" {}

variables {
  enqueuers = {
    batch = "serviceAccount:batch@a-project.iam.gserviceaccount.com"
    tasks = "serviceAccount:tasks@a-project.iam.gserviceaccount.com"
  }
  location = "europe-west1"
  project  = "a-project"
  queues   = { items = { calls_per_minute = 1000, max_concurrent_dispatches = 400 } }
}

run "dispatches_at_70_percent_of_the_quota_and_gives_up_in_the_end" {
  command = plan

  assert {
    condition     = google_cloud_tasks_queue.queues["items"].rate_limits[0].max_dispatches_per_second == 11.666
    error_message = "70 % of 1,000 a minute, rounded down."
  }

  assert {
    condition     = google_cloud_tasks_queue.queues["items"].rate_limits[0].max_concurrent_dispatches == 400
    error_message = "As many at a time as the handlers can take."
  }

  assert {
    condition     = google_cloud_tasks_queue.queues["items"].retry_config[0].max_attempts == 8 && google_cloud_tasks_queue.queues["items"].retry_config[0].max_backoff == "300s"
    error_message = "Attempts and back-off have a limit."
  }
}

run "dispatches_as_fast_as_it_may_where_there_is_no_quota" {
  command = plan

  variables {
    queues = { steering = { max_concurrent_dispatches = 40 } }
  }

  assert {
    condition     = google_cloud_tasks_queue.queues["steering"].rate_limits[0].max_dispatches_per_second == 500
    error_message = "Cloud Tasks' own limit is the only one."
  }
}

run "lets_the_enqueuers_in_and_nobody_else" {
  assert {
    condition     = { for key, grant in google_cloud_tasks_queue_iam_member.enqueuers : key => grant.member } == { "items/batch" = var.enqueuers.batch, "items/tasks" = var.enqueuers.tasks }
    error_message = "Each enqueuer has the right on each queue."
  }

  assert {
    condition     = alltrue([for grant in google_cloud_tasks_queue_iam_member.enqueuers : grant.role == "roles/cloudtasks.enqueuer"])
    error_message = "The right is to create tasks."
  }

  assert {
    condition     = alltrue([for name, grant in google_service_account_iam_member.enqueuers : grant.role == "roles/iam.serviceAccountUser" && grant.member == var.enqueuers[name] && grant.service_account_id == google_service_account.caller.name])
    error_message = "Enqueuers act as the caller and as no other account."
  }
}

run "refuses_more_than_500_a_second" {
  command = plan

  variables {
    queues = { items = { calls_per_minute = 60000, max_concurrent_dispatches = 400 } }
  }

  expect_failures = [var.queues]
}

run "refuses_to_try_for_ever" {
  command = plan

  variables {
    queues = { items = { calls_per_minute = 1000, max_concurrent_dispatches = 400, retry = { max_attempts = -1 } } }
  }

  expect_failures = [var.queues]
}
