output "functions" {
  description = "The functions by name, as the variable of the same name of modules/outreach takes them."
  value       = local.functions
}
