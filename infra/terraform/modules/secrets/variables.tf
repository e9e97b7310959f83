variable "delete_protection" {
  description = "Whether Terraform refuses to delete a secret: what a lost key protected is lost too."
  type        = bool
  default     = true
  nullable    = false
}

variable "labels" {
  description = "Labels of the secrets."
  type        = map(string)
  default     = {}
  nullable    = false
}

variable "location" {
  description = "Region in which values are kept."
  type        = string
  nullable    = false
}

variable "project" {
  description = "Project id."
  type        = string
  nullable    = false
}

variable "secrets" {
  description = "Names of the secrets."
  type        = set(string)
  nullable    = false
}
