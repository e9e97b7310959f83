variable "budget" {
  description = "What the project may cost in a calendar month, in whole units of the billing account's currency; null: nobody is told."
  type = object({
    amount          = number
    billing_account = string
    currency        = optional(string, "EUR")
  })
  nullable = true
  default  = null

  validation {
    condition     = var.budget == null ? true : var.budget.amount >= 1 && floor(var.budget.amount) == var.budget.amount
    error_message = "A budget is a whole number of at least 1."
  }
}

variable "notification_channels" {
  description = "Ids of the channels that are told; a budget takes the first five."
  type        = list(string)
  default     = []
  nullable    = false
}

variable "project" {
  description = "Project id."
  type        = string
  nullable    = false
}

variable "project_number" {
  description = "Project number, by which billing knows the project."
  type        = string
  nullable    = false
}
