output "project" {
  description = "Project whose issuer and audience the functions accept."
  value       = google_identity_platform_config.people.project
}
