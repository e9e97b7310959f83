variable "build_grants" {
  description = "Ids of the rights that the building service account needs; the function waits for them."
  type        = list(string)
  nullable    = false
}

variable "build_service_account" {
  description = "Service account that builds the container: projects/PROJECT/serviceAccounts/EMAIL."
  type        = string
  nullable    = false
}

variable "callers" {
  description = "IAM members that may call a function that is not public, each under a name that is known before apply."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition     = var.public == (length(var.callers) == 0)
    error_message = "A public function names no callers; any other names at least one."
  }

  validation {
    condition     = alltrue([for member in values(var.callers) : startswith(member, "serviceAccount:")])
    error_message = "Only service accounts call a function that is not public."
  }
}

variable "concurrency" {
  description = "Requests that one instance serves at a time; the server gets as many threads."
  type        = number
  default     = 40
  nullable    = false

  validation {
    condition     = var.concurrency >= 1 && var.concurrency <= 1000
    error_message = "An instance serves 1 to 1000 requests at a time."
  }
}

variable "cpu" {
  description = "Processors of one instance."
  type        = number
  default     = 1
  nullable    = false

  validation {
    condition     = var.cpu >= 1 || var.concurrency == 1
    error_message = "More than one request at a time needs at least one processor."
  }
}

variable "description" {
  description = "What the function does, for those who meet it in the console."
  type        = string
  nullable    = false
}

variable "ingress" {
  description = "From where requests may come: ALLOW_INTERNAL_ONLY, ALLOW_INTERNAL_AND_GCLB (the load balancer too) or ALLOW_ALL."
  type        = string
  default     = "ALLOW_INTERNAL_ONLY"
  nullable    = false

  validation {
    condition     = contains(["ALLOW_INTERNAL_ONLY", "ALLOW_INTERNAL_AND_GCLB", "ALLOW_ALL"], var.ingress)
    error_message = "Ingress is ALLOW_INTERNAL_ONLY, ALLOW_INTERNAL_AND_GCLB or ALLOW_ALL."
  }

  validation {
    condition     = var.public || var.ingress == "ALLOW_INTERNAL_ONLY"
    error_message = "A function that is not public has internal ingress."
  }
}

variable "instances" {
  description = "Fewest and most instances."
  type = object({
    max = optional(number, 10)
    min = optional(number, 0)
  })
  default  = {}
  nullable = false

  validation {
    condition     = 0 <= var.instances.min && var.instances.min <= var.instances.max && var.instances.max >= 1
    error_message = "There is at least one instance at most, and never more at least than at most."
  }
}

variable "labels" {
  description = "Labels of everything that takes labels."
  type        = map(string)
  default     = {}
  nullable    = false
}

variable "location" {
  description = "Region of the function."
  type        = string
  nullable    = false
}

variable "memory" {
  description = "Memory of one instance, with its unit."
  type        = string
  default     = "512Mi"
  nullable    = false
}

variable "name" {
  description = "Name of the function, of its entry point and of its Cloud Run service."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{0,19}[a-z0-9]$", var.name))
    error_message = "A name has 2 to 21 lower-case letters, digits and hyphens (its service account's id has 30 characters)."
  }
}

variable "project" {
  description = "Project id."
  type        = string
  nullable    = false
}

variable "public" {
  description = "Whether anybody may call the function, which then checks every credential itself."
  type        = bool
  default     = false
  nullable    = false
}

variable "roles" {
  description = "Roles of the function in the project, each under a name that is known before apply."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition     = alltrue([for role in values(var.roles) : !contains(["roles/owner", "roles/editor", "roles/viewer"], role)])
    error_message = "Basic roles are too wide for a function."
  }
}

variable "runtime" {
  description = "Language runtime: the version that the tests run on and the requirements are locked for."
  type        = string
  default     = "python311"
  nullable    = false
}

variable "secret_settings" {
  description = "Environment variables that take a version of a secret; the value itself is never in Terraform."
  type = map(object({
    secret  = string
    version = string
  }))
  default  = {}
  nullable = false
}

variable "secrets" {
  description = "Secrets that the function reads when it needs them: their ids, by names that are known before apply."
  type        = map(string)
  default     = {}
  nullable    = false
}

variable "settings" {
  description = "Environment variables. THREADS follows from the concurrency and is not set here."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition     = !contains(keys(var.settings), "THREADS")
    error_message = "THREADS follows from the concurrency."
  }
}

variable "source_archive" {
  description = "The function's zip: the bucket that keeps it, its path on this machine and its SHA-256 in hexadecimal."
  type = object({
    bucket = string
    digest = string
    path   = string
  })
  nullable = false

  validation {
    condition     = can(regex("^[0-9a-f]{64}$", var.source_archive.digest))
    error_message = "A digest is 64 hexadecimal digits in lower case."
  }
}

variable "timeout_seconds" {
  description = "Time after which the platform gives up a request."
  type        = number
  default     = 60
  nullable    = false

  validation {
    condition     = var.timeout_seconds >= 1 && var.timeout_seconds <= 3600
    error_message = "A request takes at most an hour."
  }
}
