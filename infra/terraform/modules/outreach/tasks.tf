# What the function `tasks` brings with it: the queues that call it, and the clock. Nobody else can.

locals {
  has_tasks    = contains(keys(var.functions), "tasks")
  task_callers = local.has_tasks ? { clock = module.scheduler[0].caller.member, queue = module.queues[0].caller.member } : {}
}

module "queues" {
  source = "../queues"
  count  = local.has_tasks ? 1 : 0

  enqueuers = { for name, function in var.functions : name => module.function[name].service_account.member if function.enqueues }
  location  = var.location
  project   = var.project

  queues = {
    items = {
      calls_per_minute = var.model.calls_per_minute
      # As many as the handlers can take: beyond that Cloud Run would answer 429, and the queue would slow down.
      max_concurrent_dispatches = var.functions["tasks"].max_instances * local.requests_per_instance
    }
    # What moves batches on calls no model, and must not wait behind what does.
    steering = {
      calls_per_minute          = 3000
      max_concurrent_dispatches = local.requests_per_instance
    }
  }
}

module "scheduler" {
  source = "../scheduler"
  count  = local.has_tasks ? 1 : 0

  address                  = local.addresses["tasks"]
  attempt_deadline_seconds = local.deadlines_seconds.dispatch
  location                 = var.location
  project                  = var.project
}
