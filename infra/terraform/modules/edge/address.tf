# What the domains' A records point to. It outlives everything behind it.

resource "google_compute_global_address" "entrance" {
  project         = var.project
  name            = "entrance"
  description     = "Where the domains point to."
  labels          = var.labels
  deletion_policy = var.delete_protection ? "PREVENT" : "DELETE"
}
