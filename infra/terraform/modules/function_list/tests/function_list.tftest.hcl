run "names_exactly_the_functions_of_the_repository" {
  command = plan

  assert {
    condition     = toset(keys(output.functions)) == toset([for path in fileset("../../../../functions", "*/main.py") : dirname(path)])
    error_message = "Each folder of functions/ with a main.py is deployed, and nothing else."
  }
}
