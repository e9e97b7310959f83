# Where people arrive: the load balancer in front of the public functions and the web application. Without a domain there is
# none, and nobody but Google reaches the functions unless `public_ingress` says otherwise.

locals {
  has_edge         = length(var.domains) > 0
  public_functions = toset([for name, function in var.functions : name if function.public])
}

module "edge" {
  source = "../edge"
  count  = local.has_edge ? 1 : 0

  delete_protection   = var.delete_protection
  domains             = var.domains
  enforce_owasp       = var.edge.enforce_owasp
  functions           = local.public_functions
  labels              = var.labels
  location            = var.location
  project             = var.project
  requests_per_minute = var.edge.requests_per_minute
  sign_in             = var.sign_in

  depends_on = [module.function]
}

module "identity" {
  source = "../identity"
  count  = local.has_edge ? 1 : 0

  domains = var.domains
  project = var.project
}
