locals {
  secrets_read = {
    for name, function in var.functions :
    name => setunion(function.secrets, function.calls_model || function.estimates ? local.model_secrets : [])
  }
  secrets = setunion(values(local.secrets_read)...)
}

module "secrets" {
  source = "../secrets"

  delete_protection = var.delete_protection
  labels            = var.labels
  location          = var.location
  project           = var.project
  secrets           = local.secrets
}
