variable "delete_protection" {
  description = "Whether Terraform refuses to delete a queue: its tasks would be gone, and its name could not be used again for days."
  type        = bool
  default     = true
  nullable    = false
}

variable "enqueuers" {
  description = "IAM members that may create tasks, each under a name that is known before apply."
  type        = map(string)
  default     = {}
  nullable    = false
}

variable "location" {
  description = "Region of the queues."
  type        = string
  nullable    = false
}

variable "project" {
  description = "Project id."
  type        = string
  nullable    = false
}

variable "queues" {
  description = "Queues by name: the quota, in calls a minute, of what their tasks call (null where there is none), how many tasks run at a time, and how a failed one is tried again."
  type = map(object({
    calls_per_minute          = optional(number)
    max_concurrent_dispatches = number
    retry = optional(object({
      max_attempts        = optional(number, 8)
      max_backoff_seconds = optional(number, 300)
      max_doublings       = optional(number, 5)
      min_backoff_seconds = optional(number, 5)
    }), {})
  }))
  nullable = false

  validation {
    condition     = alltrue([for queue in values(var.queues) : queue.calls_per_minute == null ? true : queue.calls_per_minute > 0 && queue.calls_per_minute / 60 * var.share_of_quota <= 500])
    error_message = "A queue dispatches something, and at most 500 tasks a second."
  }

  validation {
    condition     = alltrue([for queue in values(var.queues) : queue.max_concurrent_dispatches >= 1 && queue.max_concurrent_dispatches <= 5000])
    error_message = "A queue runs 1 to 5,000 tasks at a time."
  }

  validation {
    condition     = alltrue([for queue in values(var.queues) : queue.retry.max_attempts >= 1 && queue.retry.max_attempts <= 100])
    error_message = "A task is tried 1 to 100 times, never without end."
  }

  validation {
    condition     = alltrue([for queue in values(var.queues) : queue.retry.min_backoff_seconds <= queue.retry.max_backoff_seconds])
    error_message = "The shortest back-off is not longer than the longest."
  }
}

variable "share_of_quota" {
  description = "Share of the quota that the queues use; the rest is for people who wait, and for repairs."
  type        = number
  default     = 0.7
  nullable    = false

  validation {
    condition     = var.share_of_quota > 0 && var.share_of_quota <= 1
    error_message = "A share is above 0 and at most 1."
  }
}
