locals {
  # Written by `python -m scripts.export_indexes` from what the repositories declare.
  declared = jsondecode(file("${path.module}/firestore.json"))
}

module "firestore" {
  source = "../firestore"

  backups              = var.backups
  collections          = local.declared.collections
  delete_protection    = var.delete_protection
  exemptions           = local.declared.exemptions
  expiring_collections = local.declared.expiring_collections
  indexes              = local.declared.indexes
  location             = var.database_location
  name                 = var.database
  project              = var.project
}
