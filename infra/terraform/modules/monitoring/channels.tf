# Who is told. A Slack channel is made in the console once, since its token would otherwise lie in Terraform's state; its id
# is given here. https://cloud.google.com/monitoring/support/notification-options#slack

resource "google_monitoring_notification_channel" "emails" {
  for_each = var.alert_emails

  project      = var.project
  display_name = each.value
  type         = "email"
  labels       = { email_address = each.value }
}

locals {
  channels = concat([for channel in google_monitoring_notification_channel.emails : channel.id], tolist(var.alert_channels))
}
