"""The structure of the seed report, item by item."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.reading import read
from kg.structure import Report, structure

HEADINGS = [
    (1, "一", "多措并举,统筹推进服务效能增优"),
    (2, "(一)", "系统推进,形成协同联动合力"),
    (2, "(二)", "方案先行,着重突出重点特色"),
    (2, "(三)", "加强督促,推动工作举措落地"),
    (1, "二", "围绕需求,促进政策措施贴近企业"),
    (2, "(一)", "主动服务,送政策给企业"),
    (2, "(二)", "建立机制,安排专人对接"),
    (2, "(三)", "加强调查,收集企业感受"),
    (1, "三", "不断深化,构建泛在可及政务体系"),
    (2, "(一)", "推进“一业一证”改革,同步推进综合监管"),
    (2, "(二)", "优化帮办服务机制,拓展服务网络范围"),
    (2, "(三)", "完善线上线下服务,打造便捷高效窗口"),
    (1, "四", "紧盯堵点,提高涉企公共服务能力"),
    (2, "(一)", "多维度推进“十四五”规划实施"),
    (2, "(二)", "多举措提升金融服务质效"),
    (2, "(三)", "多层级优化人才服务机制"),
    (1, "五", "监管并重,营造公平有序市场环境"),
    (2, "(一)", "完善全流程信用监管"),
    (2, "(二)", "提升知识产权保护水平"),
    (2, "(三)", "强化包容审慎监管"),
]


@pytest.fixture(scope="module")
def report(seed: Path) -> Report:
    return structure(read(seed))


def test_frame(report: Report) -> None:
    h = report.header
    assert {k: f.value if (f := getattr(h, k)) else None for k in h.__slots__} == {
        "title": "关于《上海市静安区第二届人大常委会第十五次会议关于本区优化营商环境工作情况的审议意见》落实情况的报告",
        "number": "静府议〔2023〕18号",
        "issuer": "上海市静安区人民政府",
        "recipient": "区人大常委会",
        "date": "2023-12-06",
        "responds_to": "静会〔2023〕52号",
    }
    assert h.date is not None
    assert h.date.quote.text == "2023年12月6日"
    assert h.day is not None
    assert h.day.year == 2023


def test_all_headings(report: Report) -> None:
    assert [(s.level, s.number, s.heading) for s in report.sections] == HEADINGS


def test_tree(report: Report) -> None:
    parents = [s.parent for s in report.sections]
    assert parents[:8] == [None, 0, 0, 0, None, 4, 4, 4]
    first, second = report.sections[0], report.sections[4]
    assert report.text.characters[first.body_end :].startswith("二、围绕需求")
    assert first.body_end < second.start
    last = report.sections[-1]
    assert report.text.characters[last.body_end :] == "上海市静安区人民政府\n2023年12月6日"


def test_sentences(report: Report) -> None:
    sentences = report.sentences
    assert sentences[0].text.startswith("根据《上海市静安区第二届人大常委会")
    assert sentences[0].section is None
    assert sentences[-1].text.startswith("落实《上海市城市管理轻微违法违规行为免罚清单》")
    assert sentences[-1].section == 19
    texts = {s.text for s in sentences}
    assert not texts & {h for _, _, h in HEADINGS}
    assert "上海市静安区人民政府" not in texts
