# Environment variables that shared/config.py reads. A name that it does not know would be ignored in silence;
# tests/infra finds it.

locals {
  # The page's own issuer and those that are named beside it, each once. Identity Platform's has a setting of its own.
  named_issuers = concat(
    var.sign_in.issuer == null ? [] : [{ client_ids = [var.sign_in.client_id], issuer = var.sign_in.issuer, keys_address = null }],
    var.issuers,
  )
  issuers = [
    for issuer, named in { for one in local.named_issuers : one.issuer => one... } : {
      client_ids   = distinct(flatten(named[*].client_ids))
      issuer       = issuer
      keys_address = try(compact(named[*].keys_address)[0], null)
    } if issuer != "https://securetoken.google.com/${var.project}"
  ]

  settings = merge(
    {
      APP_DEMO               = "false"
      APP_DISPATCH_SECONDS   = tostring(local.deadlines_seconds.dispatch)
      APP_FIRESTORE_DATABASE = module.firestore.name
      APP_FUNCTION_SECONDS   = tostring(local.deadlines_seconds.function)
      APP_GOOGLE_PROJECT     = var.project
      APP_ITEM_SECONDS       = tostring(local.deadlines_seconds.item)
      APP_LEASE_SECONDS      = tostring(local.deadlines_seconds.lease)
      APP_MODEL_CALL_SECONDS = tostring(local.deadlines_seconds.model_call)
      APP_SECRETS            = "secret_manager"
      APP_STORE              = "firestore"
      # To X-Forwarded-For the load balancer appends the caller's address and its own, Cloud Run by itself the caller's.
      APP_TRUSTED_PROXIES = local.has_edge ? "2" : "1"
    },
    length(local.issuers) == 0 ? {} : { APP_SIGN_IN_ISSUERS = jsonencode(local.issuers) },
    local.has_edge ? { APP_IDENTITY_PLATFORM_PROJECT = module.identity[0].project } : {},
    var.traces ? { APP_TRACES_URL = "https://telemetry.googleapis.com/v1/traces" } : {},
    var.settings,
  )

  # Who creates tasks, or handles them, is told of the queues; the others do not even have their library.
  queue_settings = local.has_tasks ? {
    APP_CLOCK_CALLER       = module.scheduler[0].caller.email
    APP_QUEUE              = "cloud_tasks"
    APP_QUEUE_CALLER       = module.queues[0].caller.email
    APP_QUEUE_LOCATION     = var.location
    APP_QUEUE_MAX_ATTEMPTS = tostring(module.queues[0].queues["items"].max_attempts)
    APP_TASKS_URL          = local.addresses["tasks"]
  } : {}
  without_queue = { APP_QUEUE = "none" }

  # Only who calls the model, or says what a call would cost, is told of one.
  model_settings = { APP_WRITER = var.model.writer }
}
