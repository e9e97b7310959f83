"""The command line as a shell sees it: output, errors and exit codes."""

import csv
import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from cli.exit_codes import ExitCode
from cli.message_rows import CsvRows, row_without_message
from shared.bootstrap import build_services
from shared.config import Settings
from shared.services.list_audit import AuditSelection
from tests.builders import prospect
from tests.unit.importing.profile_pdfs import LUCIA, profile_pdf
from tests.unit.importing.workbooks import workbook

ROOT = Path(__file__).parent.parent.parent
Outreach = Callable[..., "subprocess.CompletedProcess[str]"]

ROWS = [
    "Nombre;Cargo;Empresa;Correo;LinkedIn",
    "Lucía Ferrer;Directora de Operaciones;Logística Norte;lucia@example.com;linkedin.com/in/lucia-ferrer",
    "=1+1 Gil;CFO;Cuentas Claras;ana@example.com;",
    "Lucía Ferrer;Directora General;Logística Norte;;https://es.linkedin.com/in/lucia-ferrer/",
]


@pytest.fixture
def outreach(opened_demo_copy: Path) -> Outreach:
    """Runs a command in a process of its own."""

    def run(
        *arguments: str | Path, stdin: str | None = None, settings: Mapping[str, str] | None = None
    ) -> "subprocess.CompletedProcess[str]":
        environment = {"APP_DATA_DIR": str(opened_demo_copy), "PATH": "/usr/bin:/bin", "LANG": "es_ES.UTF-8"}
        return subprocess.run(
            [sys.executable, "-m", "cli", *map(str, arguments)],
            cwd=ROOT,
            env=environment | dict(settings or {}),
            input=stdin,
            capture_output=True,
            text=True,
            check=False,
        )

    return run


def test_help_teaches_by_examples_and_names_the_exit_codes(outreach: Outreach) -> None:
    shown = outreach("--help").stdout
    assert "outreach batch prospectos.csv" in shown
    for code in ExitCode:
        if code is not ExitCode.UNEXPECTED:
            assert f"{code.value} " in shown


def test_fields_become_a_text_on_stdout_and_its_proof_on_stderr(outreach: Outreach) -> None:
    ran = outreach(
        "generate", "--name", "Lucía Ferrer", "--title", "Directora de Operaciones", "--company", "Logística Norte",
        "--format", "linkedin_note",
    )  # fmt: skip
    assert ran.returncode == 0
    assert "Lucía" in ran.stdout
    assert len(ran.stdout.strip()) <= 200
    assert "title: Directora de Operaciones" in ran.stderr
    assert "message_generated" not in ran.stderr


def test_a_pasted_profile_is_read_from_standard_input(outreach: Outreach) -> None:
    profile = "Lucía Ferrer\nDirectora de Operaciones en Logística Norte\nBilbao, España\n"
    ran = outreach("generate", "-", "--json", "--language", "en", stdin=profile)
    message = json.loads(ran.stdout)
    assert ran.returncode == 0
    assert (message["full_name"], message["language"], message["role"]) == ("Lucía Ferrer", "en", "operations")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["generate"], ExitCode.USAGE),
        (["generate", "--format", "telegram", "--name", "Ana"], ExitCode.USAGE),
        (["generate", "--name", "Ana", "--linkedin-url", "https://example.com/in/ana"], ExitCode.USAGE),
        (["generate", "missing.txt"], ExitCode.USAGE),
        (["generate", "--name", "Ana", "--wish", "x" * 501], ExitCode.USAGE),
        (["batch", "README.md", "--role", "Ops!"], ExitCode.USAGE),
        (["batch", "README.md", "--wish", "x" * 501], ExitCode.USAGE),
        (["generate", "--company", "Logística Norte"], ExitCode.INVALID_INPUT),
        (["generate", "--name", "Ana Gil", "--role", "astronauts"], ExitCode.INVALID_INPUT),
        (["nonsense"], ExitCode.USAGE),
    ],
)
def test_mistakes_end_with_one_sentence_and_their_code(
    outreach: Outreach, arguments: list[str], code: ExitCode
) -> None:
    ran = outreach(*arguments)
    assert ran.returncode == code
    assert ran.stdout == ""
    assert ran.stderr.strip()
    assert "Traceback" not in ran.stderr


def test_a_set_up_that_cannot_start_says_so(outreach: Outreach) -> None:
    ran = outreach("generate", "--name", "Ana Gil", settings={"APP_WRITER": "gemini"})
    assert ran.returncode == ExitCode.UPSTREAM
    assert "APP_GEMINI_API_KEY" in ran.stderr
    assert "Traceback" not in ran.stderr


def test_a_key_that_does_not_hold_is_refused(outreach: Outreach) -> None:
    ran = outreach("generate", "--name", "Ana Gil", settings={"OUTREACH_KEY": "rtk_wrong"})
    assert ran.returncode == ExitCode.UPSTREAM
    assert ran.stdout == ""


def test_a_file_becomes_a_file_row_by_row(outreach: Outreach, tmp_path: Path) -> None:
    source, target = tmp_path / "prospectos.csv", tmp_path / "mensajes.csv"
    source.write_text("\n".join(ROWS), encoding="cp1252")
    ran = outreach("batch", source, "--output", target, "--format", "email")
    with target.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["row"], row["status"]) for row in rows] == [("2", "ready"), ("3", "ready"), ("4", "skipped")]
    assert rows[0]["body"].startswith("Hola, Lucía:")
    assert not rows[1]["full_name"].startswith("=")
    assert ran.returncode == ExitCode.OK


