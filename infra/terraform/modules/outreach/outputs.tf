output "addresses" {
  description = "Each function's address on run.app."
  value       = local.addresses
}

output "firestore" {
  description = "The database with its indexes, exemptions and expiring collections."
  value       = module.firestore
}

output "functions" {
  description = "Who may call each function and from where, its roles, secrets and settings, and what it runs as."
  value       = module.function
}

output "secrets" {
  description = "Secrets that need a version before the functions can start."
  value       = local.secrets
}

output "tasks" {
  description = "What calls the task handlers, and how; null without them."
  value       = local.has_tasks ? { clock = module.scheduler[0], queues = module.queues[0] } : null
}
