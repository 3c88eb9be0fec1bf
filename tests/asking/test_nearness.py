"""What the company of pairs of characters knows of wordings."""

from __future__ import annotations

import numpy as np
import pytest

from kg.asking.nearness import directions, parts
from kg.language.pairs import FILE


def pairs(text: str) -> set[str]:
    """The pairs of neighbouring characters."""
    return {part[i : i + 2] for part in parts(text) for i in range(len(part) - 1)}


@pytest.mark.parametrize(
    ("wording", "near", "far"),
    [
        ("扩大托育供给", "婴幼儿照护", "机场航线"),
        ("治理黑臭水体", "城镇污水处理", "高校毕业生就业"),
        ("清理拖欠账款", "中小企业欠款", "森林草原防火"),
        ("发展集成电路", "半导体芯片", "居家养老"),
    ],
)
def test_wordings_of_one_matter_are_nearer(wording: str, near: str, far: str) -> None:
    rows = directions([pairs(wording), pairs(near), pairs(far)])
    assert rows[0] @ rows[1] > rows[0] @ rows[2] + 0.2


def test_a_wording_is_a_direction_and_one_that_nobody_knows_is_none() -> None:
    rows = directions([pairs("加强生态保护"), {"鱻龘"}, set()])
    assert np.linalg.norm(rows[0]) == pytest.approx(1)
    assert not rows[1:].any()
    assert directions([]).shape == (0, rows.shape[1])


def test_numbers_marks_and_spaces_part_a_wording() -> None:
    assert parts("建设12个 AI中心,3家") == ["建设", "个", "ai中心", "家"]


def test_what_ships_is_small() -> None:
    assert FILE.stat().st_size < 1_100_000
