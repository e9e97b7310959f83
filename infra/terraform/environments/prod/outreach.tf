module "functions" {
  source = "../../modules/function_list"
}

module "outreach" {
  source = "../../modules/outreach"

  database_location = var.database_location
  functions         = module.functions.functions
  labels            = { application = "outreach", environment = "prod" }
  location          = var.location
  model             = var.model
  project           = var.project
  public_ingress    = var.public_ingress
  settings          = var.settings
  sources           = var.sources

  # Nothing that holds data can be destroyed by a mistaken plan.
  delete_protection = true
}
