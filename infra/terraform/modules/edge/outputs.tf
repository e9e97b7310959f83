output "address" {
  description = "IPv4 address for the A record of each domain."
  value       = google_compute_global_address.entrance.address
}

output "backends" {
  description = "Public functions that the load balancer reaches."
  value       = toset(keys(google_compute_backend_service.functions))
}

output "url_map" {
  description = "Name of the URL map, which the load balancer's metrics are labelled with."
  value       = google_compute_url_map.paths.name
}

output "web_bucket" {
  description = "Bucket of the web application's files."
  value       = google_storage_bucket.web.name
}
