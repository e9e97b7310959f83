output "addresses" {
  description = "Each function's address on run.app."
  value       = local.addresses
}

output "edge" {
  description = "Where people arrive: the address for the domains, the functions behind it and the bucket of the page; null without a domain."
  value       = try(module.edge[0], null)
}

output "firestore" {
  description = "The database with its indexes, exemptions and expiring collections."
  value       = module.firestore
}

output "functions" {
  description = "Who may call each function and from where, its roles, secrets and settings, and what it runs as."
  value       = module.function
}

output "monitoring" {
  description = "Alerts by title, and who is told; null where nobody is."
  value       = try(module.monitoring[0], null)
}

output "secrets" {
  description = "Secrets that need a version before the functions can start."
  value       = local.secrets
}

output "tasks" {
  description = "What calls the task handlers, and how; null without them."
  value       = local.has_tasks ? { clock = module.scheduler[0], queues = module.queues[0] } : null
}
