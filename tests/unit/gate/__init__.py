"""The gate, check by check."""
