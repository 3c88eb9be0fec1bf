"""At which sites a measure takes place, and on which documents it rests."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import pytest

from kg.extraction.references import references
from kg.facts import Entity, EntityType, Quantity, Sentence
from kg.language import split_clauses
from kg.language.parsed import Act, Name, Parsed


def referred(
    text: str,
    acts: tuple[tuple[str, str], ...],
    names: Mapping[str, EntityType],
    linked: float | Mapping[str, float] = 0.9,
) -> list[list[tuple[str, str]]]:
    """For each act, given by its span and predicate, the names it refers to and how."""
    found = []
    for span, verb in acts:
        start = text.index(span)
        at = text.index(verb, start)
        found.append(Act(start, start + len(span), at, at + len(verb), 0.9, 0.9, (0.8, 0.1, 0.1)))
    places = {name: text.index(name) for name in names}
    chances = linked if isinstance(linked, Mapping) else dict.fromkeys(names, linked)
    seen = [Name(places[n], places[n] + len(n), kind, 0.9, 0.0, 0.0, 0.0, chances[n]) for n, kind in names.items()]
    things = {
        (n.start, n.end): Entity(n.type, text[n.start : n.end], n.start, n.end, text[n.start : n.end]) for n in seen
    }
    parsed = Parsed(Sentence(0, len(text), text, None, 0), (), split_clauses(text), (), (), tuple(seen))
    return [[(r.name, r.relation) for r in row] for row in references(text, parsed, found, things)]


def test_the_site_that_was_set_up_first_serves_the_later_act() -> None:
    found = referred(
        "在行政服务中心新设投诉窗口,设置沟通室,受理57件办件",
        (("新设投诉窗口", "新设"), ("设置沟通室", "设置"), ("受理57件办件", "受理")),
        {"行政服务中心": "site", "投诉窗口": "site", "沟通室": "site"},
    )
    assert found[0] == [("行政服务中心", "deliveredAt"), ("投诉窗口", "establishes")]
    assert found[2] == [("投诉窗口", "deliveredAt")]


def test_a_site_before_a_semicolon_serves_nothing_behind_it() -> None:
    found = referred(
        "新设投诉窗口；受理57件办件", (("新设投诉窗口", "新设"), ("受理57件办件", "受理")), {"投诉窗口": "site"}
    )
    assert found == [[("投诉窗口", "establishes")], []]


def test_an_act_that_serves_nobody_has_no_site_of_an_earlier_one() -> None:
    found = referred(
        "新设投诉窗口,修订管理办法", (("新设投诉窗口", "新设"), ("修订管理办法", "修订")), {"投诉窗口": "site"}
    )
    assert found[1] == []


@pytest.mark.parametrize(
    ("first", "verb", "between", "last", "does", "there"),
    [
        ("建设健康驿站", "建设", "，为居民", "提供健康监测服务", "提供", True),
        ("支持健康驿站运营", "支持", ",", "提供义诊服务", "提供", True),
        ("建设健康驿站", "建设", "，", "为老人提供上门服务", "提供", False),  # not there
        ("建设健康驿站", "建设", "；", "提供健康监测服务", "提供", False),
        ("建成健康驿站", "建成", "，", "接待居民300人次", "接待", True),
        ("建成健康驿站", "建成", "，", "全市接待游客2亿人次", "接待", False),  # all over the city
        ("发挥健康驿站作用", "发挥", "，", "提供健康监测服务", "提供", False),
        ("发挥健康驿站作用", "发挥", "，", "举办健康讲座", "举办", True),
        ("利用健康驿站场地", "利用", "，", "开展义诊活动", "开展", True),
        ("建设健康驿站", "建设", "，", "开展义诊活动", "开展", False),  # may be anywhere
    ],
)
def test_right_behind_an_act_with_a_site_it_serves_and_what_uses_it_is_done_there(
    first: str, verb: str, between: str, last: str, does: str, there: bool
) -> None:
    found = referred(f"{first}{between}{last}", ((first, verb), (last, does)), {"健康驿站": "site"})
    assert found[1] == [("健康驿站", "deliveredAt")] * there


def test_another_act_between_parts_the_site_from_what_is_offered() -> None:
    acts = (("建设健康驿站", "建设"), ("修订办法", "修订"), ("提供义诊服务", "提供"))
    assert referred("建设健康驿站，修订办法，提供义诊服务", acts, {"健康驿站": "site"})[2] == []


@pytest.mark.parametrize(
    ("text", "act", "verb"),
    [
        ("推动训练场、适配中心等平台竣工", "推动训练场、适配中心等平台竣工", "推动"),
        ("训练场对外开放率达90%", "训练场对外开放率达90%", "达"),
    ],
)
def test_an_act_refers_to_a_site_that_it_names_itself_though_the_reader_doubts_it(
    text: str, act: str, verb: str
) -> None:
    found = referred(text, ((act, verb),), {"训练场": "site"}, linked=0.05)
    assert found == [[("训练场", "deliveredAt")]]


def test_outside_of_an_act_the_reader_has_to_see_that_it_is_done_at_a_site() -> None:
    assert referred("在训练场开展活动", (("开展活动", "开展"),), {"训练场": "site"}, linked=0.2) == [[]]
    assert referred("推广训练系统", (("推广训练系统", "推广"),), {"训练系统": "system"}, linked=0.2) == [[]]


@pytest.mark.parametrize(
    ("text", "act", "verb", "sites"),
    [
        ("综合服务站作用显现，港口吞吐量突破2000万吨", "港口吞吐量突破2000万吨", "突破", []),
        ("设在岛外的综合服务站正式建成投用，港口吞吐量突破2000万吨", "港口吞吐量突破2000万吨", "突破", []),
        ("依托综合服务站，群众诉求办结200件", "群众诉求办结200件", "办结", ["综合服务站"]),
        ("综合服务站投用，将诉求纳入督办", "将诉求纳入督办", "纳入", []),
        ("在综合服务站，将诉求纳入督办", "将诉求纳入督办", "纳入", ["综合服务站"]),
        ("将诉求纳入督办，综合服务站作用显现", "将诉求纳入督办", "纳入", []),
        ("将诉求纳入督办（综合服务站负责）", "将诉求纳入督办", "纳入", ["综合服务站"]),
    ],
)
def test_what_stands_in_its_own_clause_is_of_no_other_act(text: str, act: str, verb: str, sites: list[str]) -> None:
    (found,) = referred(text, ((act, verb),), {"综合服务站": "site"})
    assert [name for name, _ in found] == sites


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("建成审批系统、核验平台和查询平台", ["审批系统", "核验平台", "查询平台"]),
        ("建成审批系统，改造核验平台和查询平台", ["审批系统"]),
    ],
)
def test_the_members_of_a_list_are_referred_to_together(text: str, named: list[str]) -> None:
    linked = {"审批系统": 0.9, "核验平台": 0.1, "查询平台": 0.2}
    found = referred(text, ((text, "建成"),), dict.fromkeys(linked, "system"), linked)
    assert [name for name, _ in found[0]] == named


@pytest.mark.parametrize(
    ("verb", "sites"),
    [
        ("建设", ["文化馆"]),
        ("获批", []),
        ("控制", []),
        ("共有", []),
        ("拥有", []),
        ("认定为", []),
        ("晋级", []),
        ("评定", []),
        ("荣获", []),
    ],
)
def test_what_is_restricted_granted_or_there_is_no_site_of_the_act(verb: str, sites: list[str]) -> None:
    text = f"{verb}文化馆"
    found = referred(text, ((text, verb),), {"文化馆": "site"})
    assert [name for name, _ in found[0]] == sites


def test_nothing_is_done_at_a_site_that_is_only_counted() -> None:
    text = "敬老院12家"
    assert referred(text, ((text, "敬老院"),), {"敬老院": "site"}) == [[]]


@pytest.mark.parametrize(
    "listed",
    [
        "“春风送岗”“招聘夜市”“荐才专场”“直播带岗”",  # quoted names need no joint
        "“春风送岗”（线上）、“招聘夜市”（线下）、“荐才专场”和“直播带岗”(www.gang.cn)",
    ],
)
def test_the_members_of_a_list_of_quoted_names_are_referred_to_together_whatever_stands_among_them(
    listed: str,
) -> None:
    text = f"开展{listed}"
    kinds: dict[str, EntityType] = {
        "“春风送岗”": "programme",
        "“招聘夜市”": "programme",
        "“荐才专场”": "event",
        "“直播带岗”": "programme",
    }
    found = referred(text, ((text, "开展"),), kinds, dict.fromkeys(kinds, 0.4) | {"“春风送岗”": 0.9})
    assert [name for name, _ in found[0]] == ["“春风送岗”", "“招聘夜市”", "“直播带岗”"]


def test_an_act_sets_up_each_site_of_the_list_that_its_object_ends_in() -> None:
    found = referred(
        "建成城北驿站、城南驿站", (("建成城北驿站、城南驿站", "建成"),), {"城北驿站": "site", "城南驿站": "site"}
    )
    assert found == [[("城北驿站", "establishes"), ("城南驿站", "establishes")]]


@pytest.mark.parametrize(
    ("span", "verb", "name", "kind", "relation"),
    [
        ("建设城北驿站", "建设", "城北驿站", "site", "establishes"),
        ("新增城北驿站等项目", "新增", "城北驿站", "site", "establishes"),
        ("启动建设城北驿站", "启动", "城北驿站", "site", "establishes"),
        ("开通城北热线", "开通", "城北热线", "system", "establishes"),
        ("支持建设城北驿站", "支持", "城北驿站", "site", "deliveredAt"),  # others set it up
        ("建设城北驿站的道路", "建设", "城北驿站", "site", "deliveredAt"),
        ("推动城北驿站建设", "推动", "城北驿站", "site", "deliveredAt"),
        ("城北驿站在沪建成投用", "建成", "城北驿站", "site", "establishes"),
        ("城北驿站等设施陆续启用", "启用", "城北驿站", "site", "establishes"),
        ("城北驿站改造工程建成", "建成", "城北驿站", "site", "deliveredAt"),
        ("河道热线正式上线", "上线", "河道热线", "system", "establishes"),
        ("在河道平台上线", "上线", "河道平台", "system", "uses"),
        ("推动出台《河道条例》", "推动", "《河道条例》", "document", "issues"),
        ("研究制定河道管理办法", "研究", "河道管理办法", "document", "issues"),
        ("建立河道问题清单", "建立", "河道问题清单", "document", "issues"),
        ("完善河道管理办法", "完善", "河道管理办法", "document", "issues"),
        ("更新发布河道名录", "更新", "河道名录", "document", "issues"),
        ("优化城北驿站", "优化", "城北驿站", "site", "deliveredAt"),
        ("建立《河道条例》宣讲机制", "建立", "《河道条例》", "document", "basedOn"),
        ("推动落实《河道条例》", "推动", "《河道条例》", "document", "basedOn"),
    ],
)
def test_what_a_predicate_does_to_its_object(span: str, verb: str, name: str, kind: EntityType, relation: str) -> None:
    assert referred(span, ((span, verb),), {name: kind}) == [[(name, relation)]]


def test_an_act_sets_up_the_site_that_stands_before_its_count() -> None:
    text = "建成城北驿站3座"
    name = Name(2, 6, "site", 0.9, 0.0, 0.0, 0.0, 0.9)
    act = Act(0, len(text), 0, 2, 0.9, 0.9, (0.8, 0.1, 0.1))
    counted = Quantity(6, 8, "3座", Decimal(3), "座", "exact")
    parsed = Parsed(Sentence(0, len(text), text, None, 0), (), split_clauses(text), (counted,), (), (name,))
    things = {(2, 6): Entity("site", "城北驿站", 2, 6, "城北驿站")}
    assert [[r.relation for r in row] for row in references(text, parsed, [act], things)] == [["establishes"]]


def test_a_site_is_staffed_by_the_act_behind_the_one_that_sets_it_up() -> None:
    found = referred(
        "新设城东驿站,配备专职人员2人", (("新设城东驿站", "新设"), ("配备专职人员2人", "配备")), {"城东驿站": "site"}
    )
    assert found[1] == [("城东驿站", "deliveredAt")]


@pytest.mark.parametrize(
    ("text", "issues", "hands"),
    [
        ("编制《发展规划》,提交大会审查", ("编制《发展规划》", "编制"), ("提交大会审查", "提交")),
        ("编制《发展规划》,并报主管部门审定", ("编制《发展规划》", "编制"), ("报主管部门审定", "审定")),
    ],
)
def test_a_document_is_handed_on_by_the_act_behind_the_one_that_issues_it(
    text: str, issues: tuple[str, str], hands: tuple[str, str]
) -> None:
    assert referred(text, (issues, hands), {"《发展规划》": "document"}) == [
        [("《发展规划》", "issues")],
        [("《发展规划》", "basedOn")],
    ]


@pytest.mark.parametrize(
    ("text", "first", "other"),
    [
        ("落实《发展规划》,提交大会审查", ("落实《发展规划》", "落实"), ("提交大会审查", "提交")),  # issues nothing
        ("编制《发展规划》;提交大会审查", ("编制《发展规划》", "编制"), ("提交大会审查", "提交")),
        ("编制《发展规划》,推进道路建设", ("编制《发展规划》", "编制"), ("推进道路建设", "推进")),
        ("编制《发展规划》,报名参加展会", ("编制《发展规划》", "编制"), ("报名参加展会", "报名")),
    ],
)
def test_other_acts_behind_it_have_nothing_to_do_with_it(
    text: str, first: tuple[str, str], other: tuple[str, str]
) -> None:
    assert referred(text, (first, other), {"《发展规划》": "document"})[1] == []


def test_what_a_preamble_is_to_carry_out_is_no_basis() -> None:
    act = (("制定本办法", "制定"),)
    aim = "为贯彻落实《发展规划》,推进道路建设,制定本办法"
    assert referred(aim, act, {"《发展规划》": "document"}) == [[]]
    ground = "为推进道路建设,根据《发展规划》,制定本办法"
    assert referred(ground, act, {"《发展规划》": "document"}) == [[("《发展规划》", "basedOn")]]


def test_a_document_that_is_told_to_be_approved_is_no_basis_of_the_next_act() -> None:
    act = (("建设剧院", "建设"),)
    assert referred("《发展规划》获国务院批复,建设剧院", act, {"《发展规划》": "document"}) == [[]]
    assert referred("《发展规划》提出目标,建设剧院", act, {"《发展规划》": "document"}) == [
        [("《发展规划》", "basedOn")]
    ]


def test_who_approves_a_document_rests_on_what_a_cover_letter_issues() -> None:
    found = referred(
        "《渔港办法》已经市政府审议通过，现印发给你们。",
        (("《渔港办法》已经市政府审议通过", "审议"), ("印发给你们", "印发")),
        {"《渔港办法》": "document"},
    )
    assert found == [[("《渔港办法》", "basedOn")], [("《渔港办法》", "issues")]]


@pytest.mark.parametrize(
    ("text", "act", "verb", "paper", "rests"),
    [
        ("签订《购房合同》之日起一年内缴清价款", "缴清价款", "缴清", "《购房合同》", False),
        ("取得《不动产权证书》的,给予补贴", "给予补贴", "给予", "《不动产权证书》", False),
        ("以《成交确认书》日期为准,发放补贴", "发放补贴", "发放", "《成交确认书》", False),
        ("根据《服务合同》约定,提供服务", "提供服务", "提供", "《服务合同》", True),
        ("凭身份证、《购房合同》,办理登记", "办理登记", "办理", "《购房合同》", True),
        ("在《出让合同》中约定期限", "约定期限", "约定", "《出让合同》", True),
        ("在《申请表》予以注明", "注明", "注明", "《申请表》", True),
        ("在《出让合同》签订后,办理许可", "办理许可", "办理", "《出让合同》", False),
        ("支持企业取得《购房合同》后,办理登记", "办理登记", "办理", "《购房合同》", False),
        ("取得《方案批复》后,办理开工", "办理开工", "办理", "《方案批复》", False),
        ("将《出让合同》纳入档案", "纳入档案", "纳入", "《出让合同》", True),
        ("核发《建设工程规划许可证》", "核发《建设工程规划许可证》", "核发", "《建设工程规划许可证》", True),
        ("取得《管理办法》要求的资质后,给予补贴", "给予补贴", "给予", "《管理办法》", True),
    ],
)
def test_a_paper_that_tells_to_whom_or_when_is_no_basis(
    text: str, act: str, verb: str, paper: str, rests: bool
) -> None:
    found = referred(text, ((act, verb),), {paper: "document"})
    assert found == [[(paper, "basedOn")] if rests else []]


@pytest.mark.parametrize("comma", ["", "，", ","])
def test_what_stands_before_the_body_that_issues_it_is_issued(comma: str) -> None:
    text = f"河道保洁标准{comma}由市水利局制定"
    assert referred(text, ((text, "制定"),), {"河道保洁标准": "document"}) == [[("河道保洁标准", "issues")]]


@pytest.mark.parametrize(
    ("between", "last", "verb", "issues"),
    [
        ("，", "向社会公布", "公布", True),
        ("，提前", "向社会公布", "公布", True),
        ("并及时", "向社会公开", "公开", True),
        (",报市政府批准后", "向社会公布", "公布", True),
        ("，", "通过平台发布", "发布", True),
        ("，", "将结果公开", "公开", False),  # it has a thing of its own
        ("，", "公布投诉电话", "公布", False),
        ("。", "向社会公布", "公布", False),
        ("，", "向社会征集", "征集", False),
    ],
)
def test_what_an_act_treats_of_the_next_one_publishes(between: str, last: str, verb: str, issues: bool) -> None:
    text = f"编制河道保护清单{between}{last}"
    found = referred(text, (("编制河道保护清单", "编制"), (last, verb)), {"河道保护清单": "document"})
    assert found == [[("河道保护清单", "issues")], [("河道保护清单", "issues")] if issues else []]


def test_a_site_that_shall_do_it_is_added_to_those_of_the_first_act_alone() -> None:
    text = "服务中心应设立老年专窗，设置公示牌，完善流程"
    acts = (("设立老年专窗", "设立"), ("设置公示牌", "设置"), ("完善流程", "完善"))
    found = referred(text, acts, {"服务中心": "site", "老年专窗": "site"}, {"服务中心": 0.2, "老年专窗": 0.9})
    assert [[name for name, _ in row] for row in found] == [["服务中心", "老年专窗"], ["服务中心"], ["服务中心"]]
