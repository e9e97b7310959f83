mock_provider "google" {
  mock_data "google_project" {
    defaults = { number = "123456789012" }
  }
}

# What the provider would make of the accounts' names.
override_resource {
  target = module.function["accounts"].google_service_account.identity
  values = { member = "serviceAccount:function-accounts@a-project.iam.gserviceaccount.com" }
}

override_resource {
  target = module.function["batch"].google_service_account.identity
  values = { member = "serviceAccount:function-batch@a-project.iam.gserviceaccount.com" }
}

override_resource {
  target = module.function["generate"].google_service_account.identity
  values = { member = "serviceAccount:function-generate@a-project.iam.gserviceaccount.com" }
}

override_resource {
  target = module.function["history"].google_service_account.identity
  values = { member = "serviceAccount:function-history@a-project.iam.gserviceaccount.com" }
}

override_resource {
  target = module.function["tasks"].google_service_account.identity
  values = { member = "serviceAccount:function-tasks@a-project.iam.gserviceaccount.com" }
}

override_resource {
  target = module.queues[0].google_service_account.caller
  values = { email = "queue-caller@a-project.iam.gserviceaccount.com", member = "serviceAccount:queue-caller@a-project.iam.gserviceaccount.com" }
}

override_resource {
  target = module.scheduler[0].google_service_account.caller
  values = { email = "clock-caller@a-project.iam.gserviceaccount.com", member = "serviceAccount:clock-caller@a-project.iam.gserviceaccount.com" }
}

variables {
  database_location = "eur3"
  # What the list will hold when batches exist; what it holds today is tested in modules/function_list.
  functions = {
    batch    = { description = "Imports, batches, schedules.", enqueues = true, estimates = true, public = true, secrets = ["cursor-key"] }
    generate = { description = "One message.", calls_model = true, public = true, secrets = ["cursor-key", "identity-key"] }
    history  = { description = "Messages.", public = true, secrets = ["cursor-key"] }
    tasks    = { description = "Task handlers.", calls_model = true, enqueues = true, max_instances = 5, secrets = ["identity-key"], sees_backups = true }
  }
  location = "europe-west1"
  model    = { calls_per_minute = 600 }
  project  = "a-project"
  sources = {
    batch    = { digest = "0000000000000000000000000000000000000000000000000000000000000000", path = "dist/batch.zip" }
    generate = { digest = "0000000000000000000000000000000000000000000000000000000000000001", path = "dist/generate.zip" }
    history  = { digest = "0000000000000000000000000000000000000000000000000000000000000002", path = "dist/history.zip" }
    tasks    = { digest = "0000000000000000000000000000000000000000000000000000000000000003", path = "dist/tasks.zip" }
  }
}

