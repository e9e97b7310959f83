# What the whole project may cost in a month. A budget tells, it stops nothing: what stops the model's spending is the
# product itself (docs/operations.md, "Spending").

resource "google_billing_budget" "month" {
  count = var.budget == null ? 0 : 1

  billing_account = var.budget.billing_account
  display_name    = "Outreach: ${var.project}"

  budget_filter {
    calendar_period = "MONTH"
    projects        = ["projects/${var.project_number}"]
  }

  amount {
    specified_amount {
      currency_code = var.budget.currency
      units         = tostring(var.budget.amount)
    }
  }

  dynamic "threshold_rules" {
    for_each = [0.5, 0.8, 1]

    content {
      threshold_percent = threshold_rules.value
    }
  }

  # While there is still a month to do something about it.
  threshold_rules {
    threshold_percent = 1
    spend_basis       = "FORECASTED_SPEND"
  }

  all_updates_rule {
    disable_default_iam_recipients   = false
    monitoring_notification_channels = slice(var.notification_channels, 0, min(5, length(var.notification_channels)))
  }
}
