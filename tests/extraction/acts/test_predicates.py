"""Predicates that the reader took from inside a noun phrase."""

from __future__ import annotations

import pytest

from kg.extraction.acts.predicates import own
from kg.extraction.objects.things import object_of
from kg.facts import Sentence
from kg.language import split_clauses, tag
from kg.language.parsed import Act, Parsed


def seen(text: str, *spans: tuple[str, str]) -> tuple[Parsed, list[Act]]:
    """A sentence, and acts that the reader saw in it: their words and their predicates."""
    acts = []
    for span, verb in spans:
        start = text.index(span)
        at = text.index(verb, start)
        acts.append(Act(start, start + len(span), at, at + len(verb), 0.9, 0.9, (0.8, 0.1, 0.1)))
    sentence = Sentence(0, len(text), text, None, 0)
    return Parsed(sentence, tag(text).tokens, split_clauses(text), (), (), (), tuple(acts), ()), acts


def righted(text: str, *spans: tuple[str, str]) -> list[tuple[str, str]]:
    parsed, acts = seen(text, *spans)
    return [(text[a.start : a.end], text[a.verb : a.verb_end]) for a in own(text, parsed, acts)]


@pytest.mark.parametrize(
    ("text", "spans", "right"),
    [
        (
            "坚持把实施江海联运战略放在优先位置，落实各项举措。",
            (("实施江海联运战略放在优先位置", "实施"),),
            [("把实施江海联运战略放在优先位置", "放在")],
        ),
        (
            "要把落实航运政策，加强码头建设，作为首要任务，抓好工作。",
            (("把落实航运政策", "落实"), ("加强码头建设", "加强"), ("抓好工作", "抓好")),
            [("把落实航运政策，加强码头建设，作为首要任务", "作为"), ("抓好工作", "抓好")],
        ),
        (
            "把绿色航运作为重点，整治码头乱象，带头担当作为。",
            (("把绿色航运作为重点", "作为"), ("整治码头乱象", "整治")),
            [("把绿色航运作为重点", "作为"), ("整治码头乱象", "整治")],
        ),
        (
            "分管领导就如何做好航道保洁工作进行了专题研究。",
            (("做好航道保洁工作进行了专题研究", "做好"),),
            [("就如何做好航道保洁工作进行了专题研究", "研究")],
        ),
        (
            "船员收入增长与经济增长基本同步，港口运价稳定。",
            (("船员收入增长与经济增长基本", "增长"),),
            [("船员收入增长与经济增长基本同步", "基本同步")],
        ),
        (
            "7个港区通过绿色港口发展国家评估认定，建成2个码头。",
            (("7个港区通过绿色港口发展国家评估认定", "发展"), ("建成2个码头", "建成")),
            [("7个港区通过绿色港口发展国家评估认定", "通过"), ("建成2个码头", "建成")],
        ),
        (
            "海事部门通过申报系统进行审核。",
            (("进行审核", "审核"),),
            [("进行审核", "审核")],
        ),
        ("加快改革步伐。", (("改革步伐", "改革"),), [("加快改革步伐", "加快")]),
        ("海事部门会同环保部门，抽查船舶。", (("会同环保部门", "会同"), ("抽查船舶", "抽查")), [("抽查船舶", "抽查")]),
        (
            "由海事部门牵头，环保部门配合，制定办法。",
            (("由海事部门牵头", "牵头"), ("环保部门配合", "配合"), ("制定办法", "制定")),
            [("制定办法", "制定")],
        ),
        ("码头整治由海事部门牵头。", (("码头整治由海事部门牵头", "牵头"),), [("码头整治由海事部门牵头", "牵头")]),
        ("正会同你市加快码头前期工作。", (("会同你市加快码头前期工作", "会"),), [("加快码头前期工作", "加快")]),
        (
            "各港已偿还拖欠工程款8亿元。",
            (("拖欠工程款8亿元", "拖欠"),),
            [("偿还拖欠工程款8亿元", "偿还")],
        ),
        (
            "各港已偿还历年拖欠工资8亿元。",
            (("已偿还历年拖欠工资8亿元", "拖欠"),),
            [("偿还历年拖欠工资8亿元", "偿还")],
        ),
        (
            "已开工项目完成投资3亿元。",
            (("已开工项目完成投资3亿元", "完成"),),
            [("已开工项目完成投资3亿元", "完成")],
        ),
        (
            "完善港口保障体系试点工作继续推进。",
            (("完善港口保障体系试点工作继续", "完善"),),
            [("完善港口保障体系试点工作继续推进", "推进")],
        ),
        (
            "制定疏浚方案有序推进。",
            (("制定疏浚方案有序推进", "制定"),),
            [("制定疏浚方案有序推进", "制定")],
        ),
        (
            "重点事项办理平均减时间83%。",
            (("重点事项办理平均减时间83%", "办理"),),
            [("重点事项办理平均减时间83%", "减")],
        ),
        (
            "服务大厅布局优化和职能调整有序推进，运价稳定。",
            (("服务大厅布局优化和职能调整有序", "布局"),),
            [("服务大厅布局优化和职能调整有序推进", "推进")],
        ),
        (
            "研究制定的港口发展规划纲要颁布实施，效果良好。",
            (("研究制定的港口发展规划纲要颁布实施", "研究"),),
            [("研究制定的港口发展规划纲要颁布实施", "颁布")],
        ),
        (
            "覆盖全港的应急救治体系，已经基本建成。",
            (("覆盖全港的应急救治体系", "覆盖"), ("已经基本建成", "建成")),
            [("覆盖全港的应急救治体系，已经基本建成", "建成")],
        ),
        (
            "出台扩大航线的十项措施，已经基本建成码头两座。",
            (("出台扩大航线的十项措施", "出台"), ("建成码头两座", "建成")),
            [("出台扩大航线的十项措施", "出台"), ("建成码头两座", "建成")],
        ),
        ("扶持对象达2288万人。", (("扶持对象达2288万人", "扶持"),), [("扶持对象达2288万人", "达")]),
        ("具备条件的县有码头。", (("具备条件的县", "具备"),), []),
    ],
)
def test_the_predicate_is_the_clause_s_own(
    text: str, spans: tuple[tuple[str, str], ...], right: list[tuple[str, str]]
) -> None:
    assert righted(text, *spans) == right


def test_what_keeps_pace_is_the_object() -> None:
    text = "船员收入增长与经济增长同步。"
    parsed, acts = seen(text, ("船员收入增长与经济增长同步", "增长"))
    (act,) = own(text, parsed, acts)
    assert object_of(text, act, parsed) == "船员收入增长"
