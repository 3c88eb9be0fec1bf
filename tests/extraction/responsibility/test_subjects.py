"""Who did it: subjects that go on behind a semicolon, and those that no body's name says."""

from __future__ import annotations

import pytest

from kg.extraction.responsibility.assigning import assigned
from kg.extraction.responsibility.speaking import spoken
from kg.extraction.responsibility.subjects import partners, subjects
from kg.facts import Agent, Quote, Sentence
from kg.language import split_clauses
from kg.language.parsed import Act, Name, Parsed
from kg.pipeline import facts_of
from kg.reading.text import Text
from kg.register import register_for

REGISTER = register_for("武汉市人民政府", None)


def done_by(
    text: str, acts: tuple[str, ...], body: str | None = None, orders: bool = False
) -> list[list[tuple[str, str]]]:
    """Who does each act, given by its predicate, and how it is known; the reader takes ``body`` for a subject."""
    names: tuple[Name, ...] = ()
    if body is not None:
        at = text.index(body)
        names = (Name(at, at + len(body), "organisation", 0.9, 0.0, 0.9, 0.0, 0.0),)
    parsed = Parsed(Sentence(0, len(text), text, None, 0), (), split_clauses(text), (), (), names)
    found = [
        Act(text.index(v), text.index(v) + len(v) + 2, text.index(v), text.index(v) + len(v), 0.9, 0.9, (1, 0, 0))
        for v in acts
    ]
    who = sorted((*names, *spoken(text, parsed)), key=lambda n: n.start)
    agents = assigned(text, found, subjects(text, who, REGISTER), (), None, orders)
    return [[(a.name, a.basis) for a in row] for row in agents]


FINANCE = "武汉市财政局"


def test_the_government_that_a_letter_addresses_does_what_the_letter_says_of_it() -> None:
    text = (
        "国务院办公厅关于四川省有关问题的函\n\n四川省人民政府：\n\n目前你省正在开展隧道前期工作。你省近日制订了治理方案。"
        "\n\n国务院办公厅\n二〇〇四年十月十五日\n"
    )
    done = {m.verb: [a.name for a in m.agents] for m in facts_of(Text("a.txt", text)).measures}
    assert done["开展"] == done["制订"] == ["四川省人民政府"]


@pytest.mark.parametrize(
    ("opening", "body"),
    [
        ("市六届人大常委会第二十三次会议", "武汉市人民代表大会常务委员会"),
        ("2024年9月，市第15届人大第4次会议", "武汉市人民代表大会"),
        ("市政府第35次常务会议", "武汉市人民政府"),
        ("分管副市长", "武汉市人民政府"),
    ],
)
def test_a_session_a_meeting_and_a_chief_stand_for_their_body(opening: str, body: str) -> None:
    found = done_by(f"{opening}审议报告，提出意见。", ("审议", "提出"))
    assert found == [[(body, "explicit")]] * 2


@pytest.mark.parametrize("opening", ["市长热线", "市长质量奖", "市政府常务会议纪要"])
def test_what_is_called_after_a_chief_or_a_meeting_stands_for_nobody(opening: str) -> None:
    assert done_by(f"{opening}审议报告。", ("审议",)) == [[]]


def test_a_letter_that_answers_gives_no_orders() -> None:
    text = (
        "国务院办公厅关于四川省所提问题办理情况的函\n\n四川省人民政府：\n\n2000年国家已取消专项基金。"
        "其次，实施企业单独核算。\n\n国务院办公厅\n二〇〇四年十月十五日\n"
    )
    done = {m.verb: [(a.name, a.basis) for a in m.agents] for m in facts_of(Text("a.txt", text)).measures}
    assert done["实施"] == [("国务院办公厅", "issuer")]


@pytest.mark.parametrize(("announced", "basis"), [("特提出如下要求：", "inherited"), ("现将情况通报如下：", "issuer")])
def test_a_circular_that_makes_demands_gives_orders(announced: str, basis: str) -> None:
    text = (
        f"国务院办公厅关于煤矿事故的通报\n\n各省、自治区、直辖市人民政府：\n\n{announced}\n\n"
        "各地区要关闭非法煤矿。要对照标准，逐个审核所有煤矿。\n\n国务院办公厅\n二〇〇四年一月十六日\n"
    )
    done = {m.verb: [a.basis for a in m.agents] for m in facts_of(Text("a.txt", text)).measures}
    assert (done["关闭"], done["审核"]) == (["explicit"], [basis])


