output "services" {
  description = "APIs that are enabled."
  value       = toset([for service in google_project_service.services : service.service])
}
