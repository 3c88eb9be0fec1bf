"""What the ending of a name says of its type."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from kg.language.endings import FILE, endings, likely, weighed
from kg.language.features import TYPES
from training.endings import counted


@pytest.mark.parametrize(
    ("name", "type_"),
    [
        ("某镇便民服务中心", "site"),
        ("某市城市规划设计研究院", "organisation"),
        ("“清风”专项行动", "programme"),
        ("某某综合管理平台", "system"),
        ("某省优化营商环境条例", "document"),
        ("某某高新技术产业开发区", "place"),
        ("某届网络安全博览会", "event"),
    ],
)
def test_a_name_is_likely_of_the_type_that_its_ending_tells(name: str, type_: str) -> None:
    chances = likely(name)
    assert TYPES[int(np.argmax(chances))] == type_
    assert sum(chances) == pytest.approx(1)


def test_an_ending_is_told_from_the_shortest_and_without_quotes() -> None:
    assert endings("“办不成事”窗口”") == ["口", "窗口", "”窗口", "事”窗口", "成事”窗口", "不成事”窗口"]
    assert endings("《“》") == []
    assert likely("\U00020000") == likely(""), "what no name ends with tells nothing"


def test_types_are_weighed_and_nothing_else() -> None:
    answers = np.array([0.2, *[0.03, 0.01] * 7], np.float32)
    answers[1 + 2 * TYPES.index("organisation")] = 0.3
    answers[1 + 2 * TYPES.index("site")] = 0.25
    other, found = weighed(np.stack([answers, answers]), ["某镇人民政府", "某镇便民服务中心"])
    assert TYPES[int(other[1::2].argmax())] == "organisation"
    things = found[1::2]
    assert TYPES[int(things.argmax())] == "site"
    assert found[0] == answers[0]
    assert found.sum() == pytest.approx(answers.sum(), rel=1e-5)
    assert np.allclose(found[1::2] / found[2::2], answers[1::2] / answers[2::2], rtol=1e-4)


def test_the_counts_are_those_of_the_readings(shared: Path) -> None:
    made = counted(shared)
    with np.load(FILE, allow_pickle=False) as held:
        assert set(held.files) == set(made)
        for name, array in made.items():
            assert np.array_equal(held[name], array), f"python -m training.endings makes {name} anew"