def test_who_explains_a_text_is_not_meant_by_what_follows() -> None:
    text = (
        "武汉市人民政府关于支持措施的通知\n\n各区人民政府：\n\n本措施由市财政局、市住建局等单位负责解释。"
        "期间如遇国家政策调整，按国家政策执行，并制定细则。\n\n武汉市人民政府\n2024年5月1日\n"
    )
    done = {m.verb: [(a.name, a.basis) for a in m.agents] for m in facts_of(Text("a.txt", text)).measures}
    assert "调整" not in done
    assert done["制定"] == [("武汉市人民政府", "issuer")]
    assert done_by("由市财政局负责解释,并适时调整规定。", ("解释", "调整"), "市财政局") == [[(FINANCE, "explicit")]] * 2


def test_a_place_that_serves_acts_where_it_has_a_staff() -> None:
    for site, who in (("市监测站", ["武汉市监测站"]), ("见习基地", [])):
        name = Name(0, len(site), "site", 0.9, 0.0, 0.9, 0.0, 0.0)
        assert [a.name for s in subjects(f"{site}检测样品", [name], REGISTER) for a in s.agents] == who


def test_the_departments_of_a_zone_are_not_the_zone() -> None:
    found = done_by("由某湾自贸区相关职能部门审批项目。", ("审批",), "某湾自贸区")
    assert found == [[("某湾自贸区相关职能部门", "explicit")]]


def test_a_division_beside_bodies_is_its_government() -> None:
    assert done_by("汉阳区无条件完成接收。", ("完成",), "汉阳区") == [[("汉阳区人民政府", "explicit")]]
    assert done_by("公安完成接收。", ("完成",), "公安") == [[("公安", "explicit")]]


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("市财政局拨付补助资金；建立专项账户", [(FINANCE, "inherited")]),
        ("市财政局拨付补助资金；对困难企业,要建立专项账户", [(FINANCE, "inherited")]),
        ("市财政局拨付补助资金；会同有关部门建立专项账户", [(FINANCE, "inherited")]),
        ("市财政局拨付补助资金；并从今年起，建立专项账户", [(FINANCE, "inherited")]),
        ("市财政局拨付补助资金；项目单位建立专项账户", []),
        ("市财政局拨付补助资金,建立专项账户", [(FINANCE, "explicit")]),
    ],
)
def test_a_subject_goes_on_behind_a_semicolon_where_nobody_else_is_named(
    text: str, second: list[tuple[str, str]]
) -> None:
    assert done_by(text, ("拨付", "建立"), "市财政局") == [[(FINANCE, "explicit")], second]


@pytest.mark.parametrize(("orders", "second"), [(True, [(FINANCE, "inherited")]), (False, [])])
def test_where_tasks_are_given_more_words_open_an_act_of_the_same_subject(
    orders: bool, second: list[tuple[str, str]]
) -> None:
    text = "市财政局拨付补助资金；全面建立专项账户"
    assert done_by(text, ("拨付", "建立"), "市财政局", orders) == [[(FINANCE, "explicit")], second]


@pytest.mark.parametrize(
    ("text", "verb", "who"),
    [
        ("五年来,我们建立专项账户", "建立", [("武汉市人民政府", "explicit")]),
        ("有条件的码头,可建立专项账户", "建立", [("有条件的码头", "explicit")]),
        ("有条件的码头建立专项账户", "建立", []),
        ("有条件的项目,可建立专项账户", "建立", []),
        ("尚未出台政策的地区,要建立专项账户", "建立", [("尚未出台政策的地区", "explicit")]),
        ("任务重、底子薄的地方应建立专项账户", "建立", [("任务重、底子薄的地方", "explicit")]),
        ("对任务较重的地区,要建立专项账户", "建立", []),
        ("我们党建立专项账户", "建立", []),
        ("我市政府高度重视,建立专项账户", "建立", [("武汉市人民政府", "explicit")]),
        ("按照我市政府采购要求,建立专项账户", "建立", []),
        ("张某总理作出部署", "作出", [("国务院", "explicit")]),
        ("某某总书记重要讲话作出部署", "作出", []),
    ],
)
def test_the_issuer_and_who_heads_the_state_are_subjects(text: str, verb: str, who: list[tuple[str, str]]) -> None:
    assert done_by(text, (verb,)) == [who]


