"""What validation finds is told with the report that it is about."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from tests.cli.conftest import Ran

TITLE = "上海市黄浦区人民政府关于优化营商环境情况的报告"


def test_every_finding_names_its_report(kg: Callable[..., Ran], two: Path) -> None:
    """Both reports say the same: each measure is a finding of either."""
    said = kg("validate", "--store", two, "--lang", "zh").out
    blocks = [block for block in said.split("\n\n") if block.startswith("■ 将组建专员队伍")]
    assert len(blocks) == 2
    assert sorted(f"黄府〔2024〕{n}号" in block for block in blocks for n in (7, 8)) == [False, False, True, True]
    assert all(TITLE in block.splitlines()[1] for block in blocks)
    found = json.loads(kg("validate", "--store", two, "--format", "json").out)
    assert all(f["title"].startswith(TITLE) for f in found if f["place"])
    assert any(f["place"] for f in found)
    assert kg("validate", "--store", two, "-o", "found.html", "--lang", "zh").status == 0
    page = Path("found.html").read_text("utf-8")
    assert page.count("<h2>将组建专员队伍</h2>") == 2
    assert all(f"{TITLE} (黄府〔2024〕{n}号" in page for n in (7, 8))
