"""Write what Terraform needs to know of Firestore from what the repositories declare, and the indexes and ends for the
store itself, or with --check fail if a file is not what would be written.

    collections           every collection that a repository keeps: the payload of each is exempt from indexing
    expiring_collections  those whose every document ends at an `expires_at`, which is exempt from indexing too
    exemptions            what else has no index of its own
    indexes               the composite indexes, without the id that closes them
"""

import json
import pkgutil
import sys
from collections.abc import Iterator
from datetime import datetime
from importlib import import_module
from typing import Any

import shared.repositories
from scripts.deployed import ROOT
from shared.domain.documents import Index
from shared.repositories.aggregate import Collection

INDEXES = ROOT / "shared" / "repositories" / "indexes.json"
EXPIRING = ROOT / "shared" / "repositories" / "expiring.json"
FILE = ROOT / "infra" / "terraform" / "modules" / "outreach" / "firestore.json"
EXPIRY = "expires_at"
_READS_INDEXES = "shared.repositories.store"
_ROOT_COLLECTION = "workspaces"


def main() -> int:
    """Write the files, or check them."""
    wanted = declared()
    expiring = wanted["expiring_collections"]
    ends = [{"collection": collection, "field": EXPIRY} for collection in expiring]
    kept = {"exemptions": wanted["exemptions"] + ends, "indexes": wanted["indexes"]}
    contents = {FILE: wanted, INDEXES: kept, EXPIRING: expiring}
    texts = {file: json.dumps(value, indent=2) + "\n" for file, value in contents.items()}
    if "--check" not in sys.argv[1:]:
        for file, text in texts.items():
            file.write_text(text, encoding="utf-8")
        return 0
    stale = [file for file, text in texts.items() if not file.exists() or file.read_text(encoding="utf-8") != text]
    for file in stale:
        print(f"{file.relative_to(ROOT)} is not what the repositories declare; run `make docs`.", file=sys.stderr)
    return 1 if stale else 0


def declared() -> dict[str, Any]:
    """The file's content."""
    kept = repositories()
    indexes = {index for one in kept for index in one.indexes}
    exempt = {(one.collection, field) for one in kept for field in one.exempt}
    return {
        "collections": sorted({_ROOT_COLLECTION, *(one.collection for one in kept)}),
        "expiring_collections": sorted({one.collection for one in kept if _always_expires(one)}),
        "exemptions": [{"collection": collection, "field": field} for collection, field in sorted(exempt)],
        "indexes": [_described(index) for index in sorted(indexes, key=_order)],
    }


def repositories() -> list[type[Collection[Any]]]:
    """Every class of shared/repositories that keeps a collection."""
    for module in pkgutil.iter_modules(shared.repositories.__path__, f"{shared.repositories.__name__}."):
        if module.name != _READS_INDEXES:
            import_module(module.name)
    return [one for one in _heirs(Collection) if one.__module__.startswith(shared.repositories.__name__)]


def _heirs(parent: type[Collection[Any]]) -> Iterator[type[Collection[Any]]]:
    for child in parent.__subclasses__():
        if "collection" in vars(child):
            yield child
        yield from _heirs(child)


def _always_expires(repository: type[Collection[Any]]) -> bool:
    """Whether each document has an end. One that may have none (an API key) is no rubbish after its end either."""
    if repository.always_ends:
        return True
    field = repository.model.model_fields.get(EXPIRY)
    return field is not None and field.annotation is datetime


def _described(index: Index) -> dict[str, Any]:
    return {"collection": index.group, "fields": [{"name": name, "mode": mode.value} for name, mode in index.fields]}


def _order(index: Index) -> tuple[str, list[tuple[str, str]]]:
    """The same order in every process: two indexes may differ in a direction alone."""
    return index.group, [(name, mode.value) for name, mode in index.fields]


if __name__ == "__main__":
    sys.exit(main())
