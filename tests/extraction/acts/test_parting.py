"""Acts that hold another one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.extraction.acts.parting import parted
from kg.facts import Sentence
from kg.language import split_clauses
from kg.language.counted import with_things
from kg.language.parsed import Act, Name, Parsed
from kg.language.quantities import find_quantities
from kg.language.tagger import tag


def parts(text: str, verb: str, name: str = "") -> list[tuple[str, str]]:
    """Span and predicate of each act in a text that was seen as one."""
    tokens = tag(text).tokens
    found = find_quantities(text)
    counts = tuple(replace(q, counted=c) for q, c in zip(found, with_things(found, tokens), strict=True))
    start = text.index(name) if name else 0
    names = (Name(start, start + len(name), "programme", 0.9, 0.0, 0.0, 0.0, 0.9),) if name else ()
    parsed = Parsed(Sentence(0, len(text), text, None, 0), tokens, split_clauses(text), counts, (), names)
    at = text.index(verb)
    act = Act(0, len(text), at, at + len(verb), 0.9, 0.9, (0.8, 0.1, 0.1))
    return [(text[a.start : a.end], text[a.verb : a.verb_end]) for a in parted(text, parsed, [act])]


@pytest.mark.parametrize(
    ("text", "verb", "right"),
    [
        (
            "新设航运企业260家，利用外资和直接投资38亿美元",
            "新设",
            [("新设航运企业260家", "新设"), ("利用外资和直接投资38亿美元", "利用")],
        ),
        (
            "支持甲港与乙港合作，支持丙港对接丁港",
            "支持",
            [("支持甲港与乙港合作", "支持"), ("支持丙港对接丁港", "支持")],
        ),
        (
            "新增五星级饭店5家、培育四星级标准饭店40家",
            "新增",
            [("新增五星级饭店5家", "新增"), ("培育四星级标准饭店40家", "培育")],
        ),
        ("实施船员补贴制度，惠及23万户", "实施", [("实施船员补贴制度，惠及23万户", "实施")]),
        ("鼓励船东按照市场原则，收购旧船", "鼓励", [("鼓励船东按照市场原则，收购旧船", "鼓励")]),
        ("增加教育支出和实行普惠性减税", "增加", [("增加教育支出", "增加"), ("实行普惠性减税", "实行")]),
        ("新建绿道130公里、改造公园12座", "新建", [("新建绿道130公里", "新建"), ("改造公园12座", "改造")]),
        ("推进“幸福实事”、近五年累计投入资金26亿元", "推进", [("推进“幸福实事”", "推进"), ("投入资金26亿元", "投入")]),
        (
            "新增五星级饭店5家、培育四星级饭店40家",
            "新增",
            [("新增五星级饭店5家", "新增"), ("培育四星级饭店40家", "培育")],
        ),
        ("实施航运课题88项、转化航运成果328项", "实施", [("实施航运课题88项", "实施"), ("转化航运成果328项", "转化")]),
        ("主持渔业课题6项、占比60%", "主持", [("主持渔业课题6项、占比60%", "主持")]),
        ("引进项目24个、建成17个", "引进", [("引进项目24个、建成17个", "引进")]),
        (
            "甲县粮食产量达650万吨、污水处理能力超30万吨",
            "达",
            [("甲县粮食产量达650万吨", "达"), ("污水处理能力超30万吨", "超")],
        ),
        (
            "退出渔业产能超过65万吨、港口产能超过30万吨",
            "退出",
            [("退出渔业产能超过65万吨、港口产能超过30万吨", "退出")],
        ),
        ("制定渔业规章12件、废止22件", "制定", [("制定渔业规章12件", "制定"), ("废止22件", "废止")]),
        ("新增渔业基地9个、基地总数达到90个", "新增", [("新增渔业基地9个、基地总数达到90个", "新增")]),
        ("渔业产值达65亿元、占比超30%", "达", [("渔业产值达65亿元、占比超30%", "达")]),
        ("举办演出300场、吸引观众5万人次", "举办", [("举办演出300场", "举办"), ("吸引观众5万人次", "吸引")]),
        ("推进“工业上楼”、打造智造空间", "推进", [("推进“工业上楼”", "推进"), ("打造智造空间", "打造")]),
        ("设立党建工作机构、配备党务工作人员", "设立", [("设立党建工作机构", "设立"), ("配备党务工作人员", "配备")]),
        (
            "扩大政策覆盖范围、优化补贴申领流程、健全回收利用体系",
            "扩大",
            [
                ("扩大政策覆盖范围", "扩大"),
                ("优化补贴申领流程", "优化"),
                ("健全回收利用体系", "健全"),
            ],
        ),
    ],
)
def test_a_further_predicate_with_its_own_object_is_an_act(text: str, verb: str, right: list[tuple[str, str]]) -> None:
    assert parts(text, verb) == right


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("健全长效监管和完善账款清偿机制", "健全"),
        ("开展燃气管道、建设施工等专项整治", "开展"),
        ("明确工作任务和参与部门", "明确"),
        ("依托顶尖人才、创新领军人才", "依托"),
        ("出台三年行动计划和支持新区建设政策措施", "出台"),
        ("增加有市场、发挥效益的企业贷款", "增加"),
        ("进出口增长6.4%、提高2个百分点", "增长"),
        ("做好助学贷款和设立奖学金工作", "做好"),
        ("鼓励企业建设中试平台、设立研发机构", "鼓励"),
        ("推动企业健全内控体系、发挥内审作用", "推动"),
        ("提出扩大有效投资、培育新型消费", "提出"),
    ],
)
def test_what_only_looks_like_one_is_not_cut_off(text: str, verb: str) -> None:
    assert parts(text, verb) == [(text, verb)]


def test_no_act_goes_on_behind_a_semicolon() -> None:
    text = "救助资金3万元；大河港8户17人，救助资金5万元"
    right = [("救助资金3万元", "救助"), ("救助资金5万元", "救助")]
    assert parts(text, "救助") == right


def test_a_name_is_not_cut() -> None:
    text = "实施产业集群和培育链主企业专项"
    assert len(parts(text, "实施")) == 2
    assert parts(text, "实施", name="产业集群和培育链主企业专项") == [(text, "实施")]


def test_a_name_that_begins_with_a_verb_is_a_whole_object() -> None:
    text = "实施扩大内需战略、培育完整内需体系"
    assert parts(text, "实施", "扩大内需战略") == [("实施扩大内需战略", "实施"), ("培育完整内需体系", "培育")]
    text = "建立相关部门会议制度并明确牵头部门"
    assert parts(text, "建立", "相关部门会议制度") == [("建立相关部门会议制度", "建立"), ("明确牵头部门", "明确")]
    text = "落实“两新”政策和提振消费专项行动"
    assert parts(text, "落实", "“两新”政策") == [(text, "落实")]
