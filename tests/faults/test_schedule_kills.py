"""A server that is killed while a schedule fires, again and again: each fire has one batch all the same."""

import random
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from shared.adapters.embedded.sqlite_documents import SqliteDocuments
from shared.domain.ids import derived_id
from shared.domain.prospect import StoredProspect
from shared.domain.schedule import FireOutcome
from shared.repositories.store import DECLARED_INDEXES, Store
from tests.builders import demo_settings, owner, prospect
from tests.fakes import FixedClock
from tests.scheduled import Clockwork, schedule_content

KILLS = 6
SCHEDULES = 24
START = datetime(2027, 3, 15, 7, 59, tzinfo=UTC)

TICKS = """
import sys
from datetime import datetime
from pathlib import Path
from shared.adapters.embedded.sqlite_documents import SqliteDocuments
from shared.repositories.store import DECLARED_INDEXES
from tests.fakes import FixedClock
from tests.scheduled import Clockwork

documents = SqliteDocuments(Path(sys.argv[1]), DECLARED_INDEXES)
work = Clockwork(documents, FixedClock(datetime.fromisoformat(sys.argv[2])))
print("ticking", flush=True)
print(work.tick(), flush=True)
"""


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """A workspace with people to write to and schedules that are all due a minute from now."""
    path = tmp_path / "outreach.sqlite3"
    with SqliteDocuments(path, DECLARED_INDEXES) as documents:
        work = Clockwork(documents, FixedClock(START))
        store, workspace = work.store, owner().workspace_id
        people = [
            store.of(workspace).prospects.creation(
                derived_id("person", str(number)),
                StoredProspect(
                    id=derived_id("person", str(number)), prospect=prospect(), created_at=START, updated_at=START
                ),
            )
            for number in range(300)
        ]
        documents.write([store.workspaces.creation(workspace, demo_settings()), *people])
        for number in range(SCHEDULES):
            work.save.create(owner(), schedule_content(limit=300), derived_id("schedule", str(number)))
    return path


def test_killed_ticks_leave_one_batch_for_each_fire(database: Path) -> None:
    moment = START + timedelta(minutes=1)
    chance = random.Random(7)
    for _ in range(KILLS):
        server = subprocess.Popen(
            [sys.executable, "-c", TICKS, str(database), moment.isoformat()], stdout=subprocess.PIPE, text=True
        )
        assert server.stdout is not None
        assert server.stdout.readline() == "ticking\n"
        time.sleep(chance.uniform(0, 0.06))
        server.kill()
        server.wait()
        server.stdout.close()

    with SqliteDocuments(database, DECLARED_INDEXES) as documents:
        work = Clockwork(documents, FixedClock(moment + timedelta(seconds=30)))
        work.tick()
        store = Store(documents, b"any").of(owner().workspace_id)
        batches = store.batches.newest(None, None, 100).items
        assert sorted(batch.schedule_id or "" for batch in batches) == sorted(
            derived_id("schedule", str(number)) for number in range(SCHEDULES)
        )
        for batch in batches:
            (fire,) = store.schedules.fires(batch.schedule_id or "").latest(None, 10).items
            assert (fire.outcome, fire.batch_id) == (FireOutcome.STARTED, batch.id)
        assert work.tick() == 0
