variable "domains" {
  description = "Domains whose pages may sign people in."
  type        = list(string)
  nullable    = false
}

variable "project" {
  description = "Project id."
  type        = string
  nullable    = false
}
