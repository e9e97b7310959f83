output "caller" {
  description = "What the queues call the task handlers as: its e-mail and its IAM member."
  value = {
    email  = google_service_account.caller.email
    member = google_service_account.caller.member
  }
}

output "enqueuers" {
  description = "Which members may create tasks, by queue and name."
  value       = { for key, grant in google_cloud_tasks_queue_iam_member.enqueuers : key => grant.member }
}

output "queues" {
  description = "Queues by name: dispatches a second, tasks at a time, and attempts before a task is forgotten."
  value = {
    for name, queue in google_cloud_tasks_queue.queues : name => {
      max_attempts              = queue.retry_config[0].max_attempts
      max_concurrent_dispatches = queue.rate_limits[0].max_concurrent_dispatches
      max_dispatches_per_second = queue.rate_limits[0].max_dispatches_per_second
    }
  }
}
