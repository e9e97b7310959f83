module "functions" {
  source = "../../modules/function_list"
}

module "outreach" {
  source = "../../modules/outreach"

  alerts            = var.alerts
  budget            = var.budget
  database_location = var.database_location
  domains           = var.domains
  edge              = var.edge
  functions         = module.functions.functions
  issuers           = var.issuers
  labels            = { application = "outreach", environment = "prod" }
  location          = var.location
  model             = var.model
  project           = var.project
  public_ingress    = var.public_ingress
  settings          = var.settings
  sign_in           = var.sign_in
  sources           = var.sources
  traces            = var.traces

  # The first message of the morning does not wait for a start.
  min_instances = { generate = 1 }

  # Nothing that holds data can be destroyed by a mistaken plan.
  delete_protection = true
}
