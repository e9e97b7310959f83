# What is refused before a function is even started: too many requests from one address, and, once somebody has looked at
# what they would have refused, requests that OWASP's rules take for attacks.
#
# The rules only write to the log at first: people paste text about databases and scripts here, and each false alarm would
# be a lost message. https://cloud.google.com/armor/docs/waf-rules

locals {
  owasp_rules = ["lfi", "rfi", "rce", "sqli", "xss", "scannerdetection", "protocolattack"]

  # Priorities of a policy: the lowest number is looked at first, the last one is everybody else.
  known_holes_priority = 900
  first_owasp_priority = 1000
  rate_priority        = 2000
  last_priority        = 2147483647
}

resource "google_compute_security_policy" "edge" {
  project     = var.project
  name        = "edge"
  description = "Limits requests of one address; OWASP's rules ${var.enforce_owasp ? "refuse" : "are watched, not enforced"}."
  type        = "CLOUD_ARMOR"

  advanced_options_config {
    json_parsing = "STANDARD"
  }

  dynamic "rule" {
    for_each = { for index, name in local.owasp_rules : name => local.first_owasp_priority + index }

    content {
      action      = "deny(403)"
      description = "OWASP: ${rule.key}"
      preview     = !var.enforce_owasp
      priority    = rule.value

      match {
        expr {
          expression = "evaluatePreconfiguredWaf('${rule.key}-v33-stable', {'sensitivity': 1})"
        }
      }
    }
  }

  # Nobody pastes such a thing by accident. https://cloud.google.com/armor/docs/waf-rules#cves_and_other_vulnerabilities
  rule {
    action      = "deny(403)"
    description = "Known holes of common software (Log4j and its like)."
    priority    = local.known_holes_priority

    match {
      expr {
        expression = "evaluatePreconfiguredExpr('cve-canary')"
      }
    }
  }

  rule {
    action      = "throttle"
    description = "At most ${var.requests_per_minute} requests a minute from one address."
    priority    = local.rate_priority

    match {
      versioned_expr = "SRC_IPS_V1"

      config {
        src_ip_ranges = ["*"]
      }
    }

    rate_limit_options {
      conform_action = "allow"
      enforce_on_key = "IP"
      exceed_action  = "deny(429)"

      rate_limit_threshold {
        count        = var.requests_per_minute
        interval_sec = 60
      }
    }
  }

  rule {
    action      = "allow"
    description = "Everybody else."
    priority    = local.last_priority

    match {
      versioned_expr = "SRC_IPS_V1"

      config {
        src_ip_ranges = ["*"]
      }
    }
  }
}
