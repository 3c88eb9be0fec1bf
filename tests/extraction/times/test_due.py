"""By which day a planned act shall be done, as its own clause says it."""

from __future__ import annotations

from datetime import date

import pytest

from kg.extraction.times.due import due_day
from kg.facts import Sentence
from kg.language import find_days
from kg.language.parsed import Act, Parsed

OWN = date(2025, 1, 5)


def due(text: str, verb: str, front: str = "", own: date | None = OWN) -> tuple[str, str] | None:
    """Words and ISO day of the limit of the act with this predicate, which begins with ``front`` where it has one."""
    at = text.index(verb)
    act = Act(text.index(front) if front else at, len(text), at, at + len(verb), 0.9, 0.9, (0.1, 0.1, 0.8))
    days = find_days(text, own, 2025, 0, 2025)
    found = due_day(text, Parsed(Sentence(0, len(text), text, None, 0), (), (), (), days), act, own)
    if found is None:
        return None
    assert text[found.start : found.end] == found.text
    return found.text, found.as_of.isoformat()


@pytest.mark.parametrize(
    ("text", "verb", "told", "day"),
    [
        ("6月底前建成新院区。", "建成", "6月底前", "2025-06-30"),
        ("各区要于2025年3月31日前制定方案。", "制定", "2025年3月31日前", "2025-03-31"),
        ("推进改造,力争年内开工。", "开工", "年内", "2025-12-31"),
        ("到2027年,基本建成新院区,全面推行新制度。", "推行", "到2027年", "2027-12-31"),
        ("2025年9月底前,各区完成调查,形成报告。", "形成", "2025年9月底前", "2025-09-30"),
        ("二是确保10月底完善平台功能。", "完善", "10月底", "2025-10-31"),
        ("2025年建成新院区。", "建成", "2025年", "2025-12-31"),
        ("3月底前制定方案,并报市政府备案。", "报", "3月底前", "2025-03-31"),
        ("2026年内建立名录。", "建立", "2026年内", "2026-12-31"),
        ("督促企业于6月20日前登记。", "督促", "6月20日前", "2025-06-20"),
    ],
)
def test_a_limit_holds_for_the_act_of_its_clause(text: str, verb: str, told: str, day: str) -> None:
    assert due(text, verb) == (told, day)


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("6月底前完成调查,分类开展整治。", "开展"),  # of the clause before
        ("6月底前完成调查;开展整治。", "开展"),
        ("到2026年,建成新院区;推行新制度。", "推行"),
        ("对2025年6月30日前供应的土地收取费用。", "收取"),  # tells which
        ("对2025年6月30日前供应,尚未开工的土地收费。", "供应"),
        ("有效期至2025年12月31日,由市住建局制定细则。", "制定"),  # how long a rule holds
        ("自2025年3月1日起推行新标准。", "推行"),
        ("2025年3月1日至6月30日建立台账。", "建立"),
        ("2025年12月31日前,免收滞纳金。", "免收"),
        ("2025年12月31日前,企业可申请登记。", "申请"),
        ("2025年12月31日前,不再配建公租房。", "配建"),
        ("2025年12月31日后调查情况。", "调查"),
        ("2024年11月底前完成调查。", "完成"),  # before the report's own day
        ("10月前完成调查。", "完成"),  # whether October counts is not said
        ("2025年加强宣传。", "加强"),  # goes on over the year
        ("今年新增的资金下达到位。", "下达"),  # of the funds
        ("(装修的在2025年12月31日前)缴清税款。", "缴清"),
        ("建成新院区,6月底前投用。", "建成"),
    ],
)
def test_no_limit_is_made_up(text: str, verb: str) -> None:
    assert due(text, verb) is None


def test_a_period_that_tells_of_a_thing_is_none() -> None:
    assert due("今年新增的资金下达到位。", "下达", "新增") is None


def test_a_text_without_a_day_of_its_own_tells_limits_too() -> None:
    assert due("2025年6月底前建成新院区。", "建成", own=None) == ("2025年6月底前", "2025-06-30")


def test_the_nearest_limit_holds() -> None:
    text = "到2026年,覆盖率达到50%,2027年底前实现全覆盖。"
    assert due(text, "实现") == ("2027年底前", "2027-12-31")
    assert due(text, "达到") == ("到2026年", "2026-12-31")
