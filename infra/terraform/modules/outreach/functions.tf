locals {
  requests_per_instance = 40
}

module "function" {
  source   = "../function"
  for_each = var.functions

  build_grants          = [google_project_iam_member.builder.id]
  build_service_account = google_service_account.builder.name
  callers               = each.value.public ? {} : local.task_callers
  concurrency           = local.requests_per_instance
  cpu                   = each.value.cpu
  description           = each.value.description
  ingress               = each.value.public ? var.public_ingress : "ALLOW_INTERNAL_ONLY"
  instances             = { max = each.value.max_instances, min = lookup(var.min_instances, each.key, 0) }
  labels                = var.labels
  location              = var.location
  memory                = each.value.memory
  name                  = each.key
  project               = var.project
  public                = each.value.public
  roles = merge(
    { store = "roles/datastore.user" },
    var.traces ? { traces = "roles/telemetry.tracesWriter" } : {},
    each.value.sees_backups && var.backups ? { backups = "roles/datastore.backupsViewer" } : {},
    each.value.calls_model && local.asks_by_identity ? { model = google_project_iam_custom_role.model_caller[0].name } : {},
  )
  secrets = { for secret in local.secrets_read[each.key] : secret => module.secrets.ids[secret] }
  settings = merge(
    local.settings,
    each.value.calls_model || each.value.estimates ? local.model_settings : {},
    each.value.sees_backups && var.backups ? { APP_WATCH_BACKUPS = "true" } : {},
    { for name, value in local.queue_settings : name => value if each.value.enqueues },
    { for name, value in local.without_queue : name => value if !each.value.enqueues },
  )
  source_archive  = merge(var.sources[each.key], { bucket = google_storage_bucket.sources.name })
  timeout_seconds = local.deadlines_seconds.function
}
