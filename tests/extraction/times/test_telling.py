"""What headings, periods and words beside the predicate say of an act's time."""

from __future__ import annotations

from datetime import date

import pytest

from kg.extraction.times.status import part_of, statuses
from kg.extraction.times.telling import direction, looks_back, told, turns
from kg.facts import Status
from kg.language import find_days
from kg.language.features import Setting
from kg.language.parsed import Act

OWN = date(2026, 1, 20)
REPORT = Setting(False, False, False, True, True, 0.5)


def act(text: str, verb: str) -> Act:
    at = text.index(verb)
    return Act(at, len(text), at, at + len(verb), 0.9, 0.9, (0.7, 0.2, 0.1))


@pytest.mark.parametrize(
    ("headings", "way"),
    [
        (["“十五五”主要目标任务"], 1),
        (["加强生态保护", "2026年重点工作"], 1),
        (["对今年政府工作的建议"], 1),
        (["2025年工作回顾"], -1),
        (["目标任务完成情况"], -1),
        (["重点工作开展情况", "下一步打算"], -1),
        (["“十四五”时期发展成就和“十五五”时期主要目标"], 0),
        (["提升服务水平"], 0),
        ([], 0),
    ],
)
def test_headings_tell_what_lies_ahead(headings: list[str], way: int) -> None:
    assert direction(headings) == way


def test_what_presents_the_draft_of_a_plan_is_not_ahead() -> None:
    assert direction(["“十五五”主要目标任务"], "我们编制了“十五五”规划纲要（草案），提请大会审查。") == -1
    assert direction(["“十五五”主要目标任务"], "《甲省规划纲要》细化提出25项指标。") == -1
    assert direction(["2026年重点工作"], "实施《甲省规划纲要》。") == 1


def test_a_heading_outweighs_what_the_reader_sees() -> None:
    doubtful = [[act("设立窗口", "设立")]]
    assert statuses(doubtful, [part_of(0, REPORT, False, 1)])[0][0][0] == "planned"
    assert statuses(doubtful, [part_of(0, REPORT, False)])[0][0][0] == "done"


def test_paragraphs_that_open_with_the_past() -> None:
    assert looks_back("五年来，新增就业4200万人。")
    assert looks_back("早在2003年就开始部署。")
    assert not looks_back("今后五年来看。")
    assert turns("我们要以转变职能为核心，推进服务型政府建设。")
    assert not turns("过去一年，我国经济主要指标好于预期。")


