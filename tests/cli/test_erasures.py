"""Erasures beside backups, as a shell sees it: who was erased stays erased in a restored store."""

import json
import shutil
from pathlib import Path

from shared.bootstrap import DEMO_KEY_FILE, build_services
from shared.config import Settings
from tests.api.product.caller import GENERATION, Caller
from tests.api.product.conftest import caller_of
from tests.cli.test_commands import Outreach, outreach

__all__ = ["outreach"]


def caller(folder: Path) -> Caller:
    services = build_services(Settings(data_dir=folder))
    return caller_of(services, (folder / DEMO_KEY_FILE).read_text().strip())


def test_a_person_whom_a_restore_brought_back_is_erased_again(
    outreach: Outreach,
    opened_demo_copy: Path,
    tmp_path: Path,
) -> None:
    before = caller(opened_demo_copy)
    person = before.generate()["prospect"]["id"]
    before.services.close()
    backup = Path(shutil.copytree(opened_demo_copy, tmp_path / "backup"))
    after = caller(opened_demo_copy)
    assert after.delete(f"/v1/prospects/{person}").status_code == 204
    after.services.close()
    listed = outreach("erasures", "export")
    assert listed.returncode == 0
    [line] = listed.stdout.splitlines()
    assert json.loads(line)["erasure"]["prospect_id"] == person
    assert GENERATION["prospect"]["full_name"] not in line
    file = tmp_path / "erasures.jsonl"
    file.write_text(listed.stdout)
    for _ in range(2):
        replayed = outreach("erasures", "replay", file, settings={"APP_DATA_DIR": str(backup)})
        assert (replayed.returncode, replayed.stdout) == (0, "")
        assert replayed.stderr.startswith("1 de nuevo / again")
    restored = caller(backup)
    assert restored.get(f"/v1/prospects/{person}").status_code == 404
    assert restored.get("/v1/messages").get_json()["items"] == []
    restored.services.close()
