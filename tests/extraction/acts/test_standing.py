"""Which acts stand, and what belongs to the one before."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.extraction.acts.standing import standing
from kg.facts import Sentence
from kg.language import split_clauses, tag
from kg.language.dates import find_days
from kg.language.parsed import Act, Count, Name, Parsed
from kg.language.quantities import find_quantities

DONE = (0.7, 0.2, 0.1)


def act(text: str, span: str, verb: str, sure: float = 0.9, status: tuple[float, float, float] = DONE) -> Act:
    start = text.index(span)
    at = text.index(verb, start)
    return Act(start, start + len(span), at, at + len(verb), sure, 0.9, status)


def stood(text: str, *acts: Act) -> list[str]:
    parsed = Parsed(Sentence(0, len(text), text, None, 0), (), split_clauses(text), (), (), (), acts, ())
    return [text[a.start : a.end] for a in standing(text, parsed)]


def read(text: str, *acts: Act) -> list[str]:
    """The same with the words and days of the text."""
    words, days = tag(text).tokens, find_days(text, None, None)
    parsed = Parsed(Sentence(0, len(text), text, None, 0), words, split_clauses(text), (), days, (), acts, ())
    return [text[a.start : a.end] for a in standing(text, parsed)]


@pytest.mark.parametrize(
    ("text", "span", "verb", "right"),
    [
        (
            "在发展航运市场的过程中，有些办法要由港务局调整。",
            "在发展航运市场的过程中，有些办法要由港务局调整",
            "调整",
            "有些办法要由港务局调整",
        ),
        ("逾期不缴的，应当依法处理。", "逾期不缴的，应当依法处理", "处理", "逾期不缴的，应当依法处理"),
        ("航运要素市场全面启动运行。", "航运要素市场全面启动运行", "启动", "航运要素市场全面启动运行"),
        ("在主要港区形成若干航运集团。", "在主要港区形成若干航运集团", "形成", "形成若干航运集团"),
        ("在浙港口就业的船员达3万人。", "在浙港口就业的船员达3万人", "达", "在浙港口就业的船员达3万人"),
        ("推进港口战略性重组和专业化整合。", "推进港口战略性重组和", "推进", "推进港口战略性重组和专业化整合"),
        ("完善码头平台建设（一）开展认定。", "完善码头平台建设（", "完善", "完善码头平台建设"),
        ("保证金须为船东自有资金。", "保证金须为船东自有资金", "为", "保证金须为船东自有资金"),
        ("港口资金必须全部用于航道。", "港口资金必须全部用于航道", "用于", "港口资金必须全部用于航道"),
        ("按老船型发放停靠补贴。", "按老船型发放停靠补贴", "发放", "发放停靠补贴"),
        ("按每艘3万元发放停靠补贴。", "按每艘3万元发放停靠补贴", "发放", "按每艘3万元发放停靠补贴"),
        ("按期完成航道疏浚。", "按期完成航道疏浚", "完成", "按期完成航道疏浚"),
        ("针对码头隐患逐一进行排查。", "针对码头隐患逐一进行排查", "排查", "进行排查"),
        ("原则上于2025年6月底前完成疏浚。", "原则上于2025年6月底前完成疏浚", "完成", "完成疏浚"),
        ("到2025年港口投入达到3亿元。", "到2025年港口投入达到3亿元", "达到", "到2025年港口投入达到3亿元"),
        ("港务局出台一揽子政策举措，疏浚航道。", "出台一揽子", "出台", "出台一揽子政策举措"),
    ],
)
def test_where_an_act_begins_and_ends(text: str, span: str, verb: str, right: str) -> None:
    assert read(text, act(text, span, verb)) == [right]


@pytest.mark.parametrize(
    ("text", "spans", "measures"),
    [
        (
            "完成投资122.88亿元,同比增长66.96%",
            (("完成投资122.88亿元", "完成"), ("同比增长66.96%", "增长")),
            ["完成投资122.88亿元,同比增长66.96%"],
        ),
        (
            "制发2048张许可证,涉及15个业态",
            (("制发2048张许可证", "制发"), ("涉及15个业态", "涉及")),
            ["制发2048张许可证,涉及15个业态"],
        ),
        (
            "实行税收优惠，60多户企业受益",
            (("实行税收优惠", "实行"), ("60多户企业受益", "受益")),
            ["实行税收优惠，60多户企业受益"],
        ),
        (
            "改造码头87座，惠及船民约2万户",
            (("改造码头87座", "改造"), ("惠及船民", "惠及")),
            ["改造码头87座，惠及船民"],
        ),
        (
            "累计淘汰旧船58艘，完成700多家船厂改造",
            (("淘汰旧船58艘", "淘汰"), ("完成700多家船厂改造", "完成")),
            ["淘汰旧船58艘", "完成700多家船厂改造"],
        ),
        (
            "死亡率为6.9‰，上升0.23个千分点",
            (("死亡率为6.9‰", "为"), ("上升0.23个千分点", "上升")),
            ["死亡率为6.9‰，上升0.23个千分点"],
        ),
        (
            "举办“迎接改革,服务企业”交流活动,完成总结",
            (("举办“迎接改革", "举办"), ("服务企业”交流活动", "服务"), ("完成总结", "完成")),
            ["举办“迎接改革,服务企业”", "完成总结"],
        ),
        (
            "到行政服务中心、受理中心提供帮办服务",
            (("到行政服务中心、受理中心提供帮办服务", "提供"),),
            ["提供帮办服务"],
        ),
        (
            "集装箱产量增长百分之二十,达到11万箱",
            (("集装箱产量增长百分之二十", "增长"), ("达到11万箱", "达到")),
            ["集装箱产量增长百分之二十,达到11万箱"],
        ),
        (
            "靠泊率达到96.9%,高于全省平均水平4.9个百分点",
            (("靠泊率达到96.9%", "达到"), ("高于全省平均水平4.9个百分点", "高于")),
            ["靠泊率达到96.9%,高于全省平均水平4.9个百分点"],
        ),
        (
            "航运收入达到350亿元,3年增长58.6%",
            (("航运收入达到350亿元", "达到"), ("3年增长58.6%", "增长")),
            ["航运收入达到350亿元,3年增长58.6%"],
        ),
        (
            "船舶贷款不再区分首套、二套,最低首付比例统一为20%",
            (("船舶贷款不再区分首套、二套", "区分"), ("最低首付比例统一为20%", "统一")),
            ["船舶贷款不再区分首套、二套", "最低首付比例统一为20%"],
        ),
        (
            "按30%给予补贴,每家最高不超过25万元",
            (("给予补贴", "给予"), ("每家最高不超过25万元", "超过")),
            ["给予补贴,每家最高不超过25万元"],
        ),
        (
            "举办活动472场,累计走访企业47805次",
            (("举办活动472场", "举办"), ("走访企业47805次", "走访")),
            ["举办活动472场", "走访企业47805次"],
        ),
        ("确需邀请的须报县政府批准", (("确需邀请的须报县政府批准", "报"),), ["报县政府批准"]),
        ("为企业提供指导。", (("为企业提供指导。", "提供"),), ["提供指导"]),
        ("将14个事项调整为即办事项", (("将14个事项调整为即办事项", "调整"),), ["将14个事项调整为即办事项"]),
        ("利用", (("利用", "利用"),), []),
    ],
)
def test_measures(text: str, spans: tuple[tuple[str, str], ...], measures: list[str]) -> None:
    assert stood(text, *(act(text, span, verb) for span, verb in spans)) == measures


def test_what_the_reader_doubts_does_not_stand() -> None:
    text = "设立窗口"
    assert stood(text, act(text, text, "设立", sure=0.1)) == []


def test_what_was_granted_stands_although_a_thing_is_its_subject() -> None:
    text = "深水港区获批建设"
    assert stood(text, replace(act(text, text, "获批"), needed=0.1)) == [text]
    text = "深水港区启动建设"
    assert stood(text, replace(act(text, text, "启动"), needed=0.1)) == []


def test_what_is_only_named_is_no_act_and_a_document_that_came_out_is() -> None:
    assert (
        read(
            "低收入船员动态监测及救助帮扶。",
            act("低收入船员动态监测及救助帮扶。", "低收入船员动态监测及救助帮扶", "帮扶"),
        )
        == []
    )
    text = "航运业焕发活力，研究出台了《港区新政》。"
    doubted = replace(act(text, "研究出台了《港区新政》", "研究", 0.37), needed=0.38)
    assert read(text, doubted) == ["研究出台了《港区新政》"]


def test_parts_of_a_sum_go_with_it() -> None:
    text = "新增航线130条，其中远洋航线90条，近海航线20条；码头10座。"
    spans = (("新增航线130条，其中远洋航线90条", "新增"), ("近海航线20条", "航线"), ("码头10座", "码头"))
    acts = [act(text, span, verb) for span, verb in spans]
    parsed = Parsed(
        Sentence(0, len(text), text, None, 0),
        tag(text).tokens,
        split_clauses(text),
        find_quantities(text),
        (),
        (),
        tuple(acts),
        (),
    )
    assert (
        next(text[a.start : a.end] for a in standing(text, parsed)) == "新增航线130条，其中远洋航线90条，近海航线20条"
    )


def test_works_go_with_what_is_told_of_them() -> None:
    text = "甲河治理船闸工程，投资39万元，已完成97%。"
    spans = (("甲河治理船闸工程", "治理"), ("投资39万元，已完成97%", "完成"))
    assert stood(text, *(act(text, span, verb) for span, verb in spans)) == ["甲河治理船闸工程，投资39万元，已完成97%"]
    text = "甲河治理船闸工程，落实资金39万元。"
    spans = (("甲河治理船闸工程", "治理"), ("落实资金39万元", "落实"))
    assert len(stood(text, *(act(text, span, verb) for span, verb in spans))) == 2


def test_an_act_with_a_figure_stands_though_the_reader_doubts_it() -> None:
    text = "执法人员劝导商户65户，收缴霸占岸线的杂物17件。"
    acts = (act(text, "劝导商户65户", "劝导"), replace(act(text, "收缴霸占岸线的杂物17件", "收", 0.26), needed=0.5))
    parsed = Parsed(
        Sentence(0, len(text), text, None, 0),
        tag(text).tokens,
        split_clauses(text),
        find_quantities(text),
        (),
        (),
        acts,
        tuple(Count(q, 0.6, 0.3) for q in find_quantities(text)),
    )
    assert [text[a.start : a.end] for a in standing(text, parsed)] == ["劝导商户65户", "收缴霸占岸线的杂物17件"]


def test_halves_are_joined_before_a_predicate_alone_is_dropped() -> None:
    text = "停止发放许可"
    assert stood(text, act(text, "停止", "停止"), act(text, "发放许可", "发放")) == [text]


def test_what_is_no_act_by_its_form_does_not_stand() -> None:
    text = "现将情况报告如下:"
    assert stood(text, act(text, "报告如下", "报告")) == []


def test_a_rank_goes_with_the_count_before_it() -> None:
    text = "吞吐量达到95万箱、居全国第3位"
    acts = (act(text, "吞吐量达到95万箱", "达到"), act(text, "居全国第3位", "居"))
    assert stood(text, *acts) == [text]


def test_what_is_invested_in_all_goes_with_the_act_before() -> None:
    text = "新开工10项工程，总投资800亿元"
    assert stood(text, act(text, "新开工10项工程", "新开工"), act(text, "总投资800亿元", "总投资")) == [text]
    text = "新开工10项工程，总投资800亿元的项目投产"
    acts = (act(text, "新开工10项工程", "新开工"), act(text, "总投资800亿元的项目投产", "总投资"))
    assert len(stood(text, *acts)) == 2


@pytest.mark.parametrize(
    ("text", "verb", "stands"),
    [
        ("发展海洋经济", "发展", True),
        ("培育壮大特色优势产业", "培育", True),
        ("发展民办教育", "发展", True),
        ("发展社会主义市场经济", "发展", False),
        ("发展新质生产力", "发展", False),
        ("促进海洋经济", "促进", False),
    ],
)
def test_who_develops_a_kind_of_business_acts(text: str, verb: str, stands: bool) -> None:
    one = replace(act(text, text, verb, 0.95), needed=0.02)
    assert stood(text, one) == ([text] if stands else [])
    assert stood(text, replace(one, sure=0.6)) == []


@pytest.mark.parametrize(
    ("text", "name", "verb", "span", "left"),
    [
        ("规范执法专项行动成效显著", "规范执法专项行动", "规范", "规范执法专项行动成效显著", []),
        ("检查对象名录库包括产品", "检查对象名录库", "检查", "检查对象名录库", []),
        ("建立培育制度，抓落实", "培育制度", "建立", "建立培育", ["建立培育制度"]),
        ("打好稳增长阵地战", "稳增长阵地战", "打好", "打好稳增长", ["打好稳增长阵地战"]),
    ],
)
def test_a_word_of_a_name_is_no_predicate_and_no_act_ends_in_one(
    text: str, name: str, verb: str, span: str, left: list[str]
) -> None:
    at = text.index(name)
    named = (Name(at, at + len(name), "programme", 0.8, 0.1, 0.0, 0.0, 0.5),)
    parsed = Parsed(
        Sentence(0, len(text), text, None, 0), (), split_clauses(text), (), (), named, (act(text, span, verb),)
    )
    assert [text[a.start : a.end] for a in standing(text, parsed)] == left


def test_a_counted_act_stands_though_a_name_holds_it_and_another_act_is_not_swallowed() -> None:
    text = "镇上联办促消费活动60场"
    named = (Name(0, 9, "event", 0.8, 0.1, 0.0, 0.0, 0.5),)
    one = (act(text, "联办促消费活动60场", "联办"),)
    counts = tuple(find_quantities(text))
    parsed = Parsed(Sentence(0, len(text), text, None, 0), (), split_clauses(text), counts, (), named, one)
    assert [text[a.start : a.end] for a in standing(text, parsed)] == ["联办促消费活动60场"]
    text = "实施项目，定点帮扶单位引进人才"
    named = (Name(5, 11, "organisation", 0.8, 0.1, 0.0, 0.0, 0.5),)
    acts = (act(text, "实施项目，定点", "实施"), act(text, "帮扶单位引进人才", "引进"))
    parsed = Parsed(Sentence(0, len(text), text, None, 0), (), split_clauses(text), (), (), named, acts)
    assert [text[a.start : a.end] for a in standing(text, parsed)] == ["实施项目，定点", "帮扶单位引进人才"]


@pytest.mark.parametrize(
    ("first", "verb", "second", "other", "apart"),
    [
        ("实施重大项目190个", "实施", "完成投资25亿元以上", "完成", True),
        ("湖水总磷浓度下降11%", "下降", "完成湿地修复面积13万亩", "完成", True),
        ("检查次数下降40%", "下降", "降低企业物流成本20亿元", "降低", True),
        ("打造优质门店10家", "打造", "提升21个景区运营水平", "提升", True),
        ("淘汰老旧船舶58艘", "淘汰", "完成700多家船厂深度治理", "完成", True),
        ("开放码头20个", "开放", "完成100公里航道整治", "完成", True),
        ("实施“2111”工程", "实施", "提升4G网络覆盖水平", "提升", True),
        ("完成投资73亿元", "完成", "完成年度目标的73%", "完成", False),
        ("新增企业26家", "新增", "累计达到46家", "达到", False),
        ("安排补助资金20亿元", "安排", "比上年增加3亿元", "增加", False),
    ],
)
def test_a_count_of_a_further_thing_opens_an_act(first: str, verb: str, second: str, other: str, apart: bool) -> None:
    text = f"{first}，{second}。"
    found = stood(text, act(text, first, verb), act(text, second, other))
    assert found == ([first, second] if apart else [f"{first}，{second}"])


def test_an_act_stands_whose_first_thing_was_taken_for_a_name_with_it() -> None:
    text = "治理尾矿库和矿产开发，提升水平"
    one = act(text, "治理尾矿库和矿产开发", "治理")
    named = (Name(0, 5, "system", 0.8, 0.1, 0.0, 0.0, 0.5),)
    parsed = Parsed(Sentence(0, len(text), text, None, 0), (), split_clauses(text), (), (), named, (one,))
    assert [text[a.start : a.end] for a in standing(text, parsed)] == ["治理尾矿库和矿产开发"]


def test_predicates_alone_are_no_act() -> None:
    text = "适时预调微调，及时总结提炼，总结提炼经验3条。"
    acts = [act(text, span, span[:2]) for span in ("预调微调", "总结提炼，", "总结提炼经验3条")]
    acts[1] = replace(acts[1], end=acts[1].end - 1)
    acts[2] = replace(acts[2], start=text.rindex("总结"), end=len(text) - 1)
    acts[2] = replace(acts[2], verb=acts[2].start, verb_end=acts[2].start + 2)
    assert read(text, *acts) == ["总结提炼经验3条"]


@pytest.mark.parametrize(
    ("text", "span", "verb", "right"),
    [
        ("开设夜间航班（牵头单位：港务局）。", "开设夜间航班（牵头单位", "开设", "开设夜间航班"),
        ("（由港务局审核所有新建船舶）", "审核所有新建船舶）", "审核", "审核所有新建船舶"),
        ("运费降低30%(淡季降低40%)。", "运费降低30%(淡季降低40%", "降低", "运费降低30%(淡季降低40%)"),
        ("(含补贴)累计疏浚3公里以上;", "含补贴)累计疏浚3公里以上", "疏浚", "累计疏浚3公里以上"),
        ("甲类（含乙类）、丙类泊位纳入年度计划。", "乙类）、丙类泊位纳入年度计划", "纳入", "丙类泊位纳入年度计划"),
        ("第十八条泊位纳入年度计划。", "第十八条泊位纳入年度计划", "纳入", "泊位纳入年度计划"),
        ("健全“一港四泊”体系［12］。", "健全“一港四泊”体系［12", "健全", "健全“一港四泊”体系"),
        ("健全“一港四泊”体系[3]。", "健全“一港四泊”体系[3]", "健全", "健全“一港四泊”体系"),
    ],
)
def test_no_half_of_a_bracket_no_footnote_and_no_article_s_number(text: str, span: str, verb: str, right: str) -> None:
    assert read(text, act(text, span, verb)) == [right]


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("充分发挥船员协会作用", True),
        ("充分发挥了重要作用", False),
        ("为更好发挥船员协会作用", False),
    ],
)
def test_what_is_put_to_its_part_is_an_act(text: str, stands: bool) -> None:
    seen = replace(act(text, text[text.index("发挥") :], "发挥", 0.95), needed=0.05)
    assert bool(stood(text, seen)) is stands


def test_a_word_for_more_than_is_no_predicate_behind_one() -> None:
    text = "改造码头87座，惠及超2万名船民"
    first = act(text, "改造码头87座", "改造")
    assert read(text, first, act(text, "超2万名船民", "超")) == [text]
    text = "改造码头87座，减负超3亿元"
    assert read(text, first, act(text, "超3亿元", "超")) == ["改造码头87座", "减负超3亿元"]


@pytest.mark.parametrize(
    ("second", "verb", "joined"),
    [
        ("比去年增加58亿元", "增加", True),
        ("较“八五”时期分别增长4.8%、50%", "增长", True),
        ("比上年增加３６亿元，增长１７．６％", "增加", True),
        ("比照老港口标准补助船东3户", "补助", False),
    ],
)
def test_a_figure_compared_with_an_earlier_one_goes_with_the_act_before(second: str, verb: str, joined: bool) -> None:
    first = "安排渔业补助101亿元"
    text = f"{first}，{second}。"
    found = read(text, act(text, first, "安排"), act(text, second, verb))
    assert found == ([f"{first}，{second}"] if joined else [first, second])
