"""Delivery: what is noted of a release, the way back to it, how the page is uploaded, and the proof that it works."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.infra.delivery_stand_ins import Cloud
from tests.served_product import Server, start_server

DIGESTS = {"generate": "1" * 64, "history": "2" * 64}
RELEASE = "20270315T120000Z"


@pytest.fixture
def cloud(tmp_path: Path) -> Cloud:
    return Cloud(tmp_path)


def note(cloud: Cloud) -> dict[str, object]:
    cloud.sources.write_text(
        "".join(
            (
                '{"sources": {',
                *(f'\n  "{name}": {{"digest": "{digest}", "path": "x"}},' for name, digest in DIGESTS.items()),
            )
        ).rstrip(",")
        + "\n}}\n"
    )
    assert cloud.run("note_release.sh").returncode == 0
    (file,) = (cloud.buckets / "a-project-terraform-state" / "releases" / "dev").glob("*.json")
    noted: dict[str, object] = json.loads(file.read_text())
    return noted


def release(cloud: Cloud) -> None:
    folder = cloud.buckets / "a-project-terraform-state" / "releases" / "dev"
    folder.mkdir(parents=True)
    (folder / f"{RELEASE}.json").write_text(json.dumps({"commit": "abc", "zips": DIGESTS}, indent=2))
    for name, digest in DIGESTS.items():
        zip_ = cloud.buckets / "a-project-function-sources" / name / f"{digest}.zip"
        zip_.parent.mkdir(parents=True)
        zip_.write_text(f"the zip of {name}")


def test_a_release_is_noted_with_its_commit_and_the_digest_of_each_zip(cloud: Cloud) -> None:
    noted = note(cloud)
    assert noted["zips"] == DIGESTS
    assert noted["commit"] == "unknown", "the folder is no clone"


def test_going_back_fetches_the_zips_of_that_release_and_applies_the_functions_alone(cloud: Cloud) -> None:
    release(cloud)
    done = cloud.run("rollback.sh", RELEASE=RELEASE)
    assert done.returncode == 0, done.stderr
    asked = json.loads(cloud.sources.read_text())["sources"]
    assert {name: source["digest"] for name, source in asked.items()} == DIGESTS
    assert {Path(source["path"]).read_text() for source in asked.values()} == {
        "the zip of generate",
        "the zip of history",
    }
    (applied,) = (call for call in cloud.calls if " apply " in call)
    assert applied.endswith("-target=module.outreach.module.function")


def test_going_back_without_a_release_lists_them_and_changes_nothing(cloud: Cloud) -> None:
    release(cloud)
    done = cloud.run("rollback.sh")
    assert done.returncode == 1
    assert RELEASE in done.stdout
    assert not [call for call in cloud.calls if call.startswith("terraform")]


@pytest.mark.parametrize("named", ["../../other", "20270315T120000Z; rm -rf x", "yesterday"])
def test_a_release_that_is_no_time_is_refused(cloud: Cloud, named: str) -> None:
    done = cloud.run("rollback.sh", RELEASE=named)
    assert done.returncode == 1
    assert "named by its time" in done.stderr
    assert cloud.calls == []


def test_a_release_whose_zip_is_gone_is_not_applied(cloud: Cloud) -> None:
    release(cloud)
    (cloud.buckets / "a-project-function-sources" / "history" / f"{DIGESTS['history']}.zip").unlink()
    done = cloud.run("rollback.sh", RELEASE=RELEASE)
    assert done.returncode != 0
    assert not [call for call in cloud.calls if " apply " in call]


def test_the_page_is_uploaded_last_and_only_names_with_a_digest_are_kept_for_ever(cloud: Cloud, tmp_path: Path) -> None:
    page = tmp_path / "page"
    (page / "assets").mkdir(parents=True)
    for name in ("index.html", "sign-in.json", "sw.js", "assets/index-1a2b.js"):
        (page / name).write_text(name)
    cloud.says("web_bucket", "a-project-web")
    done = cloud.run("upload_web.sh", PAGE=str(page))
    assert done.returncode == 0, done.stderr
    uploads = [call for call in cloud.calls if "storage cp" in call]
    assert "immutable" in uploads[0]
    assert uploads[0].endswith("gs://a-project-web/assets/")
    assert "--cache-control=no-cache" in uploads[-1]
    assert uploads[-1].endswith("gs://a-project-web/index.html")
    assert all("immutable" not in call for call in uploads[1:])
    bucket = cloud.buckets / "a-project-web"
    uploaded = {str(file.relative_to(bucket)) for file in bucket.rglob("*") if file.is_file()}
    assert uploaded == {"index.html", "sw.js", "assets/index-1a2b.js"}, "sign-in.json is Terraform's own"


def test_without_a_domain_there_is_no_page_to_upload(cloud: Cloud) -> None:
    done = cloud.run("upload_web.sh")
    assert done.returncode == 0
    assert "no domain" in done.stdout


@pytest.mark.parametrize(
    ("variables", "said"),
    [({"ENV": ""}, "which environment"), ({"ENV": "moon"}, "no environment moon"), ({"PROJECT": ""}, "which project")],
)
def test_what_is_not_said_is_asked_for(cloud: Cloud, variables: dict[str, str], said: str) -> None:
    done = cloud.run("plan.sh", **variables)
    assert done.returncode == 1
    assert said in done.stderr


def test_where_nobody_is_signed_in_a_plan_says_what_to_do_before_anything_is_built(cloud: Cloud) -> None:
    cloud.says("no-state", "")
    done = cloud.run("plan.sh")
    assert done.returncode == 1
    assert "gcloud auth application-default login" in done.stderr
    assert [call.split()[2] for call in cloud.calls] == ["init"]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    server = start_server(tmp_path_factory.mktemp("data"))
    server.wait_until_ready()
    yield server
    server.end()


def test_the_smoke_test_has_a_message_written_and_checked(cloud: Cloud, server: Server) -> None:
    key = Path(server.lines[-1].split(": ", 1)[1].strip()).read_text().strip()
    done = cloud.run("smoke_test.sh", ADDRESS=server.address, SMOKE_KEY=key)
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("is well.") == 4
    assert "written and checked" in done.stdout


def test_the_smoke_test_fails_where_no_message_is_written(cloud: Cloud, server: Server) -> None:
    done = cloud.run("smoke_test.sh", ADDRESS=server.address, SMOKE_KEY="no-key")
    assert done.returncode == 1
    assert "No message was generated" in done.stderr
