"""The product's version, as health answers and the API's description state it; a test compares pyproject.toml."""

VERSION = "0.1.0"