def test_a_workbook_and_a_pdf_are_files_of_people_too(outreach: Outreach, tmp_path: Path) -> None:
    (tmp_path / "gente.xlsx").write_bytes(workbook({"Personas": [["Nombre", "Cargo"], ["Ana Ruiz", "CFO"]]}))
    (tmp_path / "Profile.pdf").write_bytes(profile_pdf(LUCIA))
    for name, person in (("gente.xlsx", "Ana Ruiz"), ("Profile.pdf", "Lucía Ferrer Ibáñez")):
        (line,) = outreach("batch", tmp_path / name).stdout.splitlines()
        assert (json.loads(line)["full_name"], json.loads(line)["status"]) == (person, "ready")


def test_a_cell_that_would_run_as_a_formula_is_harmless(tmp_path: Path) -> None:
    target = tmp_path / "mensajes.csv"
    with target.open("w", encoding="utf-8", newline="") as file:
        CsvRows(file).write(row_without_message(2, prospect(company="=1+1"), "failed", "-1+1"))
    with target.open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["company"], row["problem"]) == ("'=1+1", "'-1+1")


def test_the_same_run_again_repeats_no_message(outreach: Outreach, tmp_path: Path) -> None:
    source = tmp_path / "prospectos.csv"
    source.write_text("\n".join(ROWS[:2]), encoding="utf-8")
    first, second = (json.loads(outreach("batch", source).stdout) for _ in range(2))
    anew = json.loads(outreach("batch", source, "--again").stdout)
    assert first == second
    assert anew["message_id"] != first["message_id"]


def test_a_row_without_a_name_fails_and_the_others_do_not(outreach: Outreach, tmp_path: Path) -> None:
    source = tmp_path / "prospectos.csv"
    source.write_text("Nombre,Empresa,Correo\n,Nadie SA,x@example.com\nAna Gil,Cuentas Claras,\n", encoding="utf-8")
    ran = outreach("batch", source)
    rows = [json.loads(line) for line in ran.stdout.splitlines()]
    assert [row["status"] for row in rows] == ["failed", "ready"]
    assert rows[0]["problem"]
    assert ran.returncode == ExitCode.SOME_FAILED


def test_the_file_that_is_read_is_never_written(outreach: Outreach, tmp_path: Path) -> None:
    source = tmp_path / "prospectos.csv"
    source.write_text("\n".join(ROWS[:2]), encoding="utf-8")
    assert outreach("batch", source, "-o", source).returncode == ExitCode.USAGE
    assert outreach("batch", source, "-o", tmp_path / "nowhere" / "a.csv").returncode == ExitCode.USAGE
    assert source.read_text(encoding="utf-8") == "\n".join(ROWS[:2])


def test_a_cell_that_was_not_understood_is_named_in_its_row(outreach: Outreach, tmp_path: Path) -> None:
    source = tmp_path / "prospectos.csv"
    source.write_text("Nombre,Empresa,language\nAna Gil,Tornos,fr\nEva Ruiz,Moldes,es\n", encoding="utf-8")
    first, second = (json.loads(line) for line in outreach("batch", source).stdout.splitlines())
    assert first["problem"].startswith("language: ")
    assert second["problem"] is None


def test_a_profile_saved_by_a_windows_program_is_read(outreach: Outreach, tmp_path: Path) -> None:
    profile = tmp_path / "perfil.txt"
    profile.write_bytes("Lucía Ferrer\nDirectora de Operaciones en Logística Norte\n".encode("cp1252"))
    ran = outreach("generate", profile, "--json")
    assert json.loads(ran.stdout)["full_name"] == "Lucía Ferrer"


def test_a_file_that_cannot_be_read_is_refused_whole(outreach: Outreach, tmp_path: Path) -> None:
    source, target = tmp_path / "foto.csv", tmp_path / "mensajes.csv"
    source.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    ran = outreach("batch", source, "--output", target)
    assert ran.returncode == ExitCode.INVALID_INPUT
    assert "Traceback" not in ran.stderr
    assert not target.exists()


def test_what_a_command_writes_is_in_the_audit_log(outreach: Outreach, opened_demo_copy: Path) -> None:
    assert (
        outreach("generate", "-", stdin="Lucía Ferrer\nDirectora de Operaciones en Logística Norte\n").returncode == 0
    )
    services = build_services(Settings(data_dir=opened_demo_copy))
    owner = services.authenticate((opened_demo_copy / "demo-key").read_text().strip())
    entries = services.list_audit(owner, AuditSelection(action="generate"), None, 10).items
    services.close()
    assert [(entry.agent, entry.targets[0].kind) for entry in entries] == [("command line", "messages")]


def test_what_is_no_text_is_refused_with_a_sentence(outreach: Outreach, tmp_path: Path) -> None:
    path = tmp_path / "foto.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)))
    ran = outreach("generate", str(path))
    assert (ran.returncode, ran.stdout) == (ExitCode.USAGE, "")
    assert "This is not the text of a profile" in ran.stderr


def test_a_profile_in_utf_16_is_read(outreach: Outreach, tmp_path: Path) -> None:
    path = tmp_path / "perfil.txt"
    path.write_bytes("Lucía Ferrer\nDirectora de Operaciones en Logística Norte\n".encode("utf-16"))
    assert "Lucía" in outreach("generate", str(path)).stdout
