locals {
  # In thousandths, rounded down: never more than the share of the quota, and no difference at the next plan. Without a
  # quota it is as fast as Cloud Tasks lets a queue be.
  rates = {
    for name, queue in var.queues :
    name => queue.calls_per_minute == null ? 500 : floor(queue.calls_per_minute / 60 * var.share_of_quota * 1000) / 1000
  }
}

resource "google_cloud_tasks_queue" "queues" {
  for_each = var.queues

  project  = var.project
  location = var.location
  name     = each.key

  deletion_policy = var.delete_protection ? "PREVENT" : "DELETE"

  rate_limits {
    max_dispatches_per_second = local.rates[each.key]
    max_concurrent_dispatches = each.value.max_concurrent_dispatches
  }

  # The queue forgets a task after its last attempt: a handler records the failure on that one.
  retry_config {
    max_attempts       = each.value.retry.max_attempts
    max_retry_duration = "0s"
    min_backoff        = "${each.value.retry.min_backoff_seconds}s"
    max_backoff        = "${each.value.retry.max_backoff_seconds}s"
    max_doublings      = each.value.retry.max_doublings
  }
}