def test_members_who_take_part_are_no_body() -> None:
    text = "邀请人大代表、市财政局参加"
    names = [Name(2, 4, "organisation", 0.8, 0.1, 0.1, 0.9, 0.0), Name(7, 11, "organisation", 0.8, 0.1, 0.1, 0.9, 0.0)]
    assert [a.name for a in partners(text, names, REGISTER)] == ["人大代表", FINANCE]


@pytest.mark.parametrize("text", ["报市财政局审核后纳入预算", "向市财政局申报预算", "提请市财政局审核预算"])
def test_a_body_that_is_told_or_asked_does_not_act(text: str) -> None:
    at = text.index("市财政局")
    name = Name(at, at + 4, "organisation", 0.9, 0.0, 0.9, 0.0, 0.0)
    assert subjects(text, [name], REGISTER) == ()


@pytest.mark.parametrize(
    ("text", "takes_part"), [("提请市人大常委会审议条例", True), ("提请市人大常委会备案条例", False)]
)
def test_a_body_that_is_asked_to_decide_takes_part(text: str, takes_part: bool) -> None:
    name = Name(2, 8, "organisation", 0.9, 0.0, 0.1, 0.9, 0.0)
    assert bool(partners(text, [name], REGISTER)) is takes_part


def test_financial_institutions_take_part_and_enterprises_at_large_do_not() -> None:
    for text, taking in (("引导金融机构放贷", ["金融机构"]), ("引导各类企业放贷", [])):
        size = 4 if taking else 2
        names = [Name(2, 2 + size, "organisation", 0.0, 0.9, 0.0, 0.9, 0.0)]
        assert [a.name for a in partners(text, names, REGISTER)] == taking


def led(text: str, chances: dict[str, float]) -> list[list[str]]:
    """The subjects of a text whose bodies the reader takes for subjects with these chances."""
    names = [
        Name(text.index(n), text.index(n) + len(n), "organisation", 0.9, 0.0, lead, 0.0, 0.0)
        for n, lead in chances.items()
    ]
    return [[a.name for a in s.agents] for s in subjects(text, names, REGISTER)]


def test_bodies_side_by_side_are_one_subject() -> None:
    assert led("市财政局及其下属单位拨付资金", {"市财政局": 0.9, "下属单位": 0.9}) == [[FINANCE, "下属单位"]]
    assert led("市财政局、市商务局拨付资金", {"市财政局": 0.6, "市商务局": 0.3}) == [[FINANCE, "武汉市商务局"]]
    assert led("市财政局拨付资金给市商务局", {"市财政局": 0.6, "市商务局": 0.3}) == [[FINANCE]]


def test_a_level_is_nobody() -> None:
    assert led("市级安排专项资金", {"市级": 0.9}) == []


def test_a_receiver_does_not_act() -> None:
    assert led("市财政局给市商务局拨付资金", {"市财政局": 0.9, "市商务局": 0.8}) == [[FINANCE]]


def test_departments_and_levels_that_share_their_last_word_have_one_name() -> None:
    """As the annotated reports have them: 各区、县(市)人民政府."""
    for name in ("国土资源、房产管理部门", "各区、行业主管部门", "市、区财政部门"):
        (found,) = led(f"{name}应予办理登记", {name: 0.9})
        assert len(found) == 1


def test_the_other_departments_of_a_body_are_not_the_body() -> None:
    assert led("国务院其他部门加强管理", {"国务院": 0.9}) == [["国务院其他部门"]]


@pytest.mark.parametrize(
    ("text", "verb", "who"),
    [
        ("市财政局违反规定的，依法追究责任", "追究", []),
        ("市财政局违反规定的，给予处分", "给予", []),
        ("市财政局引进人才的，按照标准给予补助", "给予", []),
        ("市财政局对符合条件的，给予补助", "给予", [(FINANCE, "explicit")]),
        ("市财政局依法追究责任", "追究", [(FINANCE, "explicit")]),
    ],
)
def test_the_punished_do_not_punish(text: str, verb: str, who: list[tuple[str, str]]) -> None:
    assert done_by(text, (verb,), "市财政局") == [who]


