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
  labels            = { application = "outreach", environment = "dev" }
  location          = var.location
  model             = var.model
  project           = var.project
  public_ingress    = var.public_ingress
  settings          = var.settings
  sign_in           = var.sign_in
  sources           = var.sources
  traces            = var.traces

  # What is tried here may be thrown away.
  backups           = false
  delete_protection = false
}
