# Two accounts: what plans may look at everything and change nothing, what applies may change what the product consists of.
# The first serves every branch of the repository, the second the main branch alone.

locals {
  deployer_roles = [
    "roles/cloudfunctions.admin",
    "roles/cloudscheduler.admin",
    "roles/cloudtasks.admin",
    "roles/compute.loadBalancerAdmin",
    "roles/compute.securityAdmin",
    "roles/datastore.owner",
    "roles/firebaserules.admin",
    "roles/iam.roleAdmin",
    "roles/iam.serviceAccountAdmin",
    "roles/iam.serviceAccountUser",
    "roles/identityplatform.admin",
    "roles/logging.configWriter",
    "roles/monitoring.admin",
    "roles/resourcemanager.projectIamAdmin",
    "roles/run.admin",
    "roles/secretmanager.admin",
    "roles/serviceusage.serviceUsageAdmin",
    "roles/storage.admin",
  ]
  planner_roles = [
    "roles/cloudfunctions.viewer",
    "roles/cloudscheduler.viewer",
    "roles/cloudtasks.viewer",
    "roles/compute.viewer",
    "roles/datastore.viewer",
    "roles/firebaserules.viewer",
    "roles/iam.roleViewer",
    "roles/iam.securityReviewer",
    "roles/identityplatform.viewer",
    "roles/logging.viewer",
    "roles/monitoring.viewer",
    "roles/run.viewer",
    "roles/secretmanager.viewer",
    "roles/serviceusage.serviceUsageViewer",
    "roles/storage.objectViewer",
  ]
  accounts = {
    deployer = { description = "Applies what was merged.", members = "attribute.ref/refs/heads/main", roles = local.deployer_roles }
    planner  = { description = "Plans what is proposed; changes nothing.", members = "attribute.repository/${var.repository}", roles = local.planner_roles }
  }
  grants = merge([for name, account in local.accounts : { for role in account.roles : "${name} ${role}" => { account = name, role = role } }]...)
}

resource "google_service_account" "github" {
  for_each = local.accounts

  project      = var.project
  account_id   = "github-${each.key}"
  display_name = "GitHub ${each.key}"
  description  = each.value.description
}

resource "google_project_iam_member" "github" {
  for_each = local.grants

  project = var.project
  role    = each.value.role
  member  = google_service_account.github[each.value.account].member
}

resource "google_service_account_iam_member" "github" {
  for_each = local.accounts

  service_account_id = google_service_account.github[each.key].name
  role               = "roles/iam.workloadIdentityUser"
  member             = "principalSet://iam.googleapis.com/${google_iam_workload_identity_pool.github.name}/${each.value.members}"
}
