output "addresses" {
  description = "Each function's address on run.app."
  value       = module.outreach.addresses
}

output "secrets" {
  description = "Secrets that need a version before the functions can start."
  value       = module.outreach.secrets
}
