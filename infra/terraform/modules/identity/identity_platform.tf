# Where people's accounts live. Identity Platform cannot be switched off once it is on, so Terraform lets go of it without
# a call. Providers with a client secret (LinkedIn, Google) are added in the console: the secret would lie in the state.
# https://cloud.google.com/identity-platform/docs/web/oidc

resource "google_identity_platform_config" "people" {
  project                    = var.project
  authorized_domains         = var.domains
  autodelete_anonymous_users = true

  sign_in {
    allow_duplicate_emails = false

    anonymous {
      enabled = false
    }

    email {
      enabled           = true
      password_required = false # a link by e-mail: no passwords to lose
    }
  }

  client {
    permissions {
      # Anybody may have an account; what it may do is decided by invitations to a workspace.
      disabled_user_signup   = false
      disabled_user_deletion = false
    }
  }

  monitoring {
    request_logging {
      enabled = true
    }
  }
}
