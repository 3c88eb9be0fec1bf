"""An interrupted run leaves whole reports or none, and says so."""

from __future__ import annotations

import json
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import REPORT, Ran

COUNT = 200


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Many reports, so that a run lasts."""
    folder = tmp_path / "reports"
    folder.mkdir()
    for number in range(COUNT):
        (folder / f"{number:03}.txt").write_text(REPORT.replace("7号", f"{number + 1}号"), "utf-8")
    return folder


def interrupt(process: subprocess.Popen[str], number: int = signal.SIGINT, status: int = 130) -> str:
    """Interrupt the run as Ctrl-C does, and give what it says."""
    process.send_signal(number)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == status, errors
    assert "Traceback" not in errors
    return errors


@pytest.mark.parametrize(("language", "word"), [("zh", "已中断"), ("en", "Interrupted")])
def test_interrupted_build(
    kg: Callable[..., Ran],
    kg_process: Callable[..., subprocess.Popen[str]],
    folder: Path,
    tmp_path: Path,
    language: str,
    word: str,
) -> None:
    process = kg_process("build", folder, "--store", tmp_path / "s", "--lang", language)
    assert process.stdout is not None
    assert "黄府〔2024〕1号" in process.stdout.readline()
    assert word in interrupt(process)
    held = kg("reports", "--format", "csv", "--store", tmp_path / "s").out.splitlines()[1:]
    assert 1 <= len(held) < COUNT
    assert kg("validate", "--store", tmp_path / "s", "-q").status == 0


def test_interrupted_facts(kg_process: Callable[..., subprocess.Popen[str]], folder: Path, tmp_path: Path) -> None:
    process = kg_process("facts", folder, "-o", tmp_path / "out")
    for _ in range(600):
        if list((tmp_path / "out").glob("*.json")):
            break
        time.sleep(0.05)
    assert "已中断" in interrupt(process)
    written = sorted((tmp_path / "out").iterdir())
    assert 1 <= len(written) < COUNT
    for path in written:
        assert json.loads(path.read_text("utf-8"))["source"] == f"{path.stem}.txt"


@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_what_a_run_holds_on_disk_goes_with_it(
    kg_process: Callable[..., subprocess.Popen[str]], folder: Path, tmp_path: Path, number: int, status: int
) -> None:
    held, out = tmp_path / "held", tmp_path / "out"
    held.mkdir()
    out.mkdir()
    process = kg_process("table", folder, "-o", out / "table.csv", TMPDIR=str(held))
    for _ in range(600):
        if any(held.rglob("*.sst")) or any(held.rglob("*.log")):
            break
        time.sleep(0.05)
    assert any(held.iterdir())
    assert "已中断" in interrupt(process, number, status)
    assert [*held.iterdir(), *out.iterdir()] == []
