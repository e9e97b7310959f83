"""Once an hour the clock says whether there is a backup of last night."""

from datetime import UTC, datetime, timedelta

import pytest

from shared.domain.errors import Sentence, UpstreamFailedError
from shared.services.look_at_backups import MINUTE, OLDEST, LookAtBackups
from tests.fakes import FixedClock

LOOK = datetime(2026, 3, 2, 9, MINUTE, 20, tzinfo=UTC)


class KeptBackups:
    """Backups whose newest is of the given moment; None for none, an error to be raised."""

    def __init__(self, newest: datetime | UpstreamFailedError | None) -> None:
        self._newest = newest

    def newest(self) -> datetime | None:
        if isinstance(self._newest, UpstreamFailedError):
            raise self._newest
        return self._newest


def looked(newest: datetime | UpstreamFailedError | None, now: datetime = LOOK) -> int:
    return LookAtBackups(KeptBackups(newest), FixedClock(now))()


def test_a_backup_of_last_night_is_noted(capsys):
    assert looked(LOOK - timedelta(hours=7)) == 1
    assert "backup_found" in capsys.readouterr().err


def test_a_backup_that_is_too_old_is_an_error(capsys):
    assert looked(LOOK - OLDEST - timedelta(minutes=1)) == 1
    assert "backup_missing" in capsys.readouterr().err


def test_no_backup_at_all_is_an_error(capsys):
    assert looked(None) == 1
    assert "backup_missing" in capsys.readouterr().err


def test_there_is_one_look_an_hour(capsys):
    looks = [looked(None, LOOK + timedelta(minutes=minute)) for minute in range(60)]
    assert sum(looks) == 1
    assert capsys.readouterr().err.count("backup_missing") == 1


def test_what_cannot_be_known_is_a_failed_step_and_no_missing_backup(capsys):
    with pytest.raises(UpstreamFailedError):
        looked(UpstreamFailedError(Sentence("No se sabe.", "It is not known.")))
    assert "backup_" not in capsys.readouterr().err
