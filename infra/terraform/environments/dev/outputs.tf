output "address" {
  description = "Where people reach the product; null without a domain."
  value       = try("https://${var.domains[0]}", null)
}

output "addresses" {
  description = "Each function's address on run.app."
  value       = module.outreach.addresses
}

output "entrance" {
  description = "IPv4 address for the A record of each domain; null without one."
  value       = try(module.outreach.edge.address, null)
}

output "secrets" {
  description = "Secrets that need a version before the functions can start."
  value       = module.outreach.secrets
}

output "web_bucket" {
  description = "Bucket of the web application's files; null without a domain."
  value       = try(module.outreach.edge.web_bucket, null)
}
