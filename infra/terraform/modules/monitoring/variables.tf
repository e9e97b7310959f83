variable "alert_channels" {
  description = "Ids of notification channels made elsewhere, such as Slack's (projects/PROJECT/notificationChannels/NUMBER)."
  type        = set(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for channel in var.alert_channels : can(regex("^projects/[^/]+/notificationChannels/[0-9]+$", channel))])
    error_message = "A channel is projects/PROJECT/notificationChannels/NUMBER."
  }
}

variable "alert_emails" {
  description = "Addresses that are told when something is wrong."
  type        = set(string)
  nullable    = false

  validation {
    condition     = length(var.alert_emails) > 0 && alltrue([for email in var.alert_emails : can(regex("^[^@ ]+@[^@ ]+$", email))])
    error_message = "Somebody is told, by e-mail at least."
  }
}

variable "backups" {
  description = "Whether the database is backed up, and somebody is told when it was not."
  type        = bool
  nullable    = false
}

variable "domain" {
  description = "Domain under which people reach the product."
  type        = string
  nullable    = false
}

variable "failed_items" {
  description = "Items that may fail for good within 15 minutes before somebody is told."
  type        = number
  default     = 20
  nullable    = false
}

variable "health_paths" {
  description = "Path that says whether a public function is well, by function."
  type        = map(string)
  nullable    = false
}

variable "project" {
  description = "Project id."
  type        = string
  nullable    = false
}

variable "queue_delay_seconds" {
  description = "How long tasks may wait beyond their time before somebody is told."
  type        = number
  default     = 600
  nullable    = false
}

variable "runbook" {
  description = "Address of docs/operations.md, where each alert has a chapter."
  type        = string
  nullable    = false
}

variable "url_map" {
  description = "Name of the load balancer's URL map."
  type        = string
  nullable    = false
}
