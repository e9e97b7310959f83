variable "database_location" {
  description = "Region or multi-region of the Firestore database (https://cloud.google.com/firestore/docs/locations); it is for ever."
  type        = string
  nullable    = false
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

variable "sources" {
  description = "Each function's zip: its path on this machine and its SHA-256 in hexadecimal (infra/terraform/sources.sh writes them)."
  type = map(object({
    digest = string
    path   = string
  }))
  nullable = false
}
