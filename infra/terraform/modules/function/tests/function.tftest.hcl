mock_provider "google" {}

variables {
  build_grants          = ["a-project/roles/run.builder"]
  build_service_account = "projects/a-project/serviceAccounts/builder@a-project.iam.gserviceaccount.com"
  description           = "Answers people."
  ingress               = "ALLOW_INTERNAL_AND_GCLB"
  location              = "europe-west1"
  name                  = "history"
  project               = "a-project"
  public                = true
  roles                 = { store = "roles/datastore.user" }
  secret_settings       = { APP_GEMINI_API_KEY = { secret = "gemini-api-key", version = "3" } }
  secrets               = { "cursor-key" = "cursor-key" }
  settings              = { APP_STORE = "firestore" }
  # Any file will do for a zip.
  source_archive = { bucket = "a-bucket", digest = filesha256("./versions.tf"), path = "./versions.tf" }
}

run "a_public_function_is_deployed_as_asked_and_may_do_what_was_given" {
  # concurrency
  assert {
    condition     = google_cloudfunctions2_function.function.service_config[0].max_instance_request_concurrency == 40 && google_cloudfunctions2_function.function.service_config[0].environment_variables["THREADS"] == "40"
    error_message = "An instance serves 40 requests at a time, each with its thread."
  }

  assert {
    condition     = tonumber(google_cloudfunctions2_function.function.service_config[0].available_cpu) >= 1
    error_message = "Concurrency needs a whole processor."
  }

  # source
  assert {
    condition     = google_cloudfunctions2_function.function.build_config[0].source[0].storage_source[0].object == "history/${var.source_archive.digest}.zip"
    error_message = "The source is named by its digest."
  }

  assert {
    condition     = google_storage_bucket_object.source.deletion_policy == "ABANDON"
    error_message = "Earlier zips stay where they are."
  }

  assert {
    condition     = google_cloudfunctions2_function.function.build_config[0].entry_point == "history" && google_cloudfunctions2_function.function.build_config[0].service_account == var.build_service_account
    error_message = "The entry point has the function's name, and the builder builds it."
  }

  # callers
  assert {
    condition     = google_cloud_run_v2_service_iam_binding.callers.members == toset(["allUsers"]) && google_cloud_run_v2_service_iam_binding.callers.role == "roles/run.invoker"
    error_message = "Browsers call a public function."
  }

  assert {
    condition     = google_cloud_run_v2_service_iam_binding.callers.name == "history" && google_cloud_run_v2_service_iam_binding.callers.location == "europe-west1"
    error_message = "The right is on the function's own service."
  }

  assert {
    condition     = google_cloudfunctions2_function.function.service_config[0].ingress_settings == "ALLOW_INTERNAL_AND_GCLB"
    error_message = "Ingress is what was asked for."
  }

  # identity
  assert {
    condition     = google_cloudfunctions2_function.function.service_config[0].service_account_email == google_service_account.identity.email && google_service_account.identity.account_id == "function-history"
    error_message = "The function runs as its own account."
  }

  assert {
    condition     = [for grant in google_project_iam_member.roles : "${grant.role} ${grant.member}"] == ["roles/datastore.user ${google_service_account.identity.member}"]
    error_message = "It has the roles given and no other."
  }

  assert {
    condition     = [for grant in google_secret_manager_secret_iam_member.secrets : "${grant.secret_id} ${grant.role} ${grant.member}"] == ["cursor-key roles/secretmanager.secretAccessor ${google_service_account.identity.member}"]
    error_message = "It reads the secrets given and no other."
  }

  assert {
    condition     = [for grant in google_secret_manager_secret_iam_member.secret_versions : "${grant.secret_id} ${grant.role} ${grant.member}"] == ["cursor-key roles/secretmanager.viewer ${google_service_account.identity.member}"]
    error_message = "It sees which versions the secrets given have."
  }

  # settings
  assert {
    condition     = google_cloudfunctions2_function.function.service_config[0].environment_variables == tomap({ APP_STORE = "firestore", THREADS = "40" })
    error_message = "Settings reach the function, and nothing else does."
  }

  assert {
    condition     = [for setting in google_cloudfunctions2_function.function.service_config[0].secret_environment_variables : "${setting.key} ${setting.secret} ${setting.version}"] == ["APP_GEMINI_API_KEY gemini-api-key 3"]
    error_message = "A setting takes a secret by its version, never by its value."
  }
}

run "any_other_function_is_internal_and_called_by_service_accounts_alone" {
  command = plan

  variables {
    callers = {
      clock = "serviceAccount:clock@a-project.iam.gserviceaccount.com"
      queue = "serviceAccount:queue@a-project.iam.gserviceaccount.com"
    }
    ingress        = "ALLOW_INTERNAL_ONLY"
    name           = "tasks"
    public         = false
    source_archive = { bucket = "a-bucket", digest = sha256("anything"), path = "not-built-yet.zip" }
  }

  assert {
    condition     = google_cloud_run_v2_service_iam_binding.callers.members == toset(values(var.callers))
    error_message = "The callers named, and nobody else."
  }

  assert {
    condition     = google_cloudfunctions2_function.function.service_config[0].ingress_settings == "ALLOW_INTERNAL_ONLY"
    error_message = "Internal ingress."
  }
}

run "refuses_a_zip_that_is_not_the_one_named" {
  command = plan

  variables {
    source_archive = { bucket = "a-bucket", digest = sha256("anything"), path = "./versions.tf" }
  }

  expect_failures = [google_storage_bucket_object.source]
}

run "refuses_something_that_is_no_digest" {
  command = plan

  variables {
    source_archive = { bucket = "a-bucket", digest = "latest", path = "./versions.tf" }
  }

  expect_failures = [var.source_archive]
}

run "refuses_to_open_a_function_that_is_not_public" {
  command = plan

  variables {
    callers = { clock = "serviceAccount:clock@a-project.iam.gserviceaccount.com" }
    ingress = "ALLOW_ALL"
    public  = false
  }

  expect_failures = [var.ingress]
}

run "refuses_everybody_as_a_named_caller" {
  command = plan

  variables {
    callers = { everybody = "allUsers" }
    ingress = "ALLOW_INTERNAL_ONLY"
    public  = false
  }

  expect_failures = [var.callers]
}

run "refuses_a_private_function_that_nobody_calls" {
  command = plan

  variables {
    ingress = "ALLOW_INTERNAL_ONLY"
    public  = false
  }

  expect_failures = [var.callers]
}

run "refuses_basic_roles_part_of_a_processor_and_more_instances_at_least_than_at_most" {
  command = plan

  variables {
    cpu       = 0.583
    instances = { max = 1, min = 2 }
    roles     = { everything = "roles/editor" }
  }

  expect_failures = [var.cpu, var.instances, var.roles]
}
