"""A real browser, and the page of the invented reports in it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright, sync_playwright

from kg.asking.responsibilities import responsibilities
from kg.asking.rows import Row
from kg.graph.store import Store
from kg.showing import show
from tests.showing.sample import example
from tests.support import example_facts


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """What starts browsers: one at a time in a process."""
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(request: pytest.FixtureRequest) -> Iterator[Browser]:
    """Chromium; each page that it opens remembers nothing of another."""
    chromium = shutil.which("chromium")
    if chromium is None:
        if os.environ.get("CI"):
            pytest.fail("the browser tests need chromium: make system")
        pytest.skip("chromium is not installed: make system")
    playwright: Playwright = request.getfixturevalue("playwright")
    launched = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
    yield launched
    launched.close()


@pytest.fixture(scope="session")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the invented reports, in Chinese."""
    path = tmp_path_factory.mktemp("page") / "page.html"
    path.write_bytes(show(example(), "html", "zh"))
    return path


@pytest.fixture
def page(browser: Browser, path: Path) -> Iterator[Page]:
    """A fresh page; whatever it asks for or complains of fails the test."""
    page = browser.new_page(viewport={"width": 1400, "height": 900})
    said: list[str] = []
    page.on("request", lambda request: None if request.url.startswith("file:") else said.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(path.as_uri())
    yield page
    page.close()
    assert said == []


@pytest.fixture(scope="module")
def rows() -> Sequence[Row]:
    """The invented report of `tests.support`."""
    store = Store.in_memory()
    store.put(example_facts())
    return responsibilities(store)