@pytest.mark.parametrize(
    ("text", "verb", "status", "right"),
    [
        ("会同有关单位设立了办公室", "设立", "planned", "done"),
        ("组织编制了办法，推进服务", "组织", "planned", "done"),
        ("组织编制了办法，推进服务", "推进", "planned", "planned"),
        ("了解情况", "了解", "planned", "planned"),
        ("近年来，各港口积极开展整治，建设泊位", "建设", "planned", "done"),
        ("去年港务局建设泊位，今年要扩建码头", "建设", "planned", "done"),
        ("去年港务局建设泊位，今年要扩建码头", "扩建", "planned", "planned"),
        ("近年来，要求建设泊位。扩建码头", "扩建", "planned", "planned"),
        ("对指南作出修订，现予印发", "印发", "planned", "done"),
        ("必须疏浚航道，" + "扩建泊位、" * 20 + "改造船闸", "改造", "done", "planned"),
        ("疏浚是必须的，改造船闸", "改造", "done", "done"),
        ("要切实维护航道，" + "扩建泊位、" * 20 + "改造船闸", "改造", "done", "planned"),
        ("当务之急是疏浚，关键是要看水情，改造船闸", "改造", "done", "planned"),
        ("按照要求疏浚航道，改造船闸", "改造", "done", "done"),
        ("编制了《纲要》，改造船闸", "改造", "done", "done"),
        ("要求已经提出了，改造船闸", "改造", "done", "done"),
        ("对港区机构进行了较大幅度的精简", "精简", "planned", "done"),
        ("持续深入疏浚航道", "疏浚", "done", "ongoing"),
        ("持续的降雨后疏浚航道", "疏浚", "done", "done"),
        ("规则已经县政府全体会议讨论通过", "通过", "planned", "done"),
        ("对已经备案的项目组织验收", "组织", "planned", "planned"),
        ("县港务局今年已将你镇纳入试点", "纳入", "planned", "done"),
        ("航道整治工作已基本完成，扩建码头", "完成", "planned", "done"),
        ("航道整治工作已基本完成，扩建码头", "扩建", "planned", "planned"),
        ("对已靠泊船舶收取费用", "收取", "planned", "planned"),
        ("已婚船员贷款额度提高至60万元", "提高", "planned", "planned"),
        ("已经并将继续造福船员", "造福", "planned", "planned"),
        ("已出租泊位按原有政策执行", "执行", "planned", "planned"),
        ("县政府已于上月印发办法", "印发", "planned", "done"),
        ("对这些问题，我们一定高度重视，采取措施解决", "采取", "done", "planned"),
        ("市政府将全力组织实施", "组织", "done", "planned"),
        ("将事项纳入系统", "纳入", "done", "done"),
        ("参与即将召开的会议", "召开", "done", "done"),
        ("是我们必须坚持的方针，制定办法", "制定", "done", "done"),
        ("住房制度改革方案正在实施", "实施", "done", "ongoing"),
        ("对正在建设的项目给予补贴", "给予", "done", "done"),
        ("去年报告提出，物价涨幅要降到10%", "降到", "done", "planned"),
        ("编制纲要，“十五五”时期总值年均增长7%", "增长", "done", "planned"),
        ("回顾过去，“十四五”时期总值年均增长7%", "增长", "done", "done"),
        ("全年货币发行减少5%", "减少", "done", "done"),
        ("今年我市航运工作计划完成疏浚9公里，整治码头5座", "整治", "done", "planned"),
        ("今年我市航运工作超计划完成疏浚9公里，整治码头5座", "整治", "done", "done"),
        ("经勘查，计划将出入口向东迁移", "迁移", "done", "planned"),
        ("全港招生计划新增2万个", "新增", "done", "done"),
        ("船闸扩建计划完成率达90%，整治码头5座", "整治", "done", "done"),
        ("为规范泊位管理，结合本港实际，制定本办法。", "制定", "planned", "done"),
        ("为规范泊位管理，制定本实施细则。", "制定", "planned", "done"),
        ("经研究，提出以下若干措施：", "提出", "planned", "done"),
        ("各港要结合实际制定本级实施方案", "制定", "planned", "planned"),
        ("制定本地区航道保护办法", "制定", "planned", "planned"),
        ("今年还将提出以下措施：", "提出", "planned", "planned"),
        ("制定本港办法时，要听取意见", "制定", "planned", "planned"),
    ],
)
def test_words_beside_the_predicate(text: str, verb: str, status: Status, right: Status) -> None:
    assert told(text, act(text, verb), status, find_days(text, OWN, 2026), OWN) == right


def test_at_the_end_of_a_year_its_figures_lie_behind() -> None:
    text = "情况如下：2025年航道水深从上年的9米提高到12米"
    for month, right in ((3, "planned"), (12, "done")):
        own = date(2025, month, 20)
        assert told(text, act(text, "提高"), "done", find_days(text, own, 2025), own) == right
    text = "2025年航道水深提高到了12米"
    assert told(text, act(text, "提高"), "planned", find_days(text, OWN, 2026), OWN) == "done"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("下一步，我们将自觉接受监督，督促整改。", "planned"),
        ("（三）接下来，区财政局督促整改。", "planned"),
        ("下一步举措初步形成。区财政局督促整改。", "done"),
        ("我们自觉接受监督，督促整改。", "done"),
    ],
)
def test_a_sentence_that_opens_with_the_next_step_looks_ahead(text: str, status: Status) -> None:
    assert told(text, act(text, "督促"), "done", (), OWN) == status
