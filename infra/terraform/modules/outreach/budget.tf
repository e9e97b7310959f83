module "project" {
  source = "../project"

  budget                = var.budget
  notification_channels = try(module.monitoring[0].channels, [])
  project               = var.project
  project_number        = data.google_project.target.number
}
