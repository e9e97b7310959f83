output "accounts" {
  description = "E-mails of the accounts that GitHub's jobs run as: the repository variables PLANNER and DEPLOYER."
  value       = { for name, account in google_service_account.github : name => account.email }
}

output "identity_provider" {
  description = "Name of the provider that GitHub's jobs come in by: the repository variable IDENTITY_PROVIDER."
  value       = google_iam_workload_identity_pool_provider.github.name
}

output "state_bucket" {
  description = "Bucket of the environment's state."
  value       = google_storage_bucket.state.name
}
