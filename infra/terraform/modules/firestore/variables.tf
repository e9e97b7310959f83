variable "backups" {
  description = "Whether the database is backed up each day and each week, and can be put back to any minute of a week."
  type        = bool
  default     = true
  nullable    = false
}

variable "collections" {
  description = "Every collection, by the last segment of its path."
  type        = set(string)
  nullable    = false
}

variable "delete_protection" {
  description = "Whether nobody can delete the database, Terraform included."
  type        = bool
  default     = true
  nullable    = false
}

variable "exemptions" {
  description = "Fields that have no index of their own, since no query asks for one alone; expires_at is not among them."
  type = set(object({
    collection = string
    field      = string
  }))
  default  = []
  nullable = false

  validation {
    condition     = alltrue([for one in var.exemptions : contains(var.collections, one.collection) && !contains(["expires_at", "payload"], one.field)])
    error_message = "An exemption is of a field of one of the collections, its payload and expires_at apart."
  }
}

variable "expiring_collections" {
  description = "The collections whose documents end at their expires_at."
  type        = set(string)
  default     = []
  nullable    = false

  validation {
    condition     = length(setsubtract(var.expiring_collections, var.collections)) == 0
    error_message = "An expiring collection is one of the collections."
  }
}

variable "indexes" {
  description = "Composite indexes: the collection and, in order, each field with its mode, without the closing id."
  type = list(object({
    collection = string
    fields = list(object({
      mode = string
      name = string
    }))
  }))
  nullable = false

  validation {
    condition     = alltrue([for index in var.indexes : length(index.fields) >= 2])
    error_message = "An index of one field is automatic."
  }

  validation {
    condition     = alltrue([for field in flatten(var.indexes[*].fields) : contains(["ascending", "contains", "descending"], field.mode)])
    error_message = "A mode is ascending, descending or contains."
  }
}

variable "location" {
  description = "Region or multi-region of the database; it is for ever."
  type        = string
  nullable    = false
}

variable "name" {
  description = "Name of the database."
  type        = string
  default     = "(default)"
  nullable    = false
}

variable "project" {
  description = "Project id."
  type        = string
  nullable    = false
}
