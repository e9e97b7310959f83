# One page that answers: is it up, is it quick, is work stuck, what does it cost, is what it writes any good?

locals {
  tiles = [
    { title = "Requests a second, by function", query = "sum by (function) (rate(${local.logged.requests}[5m]))" },
    { title = "Failures a second, by function", query = "sum by (function) (rate(${local.logged.requests}{status=~\"5..\"}[5m]))" },
    { title = "Latency, 95 of 100 (ms), by function", query = "histogram_quantile(0.95, sum by (le, function) (rate(${local.logged.request_duration}_bucket[5m])))" },
    { title = "Latency of the model, half and 95 of 100 (ms)", query = "histogram_quantile(0.95, sum by (le, model) (rate(${local.logged.model_latency}_bucket[5m])))" },
    { title = "Queue depth", query = "sum by (queue_id) (cloudtasks_googleapis_com:queue_depth{monitored_resource=\"cloud_tasks_queue\"})" },
    { title = "Delay of tasks, 95 of 100 (ms)", query = "histogram_quantile(0.95, sum by (le, queue_id) (rate(cloudtasks_googleapis_com:queue_task_attempt_delays_bucket{monitored_resource=\"cloud_tasks_queue\"}[5m])))" },
    { title = "Messages a day, by format", query = "sum by (format) (increase(${local.logged.generated}[1d]))" },
    { title = "Share that needs a review", query = "sum(increase(${local.logged.generated}{status=\"needs_review\"}[1h])) / sum(increase(${local.logged.generated}[1h]))" },
    { title = "Tokens an hour", query = "sum(increase(${local.logged.input_tokens}_sum[1h])) + sum(increase(${local.logged.output_tokens}_sum[1h]))" },
    { title = "Cost of the model, a day (millionths)", query = "sum(increase(${local.logged.generation_cost}_sum[1d]))" },
    { title = "Items failed, an hour, by reason", query = "sum by (code) (increase(${local.logged.items_failed}[1h]))" },
    { title = "Screens used, a day", query = "sum by (screen) (increase(${local.logged.screens_used}[1d]))" },
    { title = "Instances, by function", query = "sum by (service_name) (run_googleapis_com:container_instance_count{monitored_resource=\"cloud_run_revision\"})" },
  ]

  tile_height = 16
  tile_width  = 24
  tiles_a_row = 2
}

resource "google_monitoring_dashboard" "outreach" {
  project = var.project

  dashboard_json = jsonencode({
    displayName = "Outreach"
    mosaicLayout = {
      columns = local.tile_width * local.tiles_a_row
      tiles = [
        for index, tile in local.tiles : {
          height = local.tile_height
          width  = local.tile_width
          xPos   = index % local.tiles_a_row * local.tile_width
          yPos   = floor(index / local.tiles_a_row) * local.tile_height
          widget = {
            title = tile.title
            xyChart = {
              dataSets = [{ plotType = "LINE", timeSeriesQuery = { prometheusQuery = tile.query } }]
            }
          }
        }
      ]
    }
  })

  depends_on = [google_logging_metric.events]
}
