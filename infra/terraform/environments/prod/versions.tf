terraform {
  required_version = ">= 1.9"

  # The bucket is made by ../../bootstrap; `make plan ENV=prod` names it.
  backend "gcs" {
    prefix = "prod"
  }

  required_providers {
    google = {
      source  = "hashicorp/google"
      version = "~> 8.0"
    }
  }
}