@pytest.mark.parametrize(
    ("text", "verb", "who"),
    [
        ("市财政局安排资金，我省建设基地", "建设", []),
        ("市财政局安排资金，我省委员建设基地", "建设", [(FINANCE, "explicit")]),
        ("在市财政局进行登记", "登记", []),
        ("实现存在市财政局登记", "登记", [(FINANCE, "explicit")]),
        ("报所在地市财政局批准后登记", "登记", []),
        ("报道由市财政局批准后登记", "登记", [(FINANCE, "explicit")]),
    ],
)
def test_what_is_no_subject_of_what_follows(text: str, verb: str, who: list[tuple[str, str]]) -> None:
    assert done_by(text, (verb,), "市财政局") == [who]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("市财政局安排资金，农村贫困人口比上年减少三万", []),
        ("市财政局安排资金，将农村贫困人口减少三万", [(FINANCE, "explicit")]),
        ("市财政局农村贫困人口减少三万", [(FINANCE, "explicit")]),
    ],
)
def test_what_only_happens_is_nobodys_act(text: str, who: list[tuple[str, str]]) -> None:
    at, starts = text.index("减少"), text.index("农村")
    body = Name(0, 4, "organisation", 0.9, 0.0, 0.9, 0.0, 0.0)
    act = Act(text.index("将") if "将" in text else starts, len(text), at, at + 2, 0.9, 0.9, (1, 0, 0))
    (found,) = assigned(text, (act,), subjects(text, [body], REGISTER), (), None)
    assert [(a.name, a.basis) for a in found] == who


def test_nobody_takes_part_in_what_must_not_be_done() -> None:
    for text, partner in (("邀请市财政局出席会议", [FINANCE]), ("不得邀请市财政局出席会议", [])):
        at = text.index("市财政局")
        name = Name(at, at + 4, "organisation", 0.9, 0.0, 0.0, 0.9, 0.0)
        act = Act(text.index("邀请"), len(text), text.index("邀请"), text.index("邀请") + 2, 0.9, 0.9, (1, 0, 0))
        found = assigned(text, (act,), (), partners(text, [name], REGISTER), None)
        assert [a.name for a in found[0]] == partner


@pytest.mark.parametrize(
    ("text", "verb", "who"),
    [
        ("各镇不得要求县港务局代办。", "不得要求", []),
        ("各镇要求县港务局代办。", "要求", ["县港务局"]),
        ("各镇不断要求县港务局代办。", "要求", ["县港务局"]),
    ],
)
def test_what_is_forbidden_has_no_partner(text: str, verb: str, who: list[str]) -> None:
    at = text.index("县港务局")
    body = Agent("县港务局", "partner", "explicit", Quote(at, at + 4, "县港务局"), 0.9)
    act = Act(text.index(verb), len(text) - 1, text.index(verb), text.index("要求") + 2, 0.9, 0.9, (1, 0, 0))
    assert [a.name for a in assigned(text, [act], (), [body], None)[0]] == who


def test_a_body_that_only_tells_of_which_thing_another_is_does_nothing() -> None:
    assert done_by("由市财政局选定的机构建立专项账户", ("建立",), "市财政局") == [[]]


def test_a_budget_is_no_body() -> None:
    text = "所需资金列入年度部门预算"
    name = Name(6, 10, "organisation", 0.1, 0.9, 0.1, 0.9, 0.0)
    assert partners(text, (name,), REGISTER) == ()
    assert len(partners(text.replace("预算", "账户"), (name,), REGISTER)) == 1


@pytest.mark.parametrize(
    ("text", "with_it"),
    [
        ("市财政局会同审计局建立账户,拨付资金", [True, True]),
        ("市财政局联合审计局建立账户,拨付资金", [True, False]),
        ("市财政局会同审计局建立账户；拨付资金", [True, False]),
        ("市财政局支持会同审计局建立账户,拨付资金", [True, False]),
        ("市财政局会同审计局建立账户:市财政局拨付资金", [True, False]),  # who acts is named again
    ],
)
def test_with_whom_a_body_acts_holds_for_all_that_it_does(text: str, with_it: list[bool]) -> None:
    leads, other = sorted({text.index("市财政局"), text.rindex("市财政局")}), text.index("审计局")
    names = tuple(Name(at, at + 4, "organisation", 0.9, 0.0, 0.9, 0.0, 0.0) for at in leads)
    partner = Agent("审计局", "partner", "explicit", Quote(other, other + 3, "审计局"), 0.9)
    verbs = ("支持" if "支持" in text else "建立", "拨付")
    acts = [Act(text.index(v), text.index(v) + 4, text.index(v), text.index(v) + 2, 0.9, 0.9, (1, 0, 0)) for v in verbs]
    if verbs[0] == "支持":
        acts[0] = Act(4, text.index(","), 4, 6, 0.9, 0.9, (1, 0, 0))
    found = assigned(text, acts, subjects(text, names, REGISTER), (partner,), None)
    assert [partner in row for row in found] == with_it


