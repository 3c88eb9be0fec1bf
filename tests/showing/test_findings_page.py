"""The page of findings in a real browser: levels can be hidden, nothing is loaded."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser

from kg.graph.quads import quads
from kg.graph.validation import validate
from kg.showing.findings_page import findings_page
from tests.support import example_facts


def test_levels_can_be_hidden_with_their_measures(browser: Browser, tmp_path: Path) -> None:
    findings = validate(quads(example_facts()))
    path = tmp_path / "findings.html"
    path.write_text(findings_page(findings, "zh", {}), "utf-8")
    page = browser.new_page()
    requests: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(path.as_uri())
    infos, warnings = page.locator("li.info"), page.locator("li.warning")
    assert infos.count() > 0
    assert infos.first.is_visible()
    page.get_by_label("提示").uncheck()
    assert not any(one.is_visible() for one in infos.all())
    assert warnings.first.is_visible()
    page.get_by_label("警告").uncheck()
    assert not any(one.is_visible() for one in page.locator("section").all())
    page.get_by_label("提示").check()
    assert infos.first.is_visible()
    assert requests == [path.as_uri()]
    assert complaints == []
    page.close()
