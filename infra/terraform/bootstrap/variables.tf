variable "location" {
  description = "Region of the bucket with the state."
  type        = string
  nullable    = false
}

variable "project" {
  description = "Project id. A project holds one environment and nothing else."
  type        = string
  nullable    = false
}

variable "repository" {
  description = "GitHub repository whose jobs may plan and deploy, as OWNER/NAME."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+$", var.repository))
    error_message = "A repository is OWNER/NAME."
  }
}
