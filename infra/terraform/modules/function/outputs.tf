output "callers" {
  description = "IAM members that may call the function."
  value       = google_cloud_run_v2_service_iam_binding.callers.members
}

output "ingress" {
  description = "From where requests may come."
  value       = google_cloudfunctions2_function.function.service_config[0].ingress_settings
}

output "roles" {
  description = "Roles of the function in the project."
  value       = toset([for grant in google_project_iam_member.roles : grant.role])
}

output "secret_settings" {
  description = "Secret that each environment variable takes its value from."
  value       = { for setting in google_cloudfunctions2_function.function.service_config[0].secret_environment_variables : setting.key => setting.secret }
}

output "secrets" {
  description = "Secrets that the function may read."
  value       = toset([for grant in google_secret_manager_secret_iam_member.secrets : grant.secret_id])
}

output "service_account" {
  description = "What the function runs as: its resource name and its IAM member."
  value = {
    member = google_service_account.identity.member
    name   = google_service_account.identity.name
  }
}

output "settings" {
  description = "Environment variables of the function, secrets apart."
  value       = google_cloudfunctions2_function.function.service_config[0].environment_variables
}
