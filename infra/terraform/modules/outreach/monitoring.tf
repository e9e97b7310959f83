# What watches over it, and who is told. It begins where people arrive, so it comes with a domain.

module "monitoring" {
  source = "../monitoring"
  count  = local.has_edge && length(var.alerts.emails) > 0 ? 1 : 0

  alert_channels = var.alerts.channels
  alert_emails   = var.alerts.emails
  backups        = var.backups
  domain         = var.domains[0]
  health_paths   = { for name in local.public_functions : name => "/v1/${name}/health" }
  project        = var.project
  runbook        = var.alerts.runbook
  url_map        = module.edge[0].url_map
}