@pytest.mark.parametrize(
    "text",
    [
        "设计方案经市财政局审核同意后,办理手续",
        "设计方案经教育与市财政局核准,办理手续",
        "到市财政局登记,办理手续",
        "符合条件的纳入市财政局统筹,办理手续",
        "补贴(按市财政局上年标准为准)予以办理",
    ],
)
def test_a_body_of_which_a_phrase_tells_does_not_act(text: str) -> None:
    assert done_by(text, ("办理",), "市财政局") == [[]]
    assert done_by("市财政局负责审核后,办理手续", ("办理",), "市财政局") == [[(FINANCE, "explicit")]]


def test_with_whom_others_help_does_not_what_they_do_next() -> None:
    text = "配合市财政局发布清单,实施改革"
    assert done_by(text, ("发布", "实施"), "市财政局") == [[(FINANCE, "explicit")], []]


def test_bodies_one_of_which_stands_in_a_bracket_are_one_subject() -> None:
    text = "镇人民政府(街道办事处)应受理申请"
    names = [
        Name(text.index(n), text.index(n) + len(n), "organisation", 0.9, 0.0, 0.9, 0.0, 0.0)
        for n in ("镇人民政府", "街道办事处")
    ]
    act = Act(13, 17, 13, 15, 0.9, 0.9, (1, 0, 0))
    who = subjects(text, names, REGISTER)
    assert [[a.name for a in row] for row in assigned(text, [act], who, (), None)] == [["镇人民政府", "街道办事处"]]


@pytest.mark.parametrize(
    ("text", "verb", "role"),
    [
        ("市财政局按各自职能配合做好相关工作", "做好", "partner"),
        ("市财政局依法协助开展调查核实工作", "协助", "partner"),
        ("市财政局按照职责,协同实施本办法", "实施", "partner"),
        ("市财政局按照职责实施本办法", "实施", "lead"),
        ("市财政局协同实施本办法", "实施", "lead"),  # all of them do it
        ("市财政局协助企业申请补贴", "协助", "lead"),  # it serves them
    ],
)
def test_who_only_helps_takes_part_and_nobody_leads(text: str, verb: str, role: str) -> None:
    lead = Name(0, 4, "organisation", 0.9, 0.0, 0.9, 0.0, 0.0)
    at = text.index(verb)
    act = Act(at, len(text), at, at + 2, 0.9, 0.9, (1, 0, 0))
    (row,) = assigned(text, [act], subjects(text, (lead,), REGISTER), (), None)
    assert [(a.name, a.role) for a in row] == [(FINANCE, role)]


def test_who_is_helped_within_an_act_leads() -> None:
    text = "及时移交并配合市财政局依法处置"
    name = Name(7, 11, "organisation", 0.9, 0.0, 0.9, 0.0, 0.0)
    act = Act(7, len(text), 13, 15, 0.9, 0.9, (1, 0, 0))
    (row,) = assigned(text, [act], subjects(text, (name,), REGISTER), (), None)
    assert [(a.name, a.role) for a in row] == [(FINANCE, "lead")]


def test_nobody_signs_for_what_another_helps_with() -> None:
    text = (
        "静安区临时救助实施细则\n一、职责分工\n区民政局负责组织实施。区教育局按职能配合做好相关工作。"
        "推进政策落实。\n上海市静安区人民政府\n2023年12月6日\n"
    )
    (helped,) = [m for m in facts_of(Text("a.txt", text)).measures if m.verb in ("做好", "配合")]
    assert [(a.name, a.role) for a in helped.agents] == [("静安区教育局", "partner")]
