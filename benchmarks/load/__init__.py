"""The load test: `generate` as it is deployed, and the same endpoint written the usual way, until they bend."""
