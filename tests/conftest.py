"""Fixtures that more than one test module uses."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def pytest_configure() -> None:
    """Ctrl-C works in what the tests start, also where they run in the background of a script, which ignores it."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's top level."""
    return ROOT


@pytest.fixture(scope="session")
def seed() -> Path:
    """The seed report."""
    return ROOT / "seeds" / "jingan-2023-18.txt"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with gold and corpus beside the project; tests that need it skip where it isn't there."""
    path = Path(os.environ.get("KG_SHARED", ROOT.parent / "shared"))
    if not (path / "gold").is_dir():
        pytest.skip(f"the annotated reports are not at {path}")
    return path
