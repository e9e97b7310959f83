mock_provider "google" {
  mock_data "google_project" {
    defaults = { number = "123456789012" }
  }
  mock_resource "google_service_account" {
    defaults = { member = "serviceAccount:somebody@a-project.iam.gserviceaccount.com" }
  }
}

variables {
  database_location = "eur3"
  location          = "europe-west1"
  model             = { calls_per_minute = 600 }
  project           = "a-project"
  # As many as the repository has, whichever they are; none of them is built here.
  sources = {
    for path in fileset("../../../../functions", "*/main.py") :
    dirname(path) => { digest = sha256(path), path = "dist/${dirname(path)}.zip" }
  }
}

run "deploys_the_functions_of_the_repository_and_protects_the_data" {
  assert {
    condition     = toset(keys(module.outreach.functions)) == toset(keys(var.sources))
    error_message = "Each function of the repository is deployed, and nothing else."
  }

  assert {
    condition     = alltrue([for name, function in module.outreach.functions : name == "tasks" ? function.ingress == "ALLOW_INTERNAL_ONLY" && !contains(function.callers, "allUsers") : function.ingress == "ALLOW_INTERNAL_AND_GCLB"])
    error_message = "tasks is internal and never public; nothing else is open but through the load balancer."
  }

  assert {
    condition     = toset(keys(output.addresses)) == toset(keys(var.sources)) && output.addresses["generate"] == "https://generate-123456789012.europe-west1.run.app"
    error_message = "Every function has an address."
  }

  assert {
    condition     = module.outreach.firestore.backups == { daily = "604800s", weekly = "8467200s" }
    error_message = "The database is backed up each day and each week."
  }

  assert {
    condition     = module.outreach.firestore.protected
    error_message = "The database cannot be deleted."
  }
}
