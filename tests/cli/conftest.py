"""A short report, a store that holds it, and ways to run ``kg``."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from kg.cli import main

REPORT = """上海市黄浦区人民政府关于优化营商环境情况的报告

黄府〔2024〕7号

区人大常委会:

一、优化服务
(一)设立窗口。区市场监管局设立“办不成事”反映窗口,截至10月底,共受理企业诉求57件。
(二)推进“一业一证”改革。依托“一业一证”改革,发放行业综合许可证2048张,制定《黄浦区营商环境工作方案》。
二、下一步工作
将组建专员队伍。

上海市黄浦区人民政府
2024年11月5日
"""


@dataclass(frozen=True)
class Ran:
    """What a run of ``kg`` gave."""

    status: int
    out: str
    err: str


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No settings of the machine reach a test; what lands in the current folder lands in a new one."""
    monkeypatch.delenv("KG_STORE", raising=False)
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def kg(capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """Runs ``kg`` in this process."""

    def run(*arguments: object) -> Ran:
        capsys.readouterr()
        status = main([str(a) for a in arguments])
        out, err = capsys.readouterr()
        return Ran(status, out, err)

    return run


@pytest.fixture
def kg_process() -> Callable[..., subprocess.Popen[str]]:
    """Starts ``kg`` in a process of its own; its output goes into pipes where nothing else is said."""

    def start(*arguments: object, stdout: int = subprocess.PIPE, **settings: str) -> subprocess.Popen[str]:
        path = os.pathsep.join(filter(None, (settings.pop("PYTHONPATH", ""), *sys.path)))
        return subprocess.Popen(
            [sys.executable, "-m", "kg", *(str(a) for a in arguments)],
            stdout=stdout,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONPATH": path, **settings},
        )

    return start


@pytest.fixture(scope="session")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A short report of a district."""
    path = tmp_path_factory.mktemp("report") / "huangpu-2024-7.txt"
    path.write_text(REPORT, "utf-8")
    return path


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory, report: Path) -> Path:
    """A store that holds the report; tests that change a store build their own."""
    path = tmp_path_factory.mktemp("built") / "kg.store"
    assert main(["build", "-q", "--store", str(path), str(report)]) == 0
    return path


@pytest.fixture
def two(store: Path, kg: Callable[..., Ran], tmp_path: Path) -> Path:
    """A store of two reports of one title."""
    mine = Path(shutil.copytree(store, tmp_path / "two.store"))
    (tmp_path / "other.txt").write_text(REPORT.replace("7号", "8号"), "utf-8")
    assert kg("build", "other.txt", "--store", mine).status == 0
    return mine
