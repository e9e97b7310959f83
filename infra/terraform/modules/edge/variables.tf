variable "delete_protection" {
  description = "Whether Terraform refuses to give up the address that the domains point to."
  type        = bool
  default     = true
  nullable    = false
}

variable "domains" {
  description = "Domain names of the product; the first is the one that people are sent to."
  type        = list(string)
  nullable    = false

  validation {
    condition     = length(var.domains) >= 1 && length(var.domains) <= 100
    error_message = "A certificate covers 1 to 100 domains."
  }

  validation {
    condition     = alltrue([for domain in var.domains : can(regex("^([a-z0-9]([a-z0-9-]*[a-z0-9])?[.])+[a-z]{2,}$", domain))])
    error_message = "A domain is written in lower case, without a scheme, a path or a star: a managed certificate covers names one by one."
  }
}

variable "enforce_owasp" {
  description = "Whether OWASP's rules refuse requests; else they only write to the log what they would have refused."
  type        = bool
  default     = false
  nullable    = false
}

variable "functions" {
  description = "Names of the public functions, each a Cloud Run service of the same name."
  type        = set(string)
  nullable    = false

  validation {
    condition     = contains(var.functions, "accounts") && !contains(var.functions, "tasks")
    error_message = "No path leads to tasks; accounts answers paths that nobody owns."
  }
}

variable "labels" {
  description = "Labels of everything that takes labels."
  type        = map(string)
  default     = {}
  nullable    = false
}

variable "location" {
  description = "Region of the functions, and of the bucket with the web application."
  type        = string
  nullable    = false
}

variable "project" {
  description = "Project id."
  type        = string
  nullable    = false
}

variable "requests_per_minute" {
  description = "Requests a minute that one address may make: an office behind one address counts as one. What a person or a key may do is limited by the functions themselves."
  type        = number
  default     = 1200
  nullable    = false

  validation {
    condition     = var.requests_per_minute >= 60 && var.requests_per_minute <= 1000000
    error_message = "An address makes 60 to 1,000,000 requests a minute."
  }
}

variable "sign_in" {
  description = "The OpenID Connect issuer that people sign in with in the browser, and the page's client id there; both null while only API keys are let in."
  type = object({
    client_id = optional(string)
    issuer    = optional(string)
  })
  default  = {}
  nullable = false

  validation {
    condition     = var.sign_in.issuer == null ? var.sign_in.client_id == null : startswith(var.sign_in.issuer, "https://") && var.sign_in.client_id != null
    error_message = "An issuer is an https address and comes with a client id."
  }
}
