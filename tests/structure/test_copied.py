"""What a copy or an editor puts into a text is left aside while it is read, and quotes are those of the standard."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.structure.copied import as_read

SPACED = "截至 2024 年 10 月底，全县受理 2048 件办件，满意度 99.5% 以上，建成 3 个自助服务区，开通 App 上线 5G 基站。\n"


def read(text: str) -> str:
    found = as_read(text)
    return found.characters if found else text


def test_blanks_beside_figures_are_left_aside_where_a_text_has_them_throughout() -> None:
    text = SPACED + "1 总则\n1.2 适用范围 说明\n"
    assert read(text) == SPACED.replace(" ", "") + "1 总则\n1.2 适用范围 说明\n"


def test_a_few_blanks_stay() -> None:
    text = "2024年工作总结 2025年工作计划\n全年受理2048件办件，建成3个自助服务区，办结2047件，满意度99.5%。\n" * 5
    assert read(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('推进"一件事"改革，设立"企业开办"专窗。', "推进“一件事”改革，设立“企业开办”专窗。"),
        ('采取 " 一事一议 " 方式', "采取 “一事一议” 方式"),
        ("推进「一件事」改革。", "推进“一件事”改革。"),
        ('一条引号"没有合上。\n下一段"也没有。', '一条引号"没有合上。\n下一段"也没有。'),
        ("1 9 9 7 年增长1 7 ．5 万人，到2024 年 7 月", "1997年增长17．5万人，到2024年7月"),
        ("自 2023 年 8 月 5 日起施行", "自2023年8月5日起施行"),
        ("1 9 9 6 年4 月1 2 日召开", "1996年4月12日召开"),
        ("取得证书后 2 年内", "取得证书后 2年内"),
        ("产量3 6 1 5 0 万吨，增长7 ．2 ％。", "产量36150万吨，增长7．2％。"),
        ("每家 3 万元 /次", "每家 3 万元/次"),
        ("推进\u200b改革\u00ad。\ufeff", "推进改革。"),
        ("推进“一件事”改革。", "推进“一件事”改革。"),
    ],
)
def test_quotes_and_what_cannot_be_seen(text: str, expected: str) -> None:
    assert read(text) == expected


@given(st.text(alphabet='甲乙“”"「」 12a\n\u200b，。', max_size=200))
def test_every_character_has_its_place(text: str) -> None:
    found = as_read(text)
    if found is None:
        return
    assert len(found.places) == len(found.characters) + 1
    assert list(found.places) == sorted(set(found.places))
    same = [(text[at], c) for at, c in zip(found.places, found.characters, strict=False) if text[at] != c]
    assert {old for old, _ in same} <= set('"「」')
