"""Clauses that state something and are no act."""

from __future__ import annotations

import pytest

from kg.extraction.acts.statements import none_stated
from kg.facts import Sentence
from kg.language import find_quantities, split_clauses, tag
from kg.language.parsed import Act, Parsed


def act(text: str, span: str, verb: str) -> Act:
    start = text.index(span)
    at = text.index(verb, start)
    return Act(start, start + len(span), at, at + len(verb), 0.9, 0.9, (0.8, 0.1, 0.1))


def stated(text: str, *spans: tuple[str, str]) -> list[tuple[str, str]]:
    acts = [act(text, span, verb) for span, verb in spans]
    sentence = Sentence(0, len(text), text, None, 0)
    parsed = Parsed(sentence, tag(text).tokens, split_clauses(text), find_quantities(text), (), (), tuple(acts), ())
    return [(text[a.start : a.end], text[a.verb : a.verb_end]) for a in none_stated(text, parsed, acts)]


@pytest.mark.parametrize(
    ("text", "span", "verb"),
    [
        ("我们深切感受到：必须疏浚航道，建设码头。", "建设码头", "建设"),
        ("实践使我们认识到，只有疏浚航道，才能发展港口。", "疏浚航道", "疏浚"),
        ("3项港口指标未能如期完成。", "3项港口指标未能如期完成", "完成"),
        ("港务局在严格执行岸线规划的前提下，简化程序。", "执行岸线规划", "执行"),
        ("资金在优先满足疏浚需要基础上，支持改造。", "满足疏浚需要", "满足"),
        ("3月5日召开的“2023年渔港座谈会”，分析了形势。", "召开的“2023年渔港座谈会”", "召开"),
        ("通过调整航线资源、加大投入等措施，扩大运力。", "调整航线资源", "调整"),
        ("按照规划提出的关于探索码头分类管理要求，建立机制。", "探索码头分类管理要求", "探索"),
        ("依托中欧班列、江海通道等开放渠道，扩大出口。", "开放渠道", "开放"),
        ("期间如遇航运政策调整,按新政策执行。", "如遇航运政策调整", "调整"),
        ("规划港区方面,项目可分项验收。", "规划港区方面", "规划"),
        ("这类码头不要求上下对口设置。", "这类码头不要求上下对口设置", "设置"),
        ("为系统解决港口的资金问题，发行航运债券。", "解决港口的资金问题", "解决"),
        ("做好港口工作，要坚持统筹发展。", "做好港口工作", "做好"),
        ("建立港口管理体制，必须实行政企分开。", "建立港口管理体制", "建立"),
        ("确定这些任务，突出了港口的特点。", "确定这些任务", "确定"),
        ("实施航运战略，对于今后十年的发展具有重要意义。", "实施航运战略", "实施"),
        ("实施航运战略是加快发展的必然要求。", "实施航运战略", "实施"),
        ("实行港口开放，是我们必须坚持的方针。", "实行港口开放", "实行"),
        ("预计今年港口收入继续恢复增长。", "恢复增长", "恢复"),
        ("港区规划全覆盖。", "港区规划全覆盖", "覆盖"),
        ("沉船事故持续下降。", "沉船事故持续下降", "下降"),
        ("各港运量都有较大增加。", "各港运量都有较大增加", "增加"),
        ("航道水质稳定在优良状态。", "航道水质稳定在优良状态", "稳定"),
        ("吞吐量同港口规模相匹配。", "吞吐量同港口规模相匹配", "匹配"),
        ("港口改革要同调整航线布局相结合。", "调整航线布局相结合", "调整"),
        ("把疏浚航道同改善泊位结构，提高装卸水平结合起来。", "改善泊位结构", "改善"),
        ("在满足靠泊功能的前提下，适当增加泊位。", "满足靠泊功能的", "满足"),
        ("通过完善合同等方式引入船东。", "完善合同等方式", "完善"),
        ("适应实施航运政策，加强港口服务。", "实施航运政策", "实施"),
        ("无能力开发的岸线由港务局收回。", "开发的岸线", "开发"),
        ("各港务局一定要落实到位。", "落实到位", "落实"),
        ("一些码头没有严格执行装卸标准。", "执行装卸标准", "执行"),
        ("部分泊位无法满足靠泊要求。", "满足靠泊要求", "满足"),
        ("没有实现年初确定的油耗降低4%、泊位增加20个的目标。", "降低4%、泊位增加20个的目标", "降低"),
        ("为办好港口提出以下建议。", "提出以下建议", "提出"),
        ("结合本港实际，制定若干措施如下：", "制定若干措施如下", "制定"),
    ],
)
def test_what_only_states(text: str, span: str, verb: str) -> None:
    assert stated(text, (span, verb)) == []


@pytest.mark.parametrize(
    ("text", "span", "verb"),
    [
        ("支持船东特别是小微船东更新船舶。", "支持船东特别是小微船东更新船舶", "支持"),
        ("明确港务局是责任主体。", "明确港务局是责任主体", "明确"),
        ("实现年初确定的油耗降低4%的目标。", "降低4%的目标", "降低"),
        ("完善没有泊位的港区设施。", "完善没有泊位的港区设施", "完善"),
        ("设置以下航标设施：", "设置以下航标设施", "设置"),
        ("疏浚航道，要求各港参与。", "疏浚航道", "疏浚"),
        ("预计新增泊位20个。", "新增泊位20个", "新增"),
        ("沉船事故下降8%。", "沉船事故下降8%", "下降"),
        ("航道水质稳定在3类以上。", "航道水质稳定在3类以上", "稳定"),
        ("共同推进航运、铁路衔接机制。", "推进航运、铁路衔接机制", "推进"),
        ("对泊位规模也要加以控制。", "对泊位规模也要加以控制", "控制"),
        ("为船东提供补贴，办理手续。", "提供补贴", "提供"),
        ("省政府出台的系列文件，支持港口建设。", "出台的系列文件", "出台"),
        ("现场疏浚航道，存在困难的条件下提供补贴。", "疏浚航道", "疏浚"),
    ],
)
def test_what_is_an_act(text: str, span: str, verb: str) -> None:
    assert stated(text, (span, verb)) == [(span, verb)]


def test_the_act_behind_what_it_is_for() -> None:
    text = "对适宜由小船东提供的部分,预留40%泊位。"
    assert stated(text, ("对适宜由小船东提供的部分", "提供")) == [("对适宜由小船东提供的部分,预留40%泊位", "预留")]


def test_what_an_act_is_done_to_stands_in_front_of_it() -> None:
    text = "对适宜由小船东提供的部分,预留40%泊位。"
    acts = (("对适宜由小船东提供的部分", "提供"), ("预留40%泊位", "预留"))
    assert stated(text, *acts) == [("对适宜由小船东提供的部分,预留40%泊位", "预留")]


def test_what_money_is_for_is_no_act_of_its_own() -> None:
    money = ("投入资金2亿元", "投入")
    text = "投入资金2亿元，主要用于疏浚航道。"
    assert stated(text, money, ("用于疏浚航道", "用于")) == [money]
    text = "投入资金2亿元，用于港口建设，12座码头受益。"
    spans = [span for span, _ in stated(text, money, ("用于港口建设，12座码头受益", "用于"))]
    assert spans == ["投入资金2亿元，用于港口建设，12座码头受益"]
    grant = ("给予码头一定补助", "给予")
    assert stated("给予码头一定补助，用于疏浚航道。", grant, ("用于疏浚航道", "用于")) == [grant]
    counted = ("用于疏浚1亿元", "用于")
    assert stated("投入资金2亿元，用于疏浚1亿元。", money, counted) == [money, counted]
