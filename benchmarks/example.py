"""The request that benchmarks send, and a folder with the demo workspace ready."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from shared.bootstrap import DEMO_KEY_FILE, build_services
from shared.config import Settings

GENERATION: dict[str, object] = {
    "prospect": {
        "full_name": "Lucía Ferrer",
        "title": "Directora de Operaciones",
        "company": "Logística Norte",
        "location": "Bilbao",
        "posts": ["Hemos abierto un segundo almacén en Júndiz y ya preparamos 1.200 pedidos al día."],
    },
    "format": "linkedin_message",
    "language": "es",
    "register": "usted",
}


@contextmanager
def demo_folder() -> Iterator[tuple[Path, str]]:
    """A data folder in which the demo workspace is open, and its owner's key."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        build_services(Settings(data_dir=folder, demo_messages=0, log_level="error")).close()
        yield folder, (folder / DEMO_KEY_FILE).read_text().strip()


def environment(folder: Path, **settings: str) -> dict[str, str]:
    """The environment of a process that serves from the folder, with compiled modules as in production."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("APP_")}
    inherited.pop("PYTHONDONTWRITEBYTECODE", None)
    return inherited | {"APP_DATA_DIR": str(folder)} | settings
