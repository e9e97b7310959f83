"""How Google's load balancer reads a URL map."""

from collections.abc import Mapping, Sequence


def owner(path: str, paths: Mapping[str, Sequence[str]]) -> str | None:
    """Where the map sends a path: an exact entry, or the longest one that ends in a star; None if neither is there
    (https://cloud.google.com/load-balancing/docs/url-map-concepts#path-rules).
    """
    owners = {entry: name for name, entries in paths.items() for entry in entries}
    stars = [entry for entry in owners if entry.endswith("/*") and path.startswith(entry[:-1])]
    return owners.get(path) or (owners[max(stars, key=len)] if stars else None)