run "each_function_gets_what_it_needs_and_no_more" {
  # tasks is internal, and the queue and the clock alone call it
  assert {
    condition     = output.functions["tasks"].ingress == "ALLOW_INTERNAL_ONLY"
    error_message = "tasks is reached from inside alone."
  }

  assert {
    condition     = output.functions["tasks"].callers == toset(["serviceAccount:clock-caller@a-project.iam.gserviceaccount.com", "serviceAccount:queue-caller@a-project.iam.gserviceaccount.com"])
    error_message = "The queue and the clock call tasks; it has no public member."
  }

  # the others are public, behind the load balancer
  assert {
    condition     = alltrue([for name in ["batch", "generate", "history"] : output.functions[name].callers == toset(["allUsers"]) && output.functions[name].ingress == "ALLOW_INTERNAL_AND_GCLB"])
    error_message = "Public functions let browsers in, through the load balancer."
  }

  # roles
  assert {
    condition     = output.functions["history"].roles == toset(["roles/datastore.user"]) && output.functions["batch"].roles == toset(["roles/datastore.user"])
    error_message = "Who does not call the model has the store alone."
  }

  assert {
    condition     = output.functions["generate"].roles == toset(["roles/datastore.user", google_project_iam_custom_role.model_caller[0].name])
    error_message = "Who calls the model may do that besides."
  }

  assert {
    condition     = output.functions["tasks"].roles == toset(["roles/datastore.user", "roles/datastore.backupsViewer", google_project_iam_custom_role.model_caller[0].name])
    error_message = "The clock's function calls the model and sees backups, which it cannot change."
  }

  assert {
    condition     = [for name, function in output.functions : name if contains(keys(function.settings), "APP_WATCH_BACKUPS")] == ["tasks"]
    error_message = "One function looks for backups."
  }

  assert {
    condition     = google_project_iam_custom_role.model_caller[0].permissions == toset(["aiplatform.endpoints.predict"])
    error_message = "The right to ask a model is one permission."
  }

  assert {
    condition     = alltrue([for name, function in output.functions : function.service_account.member == "serviceAccount:function-${name}@a-project.iam.gserviceaccount.com"])
    error_message = "No two functions run as one account."
  }

  # secrets
  assert {
    condition = { for name, function in output.functions : name => function.secrets } == {
      batch    = toset(["cursor-key"])
      generate = toset(["cursor-key", "identity-key"])
      history  = toset(["cursor-key"])
      tasks    = toset(["identity-key"])
    }
    error_message = "Each function reads the secrets that it names; the model's key is none of them where nobody uses it."
  }

  # tasks are created by who says so
  assert {
    condition = output.tasks.queues.enqueuers == {
      "items/batch"    = "serviceAccount:function-batch@a-project.iam.gserviceaccount.com"
      "items/tasks"    = "serviceAccount:function-tasks@a-project.iam.gserviceaccount.com"
      "steering/batch" = "serviceAccount:function-batch@a-project.iam.gserviceaccount.com"
      "steering/tasks" = "serviceAccount:function-tasks@a-project.iam.gserviceaccount.com"
    }
    error_message = "batch and tasks create tasks, nobody else."
  }

  # settings
  assert {
    condition     = alltrue([for name in ["batch", "generate", "tasks"] : output.functions[name].settings["APP_WRITER"] == "vertex"]) && !contains(keys(output.functions["history"].settings), "APP_WRITER")
    error_message = "Only who calls the model, or says what it would cost, is told of one."
  }

  assert {
    condition     = alltrue([for function in output.functions : function.settings["APP_STORE"] == "firestore" && function.settings["APP_SECRETS"] == "secret_manager" && function.settings["APP_DEMO"] == "false" && function.settings["APP_GOOGLE_PROJECT"] == "a-project"])
    error_message = "Every function uses Firestore and Secret Manager, and none opens a demo."
  }

  assert {
    condition     = alltrue([for function in output.functions : length(function.secret_settings) == 0])
    error_message = "Secrets are read when needed, so that a new version needs no deployment."
  }

  # the queue and the clock
  assert {
    condition     = output.tasks.queues.queues["items"].max_dispatches_per_second == 7
    error_message = "70 % of the model's quota."
  }

  assert {
    condition     = { for name, queue in output.tasks.queues.queues : name => queue.max_concurrent_dispatches } == { items = 160, steering = 40 }
    error_message = "No more at a time than five instances take, one of which is kept for what steers."
  }

  assert {
    condition     = output.tasks.clock.target == { audience = "https://tasks-123456789012.europe-west1.run.app", uri = "https://tasks-123456789012.europe-west1.run.app/v1/tasks/tick" }
    error_message = "The tick goes to the function's own address, and its token is for that."
  }

  assert {
    condition     = { for name, function in output.functions : name => function.settings["APP_QUEUE"] } == { batch = "cloud_tasks", generate = "none", history = "none", tasks = "cloud_tasks" }
    error_message = "Who creates or handles tasks is told of the queues, nobody else."
  }

  assert {
    condition     = alltrue([for name in ["batch", "tasks"] : output.functions[name].settings["APP_TASKS_URL"] == output.tasks.clock.target.audience && output.functions[name].settings["APP_QUEUE_LOCATION"] == "europe-west1" && output.functions[name].settings["APP_QUEUE_MAX_ATTEMPTS"] == "8"])
    error_message = "Tasks are addressed to the function's own address, and the handlers know which attempt is the last."
  }

  assert {
    condition     = alltrue([for name in ["batch", "tasks"] : output.functions[name].settings["APP_QUEUE_CALLER"] == "queue-caller@a-project.iam.gserviceaccount.com" && output.functions[name].settings["APP_CLOCK_CALLER"] == "clock-caller@a-project.iam.gserviceaccount.com"])
    error_message = "The handlers know whom the queue and the clock call as."
  }

  # the database
  assert {
    condition     = output.firestore.indexes == toset([for index in local.declared.indexes : join(" ", concat([index.collection], [for field in index.fields : "${field.name}:${field.mode}"]))])
    error_message = "Every declared index, and no other."
  }

  assert {
    condition     = output.firestore.exempt_collections == toset(local.declared.collections) && contains(output.firestore.exempt_collections, "messages")
    error_message = "The payload of every collection is exempt."
  }

  assert {
    condition     = output.firestore.exempt_fields == toset([for one in local.declared.exemptions : "${one.collection} ${one.field}"]) && contains(output.firestore.exempt_fields, "messages words")
    error_message = "What no query asks for alone has no index of its own."
  }

  assert {
    condition     = output.firestore.expiring_collections == toset(local.declared.expiring_collections) && contains(output.firestore.expiring_collections, "idempotency")
    error_message = "Remembered requests end."
  }

  # zips
  assert {
    condition     = google_storage_bucket.sources.public_access_prevention == "enforced" && google_storage_bucket.sources.uniform_bucket_level_access && !google_storage_bucket.sources.force_destroy
    error_message = "Zips are private and kept."
  }

  assert {
    condition     = google_project_iam_member.builder.role == "roles/run.builder"
    error_message = "The builder can build."
  }
}

