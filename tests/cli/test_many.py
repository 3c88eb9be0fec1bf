"""Many reports are read by several processes: the same store, files and messages as by one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kg.cli import anew, facts, reading
from tests.cli.conftest import REPORT, Ran

COUNT = 6


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Reports of which one can't be read and one says what another says."""
    folder = tmp_path / "reports"
    folder.mkdir()
    for number in range(1, COUNT + 1):
        (folder / f"{number}.txt").write_text(REPORT.replace("7号", f"{number}号"), "utf-8")
    (folder / "2b.txt").write_text((folder / "2.txt").read_text("utf-8"), "utf-8")
    (folder / "3b.txt").write_bytes(b"")
    return folder


def test_build(kg: Callable[..., Ran], folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stores = []
    for processes in (1, 3):
        for module in (reading, anew):
            monkeypatch.setattr(module, "processors", lambda n=processes: n)
        store = tmp_path / f"{processes}.store"
        ran = kg("build", folder, "--store", store, "--lang", "en")
        assert ran.status == 3
        assert "6 built, 1 unchanged" in ran.out
        titles = [line for line in ran.out.splitlines() if line.endswith("号）")]
        assert titles == [f"上海市黄浦区人民政府关于优化营商环境情况的报告（黄府〔2024〕{i}号）" for i in range(1, 7)]
        assert "2b.txt" in ran.err
        assert "3b.txt" in ran.err
        stores.append(kg("export", "--store", store, "--format", "nquads").out)
        assert kg("build", "--again", "--store", store).status == 0
        stores.append(kg("export", "--store", store, "--format", "nquads").out)
    assert "黄府〔2024〕6号" in stores[0]
    assert len(set(stores)) == 1


def test_facts(kg: Callable[..., Ran], folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written = []
    for processes in (1, 3):
        monkeypatch.setattr(facts, "processors", lambda n=processes: n)
        ran = kg("facts", folder, "-o", tmp_path / str(processes))
        assert ran.status == 3
        assert "3b.txt" in ran.err
        written.append({path.name: path.read_text("utf-8") for path in (tmp_path / str(processes)).iterdir()})
    assert sorted(written[0]) == ["1.json", "2.json", "2b.json", "3.json", "4.json", "5.json", "6.json"]
    assert "“办不成事”反映窗口" in written[0]["4.json"]
    assert written[0] == written[1]
