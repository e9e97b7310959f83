output "caller" {
  description = "What the scheduler calls the task handlers as: its e-mail and its IAM member."
  value = {
    email  = google_service_account.caller.email
    member = google_service_account.caller.member
  }
}

output "target" {
  description = "Where the tick goes, and the audience of its token."
  value = {
    audience = google_cloud_scheduler_job.tick.http_target[0].oidc_token[0].audience
    uri      = google_cloud_scheduler_job.tick.http_target[0].uri
  }
}
