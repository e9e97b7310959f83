# The queues deliver tasks under this account's token; the handlers' function lets it in.

resource "google_service_account" "caller" {
  project      = var.project
  account_id   = "queue-caller"
  display_name = "Queue"
  description  = "What the queues call the task handlers as."
}
