mock_provider "google" {}

variables {
  domains   = ["app.example.com", "www.example.com"]
  functions = ["accounts", "batch", "generate", "history"]
  labels    = { environment = "test" }
  location  = "europe-west1"
  project   = "a-project"
  sign_in   = { client_id = "page", issuer = "https://issuer.example.com/tenant" }
}

run "leads_each_path_to_its_function_and_the_rest_to_the_page" {
  assert {
    condition     = output.backends == var.functions
    error_message = "A backend for each public function."
  }

  assert {
    condition     = alltrue([for name, service in google_compute_backend_service.functions : service.load_balancing_scheme == "EXTERNAL_MANAGED" && service.security_policy == google_compute_security_policy.edge.id && service.log_config[0].sample_rate == 1])
    error_message = "Every function is behind the edge's rules, and every request is logged."
  }

  assert {
    condition     = { for name, group in google_compute_region_network_endpoint_group.functions : name => group.cloud_run[0].service } == { for name in var.functions : name => name }
    error_message = "Each backend is the Cloud Run service of the function's name."
  }

  assert {
    condition     = alltrue([for name, paths in local.routes : anytrue([for rule in google_compute_url_map.paths.path_matcher[0].path_rule : rule.service == google_compute_backend_service.functions[name].id && rule.paths == toset(paths)])])
    error_message = "The generated paths of each function lead to it."
  }

  assert {
    condition     = !contains(flatten([for rule in google_compute_url_map.paths.path_matcher[0].path_rule : tolist(rule.paths)]), "/v1/tasks/*")
    error_message = "No path leads to the task handlers."
  }

  assert {
    condition     = [for rule in google_compute_url_map.paths.path_matcher[0].path_rule : rule.paths if length(rule.custom_error_response_policy) > 0] == [toset(["/*"])]
    error_message = "The page stands in for a missing file alone: never for the API's own 404, nor for a missing script."
  }

  assert {
    condition     = google_compute_url_map.paths.path_matcher[0].default_service == google_compute_backend_bucket.web.id && google_compute_url_map.paths.default_url_redirect[0].host_redirect == "app.example.com"
    error_message = "Other paths are the page's; other names are sent to the first domain."
  }
}

run "is_https_with_modern_protocols_and_sends_http_there" {
  command = plan

  assert {
    condition     = google_compute_url_map.to_https.default_url_redirect[0].https_redirect && google_compute_global_forwarding_rule.http.port_range == "80" && google_compute_global_forwarding_rule.https.port_range == "443"
    error_message = "Port 80 redirects to 443."
  }

  assert {
    condition     = google_compute_ssl_policy.modern.min_tls_version == "TLS_1_2"
    error_message = "Nothing older than TLS 1.2."
  }

  assert {
    condition     = google_compute_managed_ssl_certificate.domains.managed[0].domains == tolist(var.domains)
    error_message = "The certificate covers every domain."
  }
}

run "limits_addresses_and_only_watches_for_attacks_at_first" {
  command = plan

  assert {
    condition     = alltrue([for rule in google_compute_security_policy.edge.rule : rule.preview if startswith(rule.description, "OWASP")])
    error_message = "OWASP's rules refuse nothing until somebody says so."
  }

  assert {
    condition     = [for rule in google_compute_security_policy.edge.rule : rule.rate_limit_options[0].rate_limit_threshold[0].count if rule.action == "throttle"] == [1200]
    error_message = "An address makes at most so many requests."
  }
}

run "enforces_the_rules_where_asked_for" {
  command = plan

  variables {
    enforce_owasp = true
  }

  assert {
    condition     = length([for rule in google_compute_security_policy.edge.rule : rule if startswith(rule.description, "OWASP") && rule.preview == false]) == length(local.owasp_rules)
    error_message = "All of them refuse."
  }
}

run "serves_the_page_with_the_headers_of_a_careful_server" {
  command = plan

  assert {
    condition     = strcontains(local.page_headers["Content-Security-Policy"], "connect-src 'self' https://issuer.example.com;")
    error_message = "The page talks to itself and to the issuer, and to nobody else."
  }

  assert {
    condition     = jsondecode(google_storage_bucket_object.sign_in.content) == { client_id = "page", issuer = "https://issuer.example.com/tenant" }
    error_message = "The page finds the issuer."
  }

  assert {
    condition     = google_storage_bucket_iam_member.readers.role == "roles/storage.legacyObjectReader"
    error_message = "Anybody reads a file whose name they know; nobody lists them."
  }
}

run "without_an_issuer_the_page_says_so" {
  command = plan

  variables {
    sign_in = {}
  }

  assert {
    condition     = jsondecode(google_storage_bucket_object.sign_in.content) == { client_id = null, issuer = null } && strcontains(local.page_headers["Content-Security-Policy"], "connect-src 'self';")
    error_message = "Only API keys are let in."
  }
}

run "refuses_a_path_to_the_tasks" {
  command = plan

  variables {
    functions = ["accounts", "tasks"]
  }

  expect_failures = [var.functions]
}

run "refuses_a_domain_with_a_star" {
  command = plan

  variables {
    domains = ["*.example.com"]
  }

  expect_failures = [var.domains]
}
