"""What looks like an act and is none by its form."""

from __future__ import annotations

import pytest

from kg.extraction.formulas import owed, stating
from kg.facts import Sentence
from kg.language import split_clauses
from kg.language.parsed import Act, Parsed


def act(text: str, span: str, verb: str) -> Act:
    start = text.index(span)
    at = text.index(verb, start)
    return Act(start, start + len(span), at, at + len(verb), 0.9, 0.9, (0.8, 0.1, 0.1))


def stated(text: str, *acts: Act) -> list[str]:
    parsed = Parsed(Sentence(0, len(text), text, None, 0), (), split_clauses(text), (), (), (), acts, ())
    return [text[a.start : a.end] for a in stating(text, parsed, acts)]


@pytest.mark.parametrize(
    ("text", "span", "verb"),
    [
        ("现在，我代表县人民政府向大会报告工作，请予审议。", "报告工作", "报告"),
        ("并请各位委员提出意见。", "各位委员提出意见", "提出"),
        ("现将有关情况通报如下：", "通报如下", "通报"),
        ("为规范码头管理,落实岸线规划,制定本办法。", "落实岸线规划", "落实"),
        ("公共码头是指向社会提供装卸服务的码头。", "提供装卸服务的码头", "提供"),
        ("前款所称补贴,用于码头改造。", "用于码头改造", "用于"),
        ("由港务部门(以下简称主管部门)负责。", "简称主管部门", "简称"),
        ("当靠泊船舶超过十艘时,原则上暂停作业。", "靠泊船舶超过十艘", "超过"),
        ("若岸线发生调整,按新规划执行。", "岸线发生调整", "发生"),
        ("经县人民政府批准,可以延长泊期。", "县人民政府批准", "批准"),
        ("报县人民政府批准后执行。", "报县人民政府批准后", "报"),
        ("核查码头是否配备消防器材。", "配备消防器材", "配备"),
        ("实施期限:2026年底。", "实施期限", "实施"),
        ("补贴标准:每艘1000元。", "补贴标准:每艘1000元", "补贴"),
        ("补贴条件:签订泊位合同并投保。", "签订泊位合同", "签订"),
        ("缴纳泊位费的企业,按月结算。", "缴纳泊位费的企业", "缴纳"),
        ("在条件允许的情况下分散靠泊。", "允许的情况下", "允许"),
        ("洪水造成直接经济损失20亿元。", "直接经济损失20亿元", "损失"),
        ("附近海域发生6.1级地震。", "发生6.1级", "发生"),
        ("港口吞吐量稳居全国第3位。", "港口吞吐量稳居全国第3位", "稳居"),
        ("建一处成一处。", "建一处成一处", "建"),
        ("把好事办好。", "把好事办好", "办好"),
        ("集装箱积压有所缓解。", "集装箱积压有所缓解", "缓解"),
        ("对健全港口体系，推进智慧港口改革等，进行全面部署。", "推进智慧港口改革", "推进"),
        ("根据县委审议通过的《港口规划》，疏通航道。", "审议通过的", "审议"),
        ("让船民安心靠泊。", "让船民安心靠泊", "靠泊"),
        ("征求船民意见的基础上。", "征求船民意见的基础上", "征求"),
        ("疏港改革推进顺利。", "推进顺利", "推进"),
        ("疏港改革取得新的成效。", "疏港改革取得新的成效", "取得"),
        ("为制定规划提供参考。", "提供参考", "提供"),
        ("首批5个泊位集聚航商。", "首批5个泊位", "首批"),
    ],
)
def test_none_by_its_form(text: str, span: str, verb: str) -> None:
    assert stated(text, act(text, span, verb)) == []


@pytest.mark.parametrize(
    ("text", "span", "verb"),
    [
        ("提请审议港口条例修正案。", "提请审议港口条例修正案", "提请"),
        ("为规范码头管理,制定本办法。", "制定本办法", "制定"),
        ("为规范码头管理,根据上位法,制定本办法。", "制定本办法", "制定"),
        ("联合指导企业整改。", "指导企业整改", "指导"),
        ("如期建成深水泊位。", "建成深水泊位", "建成"),
        ("当年新开航线3条,运行良好。", "新开航线3条", "新开"),
        ("凡新靠泊的给予补贴,按月发放。", "凡新靠泊的给予补贴", "给予"),
        ("经核定批准12个泊位。", "批准12个泊位", "批准"),
        ("港口吞吐量增长5%、居全国第3位。", "港口吞吐量增长5%、居全国第3位", "增长"),
        ("取得专利15件成果。", "取得专利15件成果", "取得"),
        ("支持缴纳泊位费的企业。", "支持缴纳泊位费的企业", "支持"),
        ("提供装卸服务。", "提供装卸服务", "提供"),
        ("工作要求:落实安全责任。", "落实安全责任", "落实"),
    ],
)
def test_what_only_looks_alike_stays(text: str, span: str, verb: str) -> None:
    assert stated(text, act(text, span, verb)) == [span]


@pytest.mark.parametrize(
    ("text", "verb", "theirs"),
    [
        ("购房职工可按规定提取公积金。", "提取", True),
        ("申请人应在十日内提交材料。", "提交", True),
        ("企业无需提供证明。", "提供", True),
        ("对符合条件的企业,可按月办理退税。", "办理", False),
        ("为职工提供培训。", "提供", False),
        ("各区可申请专项资金。", "申请", False),
        ("根据居民需求提供服务。", "提供", False),
    ],
)
def test_what_those_may_or_must_do_whom_a_rule_is_for(text: str, verb: str, theirs: bool) -> None:
    assert owed(text, act(text, text[text.index(verb) : -1], verb)) is theirs
