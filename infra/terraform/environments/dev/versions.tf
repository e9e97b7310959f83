terraform {
  required_version = ">= 1.9"

  # The bucket is made by ../../bootstrap; `make plan ENV=dev` names it.
  backend "gcs" {
    prefix = "dev"
  }

  required_providers {
    google = {
      source  = "hashicorp/google"
      version = "~> 8.0"
    }
  }
}
