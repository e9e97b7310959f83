"""What a deployment decides about HTTP itself."""

from typing import NamedTuple


class HttpPolicy(NamedTuple):
    """`origins`: pages of these origins ("https://app.example.com") may call the API from a browser; none by default,
    since the product's own pages come from the API's address. `trusted_proxies`: how many addresses at the end of
    X-Forwarded-For were written by proxies of ours; 0 takes the connection's own.
    """

    origins: frozenset[str] = frozenset()
    trusted_proxies: int = 0
