# What is counted from the functions' own log lines. tests/infra compares events and fields with what the code writes: a
# renamed field would otherwise leave an alert silent for ever.

locals {
  # Lines of the functions, and of nothing else that runs in the project.
  of_functions = "resource.type=\"cloud_run_revision\""

  # A counter unless a value is named; the labels name the field of the line that they are taken from.
  log_metrics = {
    backups_found         = { event = "backup_found", labels = {}, unit = "1", value = null }
    backups_missing       = { event = "backup_missing", labels = {}, unit = "1", value = null }
    generated             = { event = "message_generated", labels = { format = "jsonPayload.format", language = "jsonPayload.language", provider = "jsonPayload.provider", role = "jsonPayload.role", status = "jsonPayload.status" }, unit = "1", value = null }
    generation_cost       = { event = "message_generated", labels = { model = "jsonPayload.model" }, unit = "1", value = "jsonPayload.cost_micros" }
    input_tokens          = { event = "message_generated", labels = { model = "jsonPayload.model" }, unit = "1", value = "jsonPayload.input_tokens" }
    items_failed          = { event = "item_failed", labels = { code = "jsonPayload.code" }, unit = "1", value = null }
    model_latency         = { event = "message_generated", labels = { model = "jsonPayload.model" }, unit = "ms", value = "jsonPayload.latency_ms" }
    output_tokens         = { event = "message_generated", labels = { model = "jsonPayload.model" }, unit = "1", value = "jsonPayload.output_tokens" }
    request_duration      = { event = "request_answered", labels = { function = "labels.function", route = "jsonPayload.route" }, unit = "ms", value = "jsonPayload.duration_ms" }
    requests              = { event = "request_answered", labels = { function = "labels.function", route = "jsonPayload.route", status = "jsonPayload.status" }, unit = "1", value = null }
    screens_used          = { event = "screen_used", labels = { action = "jsonPayload.action", screen = "jsonPayload.screen" }, unit = "1", value = null }
    spend_limits_hit      = { event = "spend_limit_reached", labels = {}, unit = "1", value = null }
    tick_steps_failed     = { event = "tick_step_failed", labels = { operation = "jsonPayload.operation" }, unit = "1", value = null }
    webhooks_switched_off = { event = "webhook_switched_off", labels = {}, unit = "1", value = null }
  }
}

resource "google_logging_metric" "events" {
  for_each = local.log_metrics

  project          = var.project
  name             = each.key
  description      = "From the log event ${each.value.event}."
  filter           = "${local.of_functions} AND jsonPayload.message=\"${each.value.event}\""
  label_extractors = { for label, field in each.value.labels : label => "EXTRACT(${field})" }
  value_extractor  = each.value.value == null ? null : "EXTRACT(${each.value.value})"

  metric_descriptor {
    metric_kind = "DELTA"
    unit        = each.value.unit
    value_type  = each.value.value == null ? "INT64" : "DISTRIBUTION"

    dynamic "labels" {
      for_each = each.value.labels

      content {
        key        = labels.key
        value_type = "STRING"
      }
    }
  }

  # From 1 to 2^20 in steps of the square root of 2: milliseconds, tokens and millionths of a currency alike.
  dynamic "bucket_options" {
    for_each = each.value.value == null ? [] : [true]

    content {
      exponential_buckets {
        num_finite_buckets = 40
        growth_factor      = 1.4142135623730951
        scale              = 1
      }
    }
  }
}
