"""Acts in two halves, and predicates that another word stood for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.extraction.acts.joining import joined
from kg.facts import Sentence
from kg.language import split_clauses, tag
from kg.language.parsed import Act, Parsed, Token
from kg.language.quantities import find_quantities


def cut(text: str, *words: tuple[str, str]) -> tuple[Token, ...]:
    """Tokens of these words with their parts of speech, where they stand."""
    tokens, at = [], 0
    for word, pos in words:
        start = text.index(word, at)
        at = start + len(word)
        tokens.append(Token(start, at, word, pos))
    return tuple(tokens)


def act(text: str, span: str, verb: str) -> Act:
    start = text.index(span)
    at = text.index(verb, start)
    return Act(start, start + len(span), at, at + len(verb), 0.9, 0.9, (0.8, 0.1, 0.1))


def together(text: str, spans: tuple[tuple[str, str], ...], *words: tuple[str, str]) -> list[tuple[str, str]]:
    acts = [act(text, span, verb) for span, verb in spans]
    parsed = Parsed(Sentence(0, len(text), text, None, 0), cut(text, *words), split_clauses(text), (), (), (), (), ())
    return [(text[a.start : a.end], text[a.verb : a.verb_end]) for a in joined(text, parsed, acts)]


@pytest.mark.parametrize(
    ("text", "spans", "right"),
    [
        (
            "配合海事部门及时疏通航道",
            (("配合海事部门", "配合"), ("疏通航道", "疏通")),
            [("配合海事部门及时疏通航道", "配合")],
        ),
        (
            "组织引航员在做好防护的前提下,开展引航",
            (("组织引航员在做好防护的前提下", "组织"), ("开展引航", "开展")),
            [("组织引航员在做好防护的前提下,开展引航", "组织")],
        ),
        (
            "鼓励航商增加航线,每月开行一班",
            (("鼓励航商增加航线", "鼓励"), ("开行一班", "开行")),
            [("鼓励航商增加航线", "鼓励"), ("开行一班", "开行")],
        ),
        (
            "鼓励船东在有条件的情况下,将泊位向社会开放",
            (("鼓励船东在有条件的情况下,", "鼓励"),),
            [("鼓励船东在有条件的情况下,将泊位向社会开放", "鼓励")],
        ),
        (
            "鼓励船东通过租赁、置换等方式，优先在深水岸线更新船舶",
            (("鼓励船东通过租赁、置换等方式", "鼓励"), ("更新船舶", "更新")),
            [("鼓励船东通过租赁、置换等方式，优先在深水岸线更新船舶", "鼓励")],
        ),
        (
            "鼓励港口结合自身实际，为船员提供保险",
            (("鼓励港口结合自身实际", "鼓励"), ("提供保险", "提供")),
            [("鼓励港口结合自身实际，为船员提供保险", "鼓励")],
        ),
        (
            "督促码头按照靠泊标准,配备系缆设施",
            (("督促码头按照靠泊标准", "督促"),),
            [("督促码头按照靠泊标准,配备系缆设施", "督促")],
        ),
        (
            "推动港口构建以租赁为主导的经营方式,建设泊位",
            (("推动港口构建以租赁为主导的经营方式", "推动"), ("建设泊位", "建设")),
            [("推动港口构建以租赁为主导的经营方式", "推动"), ("建设泊位", "建设")],
        ),
        (
            "更新设备约15万台",
            (("更新设备", "更新"), ("约15万台", "约")),
            [("更新设备约15万台", "更新")],
        ),
        (
            "旧码头停止发放许可",
            (("旧码头停止", "停止"), ("发放许可", "发放")),
            [("旧码头停止发放许可", "停止")],
        ),
        (
            "岸线面积不纳入核算",
            (("岸线面积不", "不"), ("纳入核算", "纳入")),
            [("岸线面积不纳入核算", "不纳入")],
        ),
        ("更新并推广泊位标准", (("更新并", "更新"), ("推广泊位标准", "推广")), [("更新并推广泊位标准", "更新")]),
        (
            "暂停新的岸线新增泊位审批",
            (("暂停新的岸线", "暂停"), ("新增泊位审批", "新增")),
            [("暂停新的岸线新增泊位审批", "暂停")],
        ),
        (
            "置换金额不得超过账户中保障疏浚所需的资金的30%",
            (("置换金额不得超过账户中", "超过"), ("保障疏浚所需的资金的30%", "保障")),
            [("置换金额不得超过账户中保障疏浚所需的资金的30%", "超过")],
        ),
        (
            "开通外贸航线的港口由3个增加到10个",
            (("开通外贸航线的港口", "开通"), ("由3个增加到10个", "增加到")),
            [("开通外贸航线的港口由3个增加到10个", "增加到")],
        ),
        (
            "本年建成泊位共42个",
            (("建成泊位", "建成"), ("共42个", "共")),
            [("建成泊位共42个", "建成")],
        ),
        (
            "航道由水深不大于8米调整为12米",
            (("航道由水深不大于8米", "大于"),),
            [("航道由水深不大于8米调整为12米", "调整为")],
        ),
        (
            "新增岸电泊位占比达到75%以上",
            (("新增岸电泊位占比达到75%以上", "新增"),),
            [("新增岸电泊位占比达到75%以上", "达到")],
        ),
        ("新增泊位达到75个", (("新增泊位达到75个", "新增"),), [("新增泊位达到75个", "新增")]),
        ("对困难船员应救尽救", (("对困难船员应救", "救"),), [("对困难船员应救尽救", "应救尽救")]),
        (
            "疏浚航道、建设锚地",
            (("疏浚航道", "疏浚"), ("建设锚地", "建设")),
            [("疏浚航道", "疏浚"), ("建设锚地", "建设")],
        ),
    ],
)
def test_halves(text: str, spans: tuple[tuple[str, str], ...], right: list[tuple[str, str]]) -> None:
    assert together(text, spans) == right


def test_no_act_begins_within_a_count() -> None:
    text = "消除66人以上大班额的目标"
    acts = [act(text, "消除66", "消除"), act(text, "人以上大班额的目标", "额")]
    parsed = Parsed(Sentence(0, len(text), text, None, 0), (), split_clauses(text), (), (), (), (), ())
    counted = replace(parsed, quantities=tuple(find_quantities(text)))
    assert [text[a.start : a.end] for a in joined(text, counted, acts)] == [text]
    assert len(joined(text, parsed, acts)) == 2


def test_an_act_ends_with_all_of_its_count() -> None:
    text = "产值增长百分之三点五。"
    parsed = Parsed(Sentence(0, len(text), text, None, 0), (), split_clauses(text), (), (), (), (), ())
    counted = replace(parsed, quantities=tuple(find_quantities(text)))
    (found,) = joined(text, counted, [act(text, "产值增长百分之三点", "增长")])
    assert text[found.start : found.end] == "产值增长百分之三点五"


def test_an_adverb_of_a_rate_is_no_predicate() -> None:
    text = "对小型船舶减半征收泊位费"
    spans = (("对小型船舶减半", "减半"), ("征收泊位费", "征收"))
    assert together(text, spans, ("减半", "v"), ("征收", "v")) == [("对小型船舶减半征收泊位费", "征收")]


def test_what_ends_in_a_modal_goes_on() -> None:
    text = "确定可以给予支持的泊位"
    spans = (("确定可以", "确定"), ("给予支持的泊位", "给予"))
    assert together(text, spans, ("可以", "v")) == [("确定可以给予支持的泊位", "确定")]


def test_a_word_that_opens_what_follows_ends_no_act() -> None:
    text = "核发许可证或暂停备案"
    spans = (("核发许可证或", "核发"), ("暂停备案", "暂停"))
    assert together(text, spans, ("许可证", "n"), ("或", "c")) == [("核发许可证", "核发"), ("暂停备案", "暂停")]


def test_a_negation_is_part_of_its_predicate() -> None:
    text = "费率不高于5%"
    assert together(text, ((text, "不"),), ("高于", "v"), ("5%", "m")) == [(text, "不高于")]


def test_a_light_verb_gives_way() -> None:
    text = "岸电技术得到推广应用"
    assert together(text, ((text, "得到"),), ("推广", "vn"), ("应用", "vn")) == [(text, "推广")]
    text = "港口获得金锚奖"
    assert together(text, ((text, "获得"),), ("金锚奖", "nz")) == [(text, "获得")]


@pytest.mark.parametrize("negation", ["不", "不予", "不再", "不得"])
def test_a_negation_in_front_stays_in_the_predicate(negation: str) -> None:
    text = f"逾期申报{negation}受理材料"
    found = together(text, (("受理材料", "受理"),), ("逾期", "v"), ("申报", "v"), (negation, "d"), ("受理", "v"))
    assert found == [(f"{negation}受理材料", f"{negation}受理")]


@pytest.mark.parametrize(
    ("text", "verb", "words", "right"),
    [
        (
            "开始建设深水码头",
            "开始",
            (("开始", "v"), ("建设", "v"), ("深水", "n"), ("码头", "n")),
            ("建设深水码头", "建设"),
        ),
        (
            "明确提出疏浚目标",
            "明确",
            (("明确", "ad"), ("提出", "v"), ("疏浚", "vn"), ("目标", "n")),
            ("提出疏浚目标", "提出"),
        ),
        (
            "不公开发表贺信",
            "公开",
            (("不", "d"), ("公开", "ad"), ("发表", "v"), ("贺信", "n")),
            ("不公开发表贺信", "不公开发表"),
        ),
        (
            "统一规范港口标准",
            "统一",
            (("统一", "ad"), ("规范", "v"), ("港口", "n"), ("标准", "n")),
            ("统一规范港口标准", "统一"),
        ),
    ],
)
def test_the_verb_behind_an_adverb(
    text: str, verb: str, words: tuple[tuple[str, str], ...], right: tuple[str, str]
) -> None:
    assert together(text, ((text[text.index(verb) :], verb),), *words) == [right]


def test_the_end_of_a_change_is_no_predicate() -> None:
    text = "泊位数由全国第四位上升为第三位左右"
    assert together(text, ((text, "为"),), *((w, "v") for w in ("上升", "为"))) == [(text, "上升为")]


def test_a_predicate_half_of_which_stands_before_or_whose_place_a_noun_took() -> None:
    text = "全港共盘活岸线价值3亿元"
    words = (("全港", "n"), ("共盘", "d"), ("活", "v"), ("岸线", "n"), ("价值", "n"), ("3亿元", "m"))
    assert together(text, (("活岸线价值3亿元", "活"),), *words) == [("盘活岸线价值3亿元", "盘活")]
    text = "船员人均月补差330元"
    parts = (("船员", "n"), ("人均", "a"), ("月", "n"), ("补差", "v"), ("330元", "m"))
    assert together(text, ((text, "月"),), *parts) == [(text, "补差")]


def test_what_is_meant_to_be_done_to_a_thing_is_one_act() -> None:
    text = "计划将出入口向东迁至西侧"
    spans = (("计划将出入口向东", "计划"), ("迁至西侧", "迁"))
    assert together(text, spans) == [("将出入口向东迁至西侧", "迁")]


def test_what_is_done_for_somebodys_act_is_the_predicate() -> None:
    text = "为引航机构正常开展工作提供必要条件"
    words = (("为", "p"), ("引航", "vn"), ("机构", "n"), ("正常", "ad"), ("开展", "v"), ("工作", "n"), ("提供", "v"))
    more = (("必要", "a"), ("条件", "n"))
    assert together(text, (("开展工作提供必要条件", "开展"),), *words, *more) == [("提供必要条件", "提供")]


def test_a_predicate_of_two_characters_is_one_word() -> None:
    text = "补齐港口短板"
    assert together(text, ((text, "补"),), ("补", "v"), ("齐港口", "n"), ("短板", "n")) == [(text, "补齐")]
    text = "做大量工作"
    assert together(text, ((text, "做"),), ("做", "v"), ("大量", "a"), ("工作", "n")) == [(text, "做")]


@pytest.mark.parametrize(
    ("text", "spans", "right"),
    [
        (
            "对船东新增融资需求予以大力支持",
            (("对船东新增融资需求予以大力", "新增"), ("支持", "支持")),
            [("对船东新增融资需求予以大力支持", "支持")],
        ),
        (
            "为船东申请泊位补贴提供便利",
            (("为船东申请泊位补贴提供便利", "申请"),),
            [("为船东申请泊位补贴提供便利", "提供")],
        ),
        ("争取引进更多航运中心", (("争取引进更多航运中心", "争取"),), [("引进更多航运中心", "引进")]),
        ("争取到国家资金", (("争取到国家资金", "争取"),), [("争取到国家资金", "争取")]),
    ],
)
def test_predicates_behind_what_leads_to_them(
    text: str, spans: tuple[tuple[str, str], ...], right: list[tuple[str, str]]
) -> None:
    acts = [act(text, span, verb) for span, verb in spans]
    words = tag(text).tokens
    parsed = Parsed(Sentence(0, len(text), text, None, 0), words, split_clauses(text), (), (), (), (), ())
    assert [(text[a.start : a.end], text[a.verb : a.verb_end]) for a in joined(text, parsed, acts)] == right


@pytest.mark.parametrize(
    ("text", "thing", "verb"), [("接待游客突破1亿人次", "游客", "接待"), ("接待游客量突破1亿人次", "游客量", "突破")]
)
def test_the_predicate_before_the_one_of_a_figure(text: str, thing: str, verb: str) -> None:
    words = (("接待", "v"), (thing, "n"), ("突破", "v"), ("1亿人次", "m"))
    assert together(text, ((text, "突破"),), *words) == [(text, verb)]


def test_an_adverb_before_a_purchase_is_no_predicate() -> None:
    text = "敞开收购渔民余货"
    words = (("敞开", "v"), ("收购", "v"), ("渔民", "n"), ("余货", "n"))
    assert together(text, ((text, "敞开"),), *words) == [("收购渔民余货", "收购")]


@pytest.mark.parametrize(
    ("text", "verb", "right", "words"),
    [
        ("植树造林3万亩", "植树", "植树造林", (("植树", "v"), ("造林", "v"), ("3万亩", "m"))),
        ("全市招商引资9亿元", "引资", "招商引资", (("全市", "n"), ("招商", "v"), ("引资", "v"), ("9亿元", "m"))),
        ("新改建公路9公里", "改建", "新改建", (("新", "d"), ("改建", "v"), ("公路", "n"), ("9公里", "m"))),
    ],
)
def test_a_predicate_that_the_tagger_cuts(text: str, verb: str, right: str, words: tuple[tuple[str, str], ...]) -> None:
    assert together(text, ((text, verb),), *words) == [(text, right)]


@pytest.mark.parametrize(
    ("last", "right"), [(("船型", "n"), ("布局前沿船型", "布局")), (("优化", "vn"), ("加快布局前沿优化", "加快"))]
)
def test_a_noun_of_action_behind_an_adverb_with_its_own_object(last: tuple[str, str], right: tuple[str, str]) -> None:
    text = f"加快布局前沿{last[0]}"
    words = (("加快", "v"), ("布局", "n"), ("前沿", "n"), last)
    assert together(text, ((text, "加快"),), *words) == [right]


def test_what_is_new_is_what_the_next_predicate_is_said_of() -> None:
    text = "500辆新增货车全部安装尾气设施"
    words = (("500辆", "m"), ("新增", "v"), ("货车", "n"), ("全部", "n"), ("安装", "v"), ("尾气设施", "n"))
    spans = (("500辆新增货车全部", "新增"), ("安装尾气设施", "安装"))
    assert together(text, spans, *words) == [(text, "安装")]
