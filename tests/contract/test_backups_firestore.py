"""The Backups port over Firestore: Google's own client against a server of ours."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from shared.adapters.google.firestore_backups import FirestoreBackups
from shared.domain.errors import UpstreamFailedError
from tests.firestore_admin_server import DATABASE, PROJECT, FirestoreAdminServer

NIGHT = datetime(2026, 3, 2, 2, 30, tzinfo=UTC)


@pytest.fixture
def server() -> Iterator[FirestoreAdminServer]:
    with FirestoreAdminServer() as server:
        yield server


@pytest.fixture
def backups(server: FirestoreAdminServer) -> FirestoreBackups:
    return FirestoreBackups(PROJECT, DATABASE, 5.0, server.url)


def test_without_a_backup_there_is_no_newest(backups):
    assert backups.newest() is None


def test_the_newest_backup_is_told_by_the_moment_that_it_is_a_copy_of(server, backups):
    server.add(NIGHT)
    server.add(NIGHT - timedelta(days=1))
    assert backups.newest() == NIGHT


def test_a_backup_under_way_and_one_of_another_database_do_not_count(server, backups):
    server.add(NIGHT - timedelta(days=1))
    server.add(NIGHT, state="CREATING")
    server.add(NIGHT, state="NOT_AVAILABLE")
    server.add(NIGHT, database="elsewhere")
    assert backups.newest() == NIGHT - timedelta(days=1)


def test_a_location_that_cannot_be_reached_leaves_it_unknown(server, backups):
    server.add(NIGHT)
    server.unreachable = [f"projects/{PROJECT}/locations/eur3"]
    with pytest.raises(UpstreamFailedError):
        backups.newest()


def test_a_missing_right_leaves_it_unknown(server, backups):
    server.denied = True
    with pytest.raises(UpstreamFailedError):
        backups.newest()


def test_a_server_that_is_gone_leaves_it_unknown():
    with FirestoreAdminServer() as server:
        backups = FirestoreBackups(PROJECT, DATABASE, 5.0, server.url)
    with pytest.raises(UpstreamFailedError):
        backups.newest()
