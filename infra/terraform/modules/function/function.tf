resource "google_cloudfunctions2_function" "function" {
  project     = var.project
  location    = var.location
  name        = var.name
  description = var.description
  labels      = var.labels

  build_config {
    runtime         = var.runtime
    entry_point     = var.name
    service_account = var.build_service_account

    source {
      storage_source {
        bucket = google_storage_bucket_object.source.bucket
        object = google_storage_bucket_object.source.name
      }
    }
  }

  service_config {
    service_account_email = google_service_account.identity.email
    ingress_settings      = var.ingress
    timeout_seconds       = var.timeout_seconds
    available_cpu         = tostring(var.cpu)
    available_memory      = var.memory
    min_instance_count    = var.instances.min
    max_instance_count    = var.instances.max

    # A thread for each request that an instance may be given: fewer would leave requests waiting inside it.
    max_instance_request_concurrency = var.concurrency
    environment_variables            = merge(var.settings, { THREADS = tostring(var.concurrency) })

    dynamic "secret_environment_variables" {
      for_each = var.secret_settings

      content {
        key        = secret_environment_variables.key
        project_id = var.project
        secret     = secret_environment_variables.value.secret
        version    = secret_environment_variables.value.version
      }
    }
  }

  # A function reads its secrets and its store as it starts, and one that does not start is a failed deployment.
  depends_on = [
    google_project_iam_member.roles,
    google_secret_manager_secret_iam_member.secret_versions,
    google_secret_manager_secret_iam_member.secrets,
    var.build_grants,
  ]
}
