variable "address" {
  description = "Address of the function on run.app, without a path: where the tick goes, and the audience of its token."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^https://[a-z0-9.-]+[.]run[.]app$", var.address))
    error_message = "Internal ingress and IAM know the function by its run.app address, without a closing slash."
  }
}

variable "attempt_deadline_seconds" {
  description = "Time after which the scheduler gives up a tick."
  type        = number
  nullable    = false

  validation {
    condition     = var.attempt_deadline_seconds >= 15 && var.attempt_deadline_seconds <= 1800
    error_message = "The scheduler waits 15 seconds to 30 minutes."
  }
}

variable "location" {
  description = "Region of the job."
  type        = string
  nullable    = false
}

variable "path" {
  description = "Path of the tick's handler."
  type        = string
  default     = "/v1/tasks/tick"
  nullable    = false

  validation {
    condition     = startswith(var.path, "/v1/tasks/")
    error_message = "The scheduler calls task handlers only."
  }
}

variable "project" {
  description = "Project id."
  type        = string
  nullable    = false
}
