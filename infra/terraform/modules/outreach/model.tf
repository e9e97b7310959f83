# Who calls the model needs either the right to ask it, by its own identity, or the key of its API.

locals {
  asks_by_identity = var.model.writer == "vertex"
  model_secrets    = local.asks_by_identity ? [] : ["gemini-api-key"]
}

# The one permission that a prompt takes; the predefined roles also tune, train and deploy.
# https://cloud.google.com/vertex-ai/generative-ai/docs/access-control
resource "google_project_iam_custom_role" "model_caller" {
  count = local.asks_by_identity ? 1 : 0

  project     = var.project
  role_id     = "outreachModelCaller"
  title       = "Outreach model caller"
  description = "May ask a model, and nothing else of Vertex AI."
  # The id of a deleted role cannot be used again for more than a month.
  deletion_policy = var.delete_protection ? "PREVENT" : "DELETE"
  permissions     = ["aiplatform.endpoints.predict"]
}
