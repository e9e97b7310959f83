# Each inside the next, and the same in the code: the settings below are made from these, and tests/infra compares them
# with shared/domain/deadlines.py.

locals {
  deadlines_seconds = {
    model_call = 12
    item       = 30
    function   = 60
    dispatch   = 75
    lease      = 90
  }
}
