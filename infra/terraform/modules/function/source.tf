# The function's zip, named by its digest: an object never changes, and nothing is redeployed when nothing changed.

resource "google_storage_bucket_object" "source" {
  bucket       = var.source_archive.bucket
  name         = "${var.name}/${var.source_archive.digest}.zip"
  source       = var.source_archive.path
  content_type = "application/zip"

  # Earlier zips stay in the bucket: going back to one of them needs no build.
  deletion_policy = "ABANDON"

  lifecycle {
    precondition {
      condition     = !fileexists(var.source_archive.path) || try(filesha256(var.source_archive.path), "") == var.source_archive.digest
      error_message = "The zip is not the one that its digest names. Build it again and write the digests again."
    }
  }
}
