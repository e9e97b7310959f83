variable "alerts" {
  description = "Who is told when something is wrong: e-mail addresses, ids of channels made elsewhere (Slack), and where docs/operations.md can be read. Nobody is watched over without an address."
  type = object({
    channels = optional(set(string), [])
    emails   = optional(set(string), [])
    runbook  = optional(string, "docs/operations.md")
  })
  default  = {}
  nullable = false
}

variable "backups" {
  description = "Whether the database is backed up each day and each week, and can be put back to any minute of a week."
  type        = bool
  default     = true
  nullable    = false
}

variable "budget" {
  description = "What the project may cost in a calendar month, in whole units of the billing account's currency; null: nobody is told."
  type = object({
    amount          = number
    billing_account = string
    currency        = optional(string, "EUR")
  })
  nullable = true
  default  = null
}

variable "database" {
  description = "Name of the Firestore database."
  type        = string
  default     = "(default)"
  nullable    = false
}

variable "database_location" {
  description = "Region or multi-region of the Firestore database; it is for ever."
  type        = string
  nullable    = false
}

variable "delete_protection" {
  description = "Whether database, secrets and zips are kept when Terraform is told to destroy them."
  type        = bool
  default     = true
  nullable    = false
}

variable "domains" {
  description = "Domain names of the product, the first is the one that people are sent to; none: no load balancer, no page, no alerts."
  type        = list(string)
  default     = []
  nullable    = false
}

variable "edge" {
  description = "How the load balancer defends itself: whether OWASP's rules refuse or only watch, and requests a minute from one address."
  type = object({
    enforce_owasp       = optional(bool, false)
    requests_per_minute = optional(number, 1200)
  })
  default  = {}
  nullable = false
}

variable "functions" {
  description = "The functions by name: whether anybody may call them (else the queue and the clock alone), whether they call the model, say what a call would cost or create tasks, whether they look for backups, the secrets that they read, and their size."
  type = map(object({
    calls_model   = optional(bool, false)
    cpu           = optional(number, 1)
    description   = string
    enqueues      = optional(bool, false)
    estimates     = optional(bool, false)
    max_instances = optional(number, 10)
    memory        = optional(string, "512Mi")
    public        = optional(bool, false)
    secrets       = optional(set(string), [])
    sees_backups  = optional(bool, false)
  }))
  nullable = false

  validation {
    condition     = [for name, function in var.functions : name if !function.public] == [for name in keys(var.functions) : name if name == "tasks"]
    error_message = "Every function is public but tasks, which never is."
  }

  validation {
    condition     = contains(keys(var.functions), "tasks") || alltrue([for function in values(var.functions) : !function.enqueues])
    error_message = "Who creates tasks needs the function that handles them."
  }

  validation {
    condition     = !contains(keys(var.functions), "tasks") || try(var.functions["tasks"].max_instances >= 2, false)
    error_message = "tasks has at least two instances at most: one is kept for what steers."
  }
}

variable "issuers" {
  description = "Further OpenID Connect issuers whose people are let in, beside the page's own (sign_in) and Identity Platform. Without keys_address the issuer's own description names its keys."
  type = list(object({
    client_ids   = list(string)
    issuer       = string
    keys_address = optional(string)
  }))
  default  = []
  nullable = false

  validation {
    condition     = alltrue([for one in var.issuers : startswith(one.issuer, "https://") && length(one.client_ids) > 0])
    error_message = "An issuer is an https address and comes with the client ids that its tokens may be for."
  }
}

variable "labels" {
  description = "Labels of everything that takes labels."
  type        = map(string)
  default     = {}
  nullable    = false
}

variable "location" {
  description = "Region of functions, queues, clock, secrets and zips."
  type        = string
  nullable    = false
}

variable "min_instances" {
  description = "Instances that are kept warm, by function; none where nothing is said."
  type        = map(number)
  default     = {}
  nullable    = false

  validation {
    condition     = length(setsubtract(keys(var.min_instances), keys(var.functions))) == 0
    error_message = "Only a function can be kept warm."
  }
}

variable "model" {
  description = "How the model is asked (`vertex` by the function's own identity, `gemini` by an API key) and the project's quota of calls a minute for it."
  type = object({
    calls_per_minute = number
    writer           = optional(string, "vertex")
  })
  nullable = false

  validation {
    condition     = contains(["gemini", "vertex"], var.model.writer)
    error_message = "The writer is vertex or gemini."
  }
}

variable "project" {
  description = "Project id. A project holds one environment and nothing else."
  type        = string
  nullable    = false
}

variable "public_ingress" {
  description = "From where people reach the public functions: ALLOW_INTERNAL_AND_GCLB (through the load balancer) or ALLOW_ALL."
  type        = string
  default     = "ALLOW_INTERNAL_AND_GCLB"
  nullable    = false
}

variable "settings" {
  description = "Settings beyond those that follow from the infrastructure (docs/settings.md)."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition     = alltrue([for name in keys(var.settings) : startswith(name, "APP_")])
    error_message = "A setting's name begins with APP_."
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
}

variable "sources" {
  description = "Each function's zip: its path on this machine and its SHA-256 in hexadecimal."
  type = map(object({
    digest = string
    path   = string
  }))
  nullable = false

  validation {
    condition     = length(setsubtract(keys(var.functions), keys(var.sources))) == 0
    error_message = "Every function has a zip."
  }
}

variable "traces" {
  description = "Whether spans of the requests that Cloud Run records go to Cloud Trace."
  type        = bool
  default     = false
  nullable    = false
}
