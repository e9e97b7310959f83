"""Write openapi.json, the API's description, to the root of the repository.

python -m scripts.export_openapi            write it
python -m scripts.export_openapi --check    fail if it is not what the routes declare

The web client's types are generated from the file.
"""

import argparse
import json
import sys

from scripts.function_apps import ROOT, all_routes
from scripts.openapi_document import openapi_document

TARGET = ROOT / "openapi.json"


def render() -> str:
    """The document as a file: the same text for the same routes, whatever the machine."""
    routes = [route for declared in all_routes().values() for route in declared]
    return json.dumps(openapi_document(routes), indent=2, ensure_ascii=False) + "\n"


def main() -> int:
    """Write or check; 1 if the file is not up to date."""
    parser = argparse.ArgumentParser(description="Write openapi.json from what the routes declare.")
    parser.add_argument("--check", action="store_true", help="change nothing; fail if the file is out of date")
    text = render()
    if not parser.parse_args().check:
        TARGET.write_text(text, encoding="utf-8")
        return 0
    if TARGET.is_file() and TARGET.read_text(encoding="utf-8") == text:
        return 0
    print("openapi.json is out of date: run `make docs`", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
