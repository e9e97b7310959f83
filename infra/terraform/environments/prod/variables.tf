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

variable "database_location" {
  description = "Region or multi-region of the Firestore database (https://cloud.google.com/firestore/docs/locations); it is for ever."
  type        = string
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

variable "issuers" {
  description = "Further OpenID Connect issuers whose people are let in, beside the page's own (sign_in) and Identity Platform. Without keys_address the issuer's own description names its keys."
  type = list(object({
    client_ids   = list(string)
    issuer       = string
    keys_address = optional(string)
  }))
  default  = []
  nullable = false
}

variable "location" {
  description = "Region of everything else (https://cloud.google.com/run/docs/locations)."
  type        = string
  nullable    = false
}

variable "model" {
  description = "How the model is asked (`vertex` by the function's own identity, `gemini` by an API key) and the project's quota of calls a minute for it."
  type = object({
    calls_per_minute = number
    writer           = optional(string, "vertex")
  })
  nullable = false
}

variable "project" {
  description = "Project id. A project holds this environment and nothing else."
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
  description = "Each function's zip: its path on this machine and its SHA-256 in hexadecimal (infra/terraform/sources.sh writes them)."
  type = map(object({
    digest = string
    path   = string
  }))
  nullable = false
}

variable "traces" {
  description = "Whether spans of the requests that Cloud Run records go to Cloud Trace."
  type        = bool
  default     = false
  nullable    = false
}
