data "google_project" "target" {
  project_id = var.project
}

locals {
  # Known before anything exists, so a function can know its own address. Cloud Run gives every service this one beside
  # the one with a hash: https://cloud.google.com/run/docs/triggering/https-request#deterministic
  addresses = {
    for name in keys(var.functions) :
    name => "https://${name}-${data.google_project.target.number}.${var.location}.run.app"
  }
}
