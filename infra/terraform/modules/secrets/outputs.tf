output "ids" {
  description = "Each secret's id, by name."
  value       = { for name, secret in google_secret_manager_secret.secrets : name => secret.secret_id }
}
