output "alerts" {
  description = "Every alert's title and severity."
  value = {
    for policy in concat(values(google_monitoring_alert_policy.alerts), values(google_monitoring_alert_policy.burns), values(google_monitoring_alert_policy.unreachable)) :
    policy.display_name => policy.severity
  }
}

output "channels" {
  description = "Ids of the channels that are told."
  value       = local.channels
}
