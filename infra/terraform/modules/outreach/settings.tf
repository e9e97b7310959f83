# Environment variables that shared/config.py reads. A name that it does not know would be ignored in silence;
# tests/infra finds it.

locals {
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
    },
    var.settings,
  )

  # Only who calls the model is told of one: the others do not even have its library.
  model_settings = { APP_WRITER = var.model.writer }
}
