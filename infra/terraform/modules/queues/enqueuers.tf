# Whoever creates a task that carries the caller's token needs two rights: to put tasks into that queue, and to act as the
# caller. https://cloud.google.com/tasks/docs/creating-http-target-tasks

locals {
  enqueuing = {
    for pair in setproduct(keys(var.queues), keys(var.enqueuers)) :
    join("/", pair) => { queue = pair[0], enqueuer = pair[1] }
  }
}

resource "google_cloud_tasks_queue_iam_member" "enqueuers" {
  for_each = local.enqueuing

  project  = var.project
  location = var.location
  name     = google_cloud_tasks_queue.queues[each.value.queue].name
  role     = "roles/cloudtasks.enqueuer"
  member   = var.enqueuers[each.value.enqueuer]
}

resource "google_service_account_iam_member" "enqueuers" {
  for_each = var.enqueuers

  service_account_id = google_service_account.caller.name
  role               = "roles/iam.serviceAccountUser"
  member             = each.value
}
