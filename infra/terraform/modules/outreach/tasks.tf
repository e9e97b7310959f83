# What the function `tasks` brings with it: the queues that call it, and the clock. Nobody else can. Together the queues
# dispatch no more at a time than the handlers can take: beyond that Cloud Run would answer 429, and a queue slow down.

locals {
  has_tasks    = contains(keys(var.functions), "tasks")
  task_callers = local.has_tasks ? { clock = module.scheduler[0].caller.member, queue = module.queues[0].caller.member } : {}
}

module "queues" {
  source = "../queues"
  count  = local.has_tasks ? 1 : 0

  delete_protection = var.delete_protection

  enqueuers = { for name, function in var.functions : name => module.function[name].service_account.member if function.enqueues }
  location  = var.location
  project   = var.project

  queues = {
    # What calls the model waits for its quota.
    items = {
      calls_per_minute          = var.model.calls_per_minute
      max_concurrent_dispatches = (var.functions["tasks"].max_instances - 1) * local.requests_per_instance
    }
    # What steers does not wait behind it: one instance's worth of requests is kept free.
    steering = {
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
