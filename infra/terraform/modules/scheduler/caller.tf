resource "google_service_account" "caller" {
  project      = var.project
  account_id   = "clock-caller"
  display_name = "Clock"
  description  = "What the scheduler calls the task handlers as."
}