run "with_a_domain_people_arrive_at_the_page_and_somebody_watches" {
  variables {
    alerts  = { emails = ["operations@example.com"] }
    domains = ["app.example.com"]
    functions = {
      accounts = { description = "People.", public = true }
      generate = { description = "One message.", calls_model = true, public = true, secrets = ["cursor-key", "identity-key"] }
      tasks    = { description = "Task handlers.", calls_model = true, enqueues = true, max_instances = 5, secrets = ["identity-key"] }
    }
    issuers = [
      { client_ids = ["phone"], issuer = "https://issuer.example.com" },
      { client_ids = ["other"], issuer = "https://other.example.com", keys_address = "https://other.example.com/keys" },
      { client_ids = ["twice"], issuer = "https://securetoken.google.com/a-project" },
    ]
    sign_in = { client_id = "page", issuer = "https://issuer.example.com" }
    sources = {
      accounts = { digest = "0000000000000000000000000000000000000000000000000000000000000004", path = "dist/accounts.zip" }
      generate = { digest = "0000000000000000000000000000000000000000000000000000000000000001", path = "dist/generate.zip" }
      tasks    = { digest = "0000000000000000000000000000000000000000000000000000000000000003", path = "dist/tasks.zip" }
    }
  }

  assert {
    condition     = output.edge.backends == toset(["accounts", "generate"])
    error_message = "The load balancer leads to the public functions and never to tasks."
  }

  assert {
    condition     = contains(keys(output.monitoring.alerts), "Availability: accounts does not answer") && !contains(keys(output.monitoring.alerts), "Availability: tasks does not answer")
    error_message = "Every public function is asked how it is."
  }

  assert {
    condition     = alltrue([for function in output.functions : function.settings["APP_IDENTITY_PLATFORM_PROJECT"] == "a-project"])
    error_message = "People who have an account in this project are let in."
  }

  assert {
    condition = alltrue([for function in output.functions : jsondecode(function.settings["APP_SIGN_IN_ISSUERS"]) == [
      { client_ids = ["page", "phone"], issuer = "https://issuer.example.com", keys_address = null },
      { client_ids = ["other"], issuer = "https://other.example.com", keys_address = "https://other.example.com/keys" },
    ]])
    error_message = "Whoever the page's issuer or another named one vouches for is let in, and each issuer is named once."
  }

  assert {
    condition     = alltrue([for function in output.functions : function.settings["APP_TRUSTED_PROXIES"] == "2"])
    error_message = "Behind the load balancer the last two addresses are its own word."
  }
}

run "without_a_domain_there_is_no_entrance" {
  command = plan

  assert {
    condition     = output.edge == null && output.monitoring == null
    error_message = "Nothing is paid for that nobody can reach."
  }

  assert {
    condition     = alltrue([for function in output.functions : function.settings["APP_TRUSTED_PROXIES"] == "1" && !contains(keys(function.settings), "APP_SIGN_IN_ISSUERS")])
    error_message = "Cloud Run's own front appends one address, and nobody is let in whom no issuer was named for."
  }
}

run "without_tasks_there_is_no_queue_and_no_clock" {
  command = plan

  variables {
    functions = {
      generate = { description = "One message.", calls_model = true, public = true, secrets = ["cursor-key"] }
    }
  }

  assert {
    condition     = output.tasks == null
    error_message = "Nothing calls what is not there."
  }
}

run "with_an_api_key_its_callers_read_the_key_and_have_no_other_right" {
  variables {
    model = { calls_per_minute = 600, writer = "gemini" }
  }

  assert {
    condition     = [for name, function in output.functions : name if contains(function.secrets, "gemini-api-key")] == ["batch", "generate", "tasks"]
    error_message = "Who has to do with the model reads its key, nobody else."
  }

  assert {
    condition     = output.functions["generate"].roles == toset(["roles/datastore.user"])
    error_message = "The key is the right."
  }
}

run "without_backups_nobody_looks_for_them" {
  variables {
    backups = false
  }

  assert {
    condition     = alltrue([for function in output.functions : !contains(keys(function.settings), "APP_WATCH_BACKUPS") && !contains(function.roles, "roles/datastore.backupsViewer")])
    error_message = "No right to see what there is not."
  }
}

run "with_traces_every_function_sends_them_and_may" {
  variables {
    traces = true
  }

  assert {
    condition     = alltrue([for function in output.functions : function.settings["APP_TRACES_URL"] == "https://telemetry.googleapis.com/v1/traces" && contains(function.roles, "roles/telemetry.tracesWriter")])
    error_message = "Each function sends spans to Cloud Trace, and has the right to."
  }
}

run "refuses_to_make_tasks_public" {
  command = plan

  variables {
    functions = {
      generate = { description = "One message.", public = true }
      tasks    = { description = "Task handlers.", public = true }
    }
  }

  expect_failures = [var.functions]
}

run "refuses_a_single_instance_for_the_tasks" {
  command = plan

  variables {
    functions = {
      generate = { description = "One message.", public = true }
      tasks    = { description = "Task handlers.", max_instances = 1 }
    }
  }

  expect_failures = [var.functions]
}

run "refuses_another_private_function" {
  command = plan

  variables {
    functions = {
      generate = { description = "One message." }
    }
  }

  expect_failures = [var.functions]
}

run "refuses_a_function_without_a_zip" {
  command = plan

  variables {
    sources = {}
  }

  expect_failures = [var.sources]
}
