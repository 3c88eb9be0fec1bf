"""Types of names that their last words settle, and bodies that name nobody."""

from __future__ import annotations

import pytest

from kg.extraction.names.known import with_known
from kg.extraction.names.mentions import closed, entities, entity, explanations, titles, typed_as_listed
from kg.extraction.responsibility.subjects import partners
from kg.facts import EntityType
from kg.language.parsed import Name
from kg.register import register_for


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“科创板八条”", "document"),
        ("支持南沙若干措施", "document"),
        ("全球服务商计划", "programme"),
        ("“一业一证”改革", "programme"),
    ],
)
def test_what_ends_as_a_title_is_a_document(text: str, kind: str) -> None:
    (found,) = closed(text, [Name(0, len(text), "programme", 0.8, 0.1, 0.0, 0.0, 0.5)])
    assert found.type == kind


def test_a_class_is_no_partner() -> None:
    text = "组织企业、区财政局开展培训"
    names = [
        Name(text.index(s), text.index(s) + len(s), "organisation", 0.8, 0.1, 0.1, 0.9, 0.0)
        for s in ("企业", "区财政局")
    ]
    found = partners(text, names, register_for("静安区人民政府", None))
    assert [(a.name, a.role) for a in found] == [("静安区财政局", "partner")]


@pytest.mark.parametrize(
    ("text", "taken_for", "type_"),
    [
        ("“融无限”投融资对接路演活动", "programme", "event"),
        ("企业满意度调查", "organisation", "event"),
        ("“招才引智、政策宣讲”活动", "programme", "event"),
        ("营商环境工作方案", "programme", "document"),
        ("安全生产月活动", "programme", "programme"),
        ("区行政服务中心系统", "organisation", "organisation"),
        ("跨境电商园", "place", "site"),
        ("国家中小企业公共服务示范平台", "programme", "site"),
        ("“暖蜂之家”", "programme", "site"),
        ("一揽子稳岗方案", "programme", "programme"),
        ("新兴产业园", "place", "place"),
        ("海滨大数据中心", "place", "system"),
        ("行政执法数据中心", "site", "system"),
        ("市大数据中心", "organisation", "organisation"),
    ],
)
def test_a_closing_word_tells_the_type(text: str, taken_for: EntityType, type_: EntityType) -> None:
    name = Name(0, len(text), taken_for, 0.9, 0.1, 0.0, 0.0, 0.0)
    assert [n.type for n in closed(text, [name])] == [type_]


def test_a_body_that_acts_stays_a_body() -> None:
    text = "部门协调会议"
    assert closed(text, [Name(0, len(text), "organisation", 0.9, 0.1, 0.7, 0.0, 0.0)])[0].type == "organisation"
    assert closed(text, [Name(0, len(text), "organisation", 0.9, 0.1, 0.1, 0.0, 0.0)])[0].type == "event"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("提请海滨市养老工作联席会议认定", "organisation"),
        ("定期召开海滨市养老工作联席会议", "event"),
    ],
)
def test_a_joint_conference_is_a_body_unless_it_is_held(text: str, kind: str) -> None:
    name = "海滨市养老工作联席会议"
    for taken_for in ("event", "organisation", "programme"):
        seen = named(text, text.index(name), len(name), taken_for)
        (found,) = closed(text, [seen])
        assert found.type == kind


def test_the_place_that_a_programme_of_the_state_is_for_is_part_of_its_name() -> None:
    text = "推进京津冀协同发展"
    (found,) = with_known(text, 0, len(text), [named(text, 2, 3, "place")])
    assert (text[found.start : found.end], found.type) == ("京津冀协同发展", "programme")


def test_a_title_is_one_name_and_what_stands_in_it_none() -> None:
    text = "根据《某市关于区政府优化营商环境工作情况的审议意见》,区政府印发通知"
    place, body = text.index("某市"), text.rindex("区政府")
    names = [Name(place, place + 2, "place", 0.9, 0.0, 0.0, 0.0, 0.0)]
    names.append(Name(body, body + 3, "organisation", 0.9, 0.0, 0.9, 0.0, 0.0))
    found = titles(text, 0, len(text), names)
    assert [(text[n.start : n.end], n.type) for n in found] == [
        ("《某市关于区政府优化营商环境工作情况的审议意见》", "document"),
        ("区政府", "organisation"),
    ]


def test_a_title_that_is_part_of_a_longer_name_stays_in_it() -> None:
    text = "举办《行政处罚法》培训会"
    name = Name(2, len(text), "event", 0.9, 0.0, 0.0, 0.0, 0.0)
    assert titles(text, 0, len(text), [name]) == (name,)


def named(text: str, start: int, size: int, kind: EntityType) -> Name:
    return Name(start, start + size, kind, 0.9, 0.0, 0.0, 0.0, 0.0)


def test_a_short_title_means_the_one_before_that_it_ends() -> None:
    full, long = "《某省第十五个五年规划纲要（草案）》", "《公共租赁住房管理办法》"
    text = f"编制{full}，《纲要（草案）》提出目标，落实《某市公共租赁住房管理办法》，根据{long}"
    names = [named(text, text.index(t), len(t), "document") for t in (full, "《纲要（草案）》", long)]
    names.append(named(text, text.index("《某市"), len("《某市公共租赁住房管理办法》"), "document"))
    assert explanations(text, names, register_for("国务院", None)) == {"《纲要（草案）》": full}


def test_an_event_is_called_again_by_its_tail() -> None:
    text = "开展第一次全国经济普查。历时两年的经济普查工作"
    first, last = "第一次全国经济普查", "经济普查"
    names = [named(text, text.index(first), len(first), "event"), named(text, text.rindex(last), len(last), "event")]
    assert explanations(text, names, register_for("国务院", None)) == {last: first}


def test_the_words_tell_programmes_of_the_state_and_congresses_of_the_party() -> None:
    text = "贯彻党的二十大和二十届二中全会精神，西电东送工程、西气东输投产"
    cut = named(text, text.index("西气东"), 3, "programme")
    found = with_known(text, 0, len(text), [cut])
    assert [(text[n.start : n.end], n.type) for n in found] == [
        ("党的二十大", "event"),
        ("西电东送工程", "programme"),
        ("西气东输", "programme"),
    ]


@pytest.mark.parametrize(
    ("text", "whole", "parts"),
    [
        ("贯彻二十届二中、三中全会精神", "二十届二中、三中全会", ("二十届二中", "三中全会")),
        ("落实省委九届四次、五次全会部署", "省委九届四次、五次全会", ("省委", "五次全会")),
        ("学习党的二十届三中全会精神", None, ("党的二十届三中全会",)),
    ],
)
def test_plenums_that_are_named_together_are_one_row(text: str, whole: str | None, parts: tuple[str, ...]) -> None:
    names = [named(text, text.index(t), len(t), "organisation" if t == "省委" else "event") for t in parts]
    found = with_known(text, 0, len(text), names)
    assert [(text[n.start : n.end], n.type) for n in found] == [(whole or parts[0], "event")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("落实中央《关于制定规划的建议》", "中国共产党中央委员会"),
        ("根据中央部署推进改革", "中国共产党中央委员会"),
        ("中央和地方共同负担", "中央"),
    ],
)
def test_the_centre_that_decides_is_the_party_s(text: str, name: str) -> None:
    assert entity(text, named(text, text.index("中央"), 2, "organisation"), register_for("国务院", None)).name == name


def test_the_standing_committee_of_a_congress_named_before_it() -> None:
    register = register_for("平湖市人民政府", None)
    for text, name in (
        ("市人大及其常务委员会", "平湖市人大常委会"),
        ("认真落实人大及其常委会决议", "平湖市人大常委会"),
    ):
        at = text.index("常")
        found = entity(text, named(text, at, text.index("会", at) + 1 - at, "organisation"), register)
        assert found.name == register.body_name(name).name == "平湖市人民代表大会常务委员会"
    assert entity("由常务委员会决定", named("由常务委员会决定", 1, 5, "organisation"), register).name == "常务委员会"


def test_the_standing_committee_is_a_name_where_its_congress_stands_before_it() -> None:
    text = "接受市人大及其常委会监督"
    assert [text[n.start : n.end] for n in with_known(text, 0, len(text), ())] == ["常委会"]
    at = text.index("常")
    doubted = Name(at, at + 3, "organisation", 0.1, 0.8, 0.0, 0.0, 0.0)
    (seen,) = with_known(text, 0, len(text), (doubted,))
    assert seen.thing > doubted.thing
    assert with_known("提请常委会审议", 0, 7, ()) == ()


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("推进健康中国建设", "健康中国", "programme"),
        ("实施健康中国行动", "健康中国行动", "programme"),
        ("严格遵守宪法和法律", "宪法", "document"),
        ("严格依照宪法法律履职", "宪法", "document"),
        ("维护宪法权威", "宪法", "document"),
        ("按公司法要求完成改制", "公司法", "document"),
        ("依据税收征收管理法追缴税款", "税收征收管理法", "document"),
        ("贯彻义务教育法", "义务教育法", "document"),
        ("贯彻中华人民共和国预算法", "中华人民共和国预算法", "document"),
        ("变更公司法人、宣传预算法治", "", ""),
        ("办理人大代表建议30件", "人大", "organisation"),
        ("听取市人大代表意见", "市人大", "organisation"),
        ("推进宪法宣誓、召开市人大代表大会", "", ""),
        ("服务和融入全国统一大市场，扩大开放", "全国统一大市场", "programme"),
        ("兜牢“三保”底线", "“三保”", "programme"),
        ("推进西部大开发战略", "西部大开发战略", "programme"),
    ],
)
def test_programmes_the_constitution_and_whose_deputies_are_known(text: str, name: str, kind: str) -> None:
    found = with_known(text, 0, len(text), ())
    assert [(text[n.start : n.end], n.type) for n in found] == ([(name, kind)] if name else [])


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("制定人才引进计划", "人才引进计划", "document"),
        ("编制年度投资计划", "年度投资计划", "document"),
        ("实施人才引进计划", "人才引进计划", "programme"),
    ],
)
def test_a_plan_that_is_drawn_up_is_a_document(text: str, name: str, kind: str) -> None:
    (found,) = closed(text, [named(text, text.index(name), len(name), "programme")])
    assert found.type == kind


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("支持符合“白名单”条件的楼盘", "“白名单”", "programme"),
        ("对列入“白名单”的楼盘应贷尽贷", "“白名单”", "programme"),
        ("将楼盘纳入“白名单”", "“白名单”", "document"),
    ],
)
def test_a_list_is_the_scheme_under_which_it_is_kept_where_that_is_meant(text: str, name: str, kind: str) -> None:
    (found,) = closed(text, [named(text, text.index(name), len(name), "document")])
    assert found.type == kind


@pytest.mark.parametrize(("surely", "read"), [(0.8, ["图书馆", "文化馆"]), (0.5, ["图书馆"])])
def test_a_doubtful_name_in_a_list_is_read_beside_a_sure_one(surely: float, read: list[str]) -> None:
    text = "建成图书馆、文化馆，改造体育馆"
    chances = {"图书馆": surely, "文化馆": 0.25, "体育馆": 0.25}
    names = [Name(text.index(n), text.index(n) + len(n), "site", c, 0.0, 0.0, 0.0, 0.5) for n, c in chances.items()]
    found = entities(text, names, register_for("静安区人民政府", None))
    assert [e.text for e in found] == read


@pytest.mark.parametrize(
    ("text", "linked", "read"),
    [
        ("发挥文化站作用", 0.9, ["文化站"]),
        ("发挥文化站作用", 0.6, []),
        ("发挥新场景作用", 0.9, []),
    ],
)
def test_a_definite_class_of_sites_that_an_act_refers_to_is_read(text: str, linked: float, read: list[str]) -> None:
    found = entities(text, [Name(2, 5, "site", 0.2, 0.7, 0.0, 0.0, linked)], register_for("静安区人民政府", None))
    assert [e.text for e in found] == read


@pytest.mark.parametrize(
    ("text", "second", "kind"),
    [
        ("盘活电商园及物流园一期", "物流园一期", "site"),
        ("盘活电商园及滨江大道", "滨江大道", "place"),
        ("盘活电商园，带动物流园一期", "物流园一期", "place"),
    ],
)
def test_a_place_beside_a_site_is_one_where_it_may_be(text: str, second: str, kind: str) -> None:
    at = text.index(second)
    names = [
        Name(2, 5, "site", 0.9, 0.0, 0.0, 0.0, 0.9),
        Name(at, at + len(second), "place", 0.9, 0.0, 0.0, 0.0, 0.9),
    ]
    assert [n.type for n in typed_as_listed(text, names)] == ["site", kind]


@pytest.mark.parametrize(
    ("text", "body", "office"),
    [
        ("市防汛指挥部下设办公室,负责日常工作", "市防汛指挥部", {"办公室": "市防汛指挥部办公室"}),
        ("领导小组下设办公室,负责日常工作", "领导小组", {}),
        ("市防汛指挥部负责日常工作", "市防汛指挥部", {}),
    ],
)
def test_the_office_of_the_one_body_that_has_one_is_that_bodys(text: str, body: str, office: dict[str, str]) -> None:
    names = [Name(0, len(body), "organisation", 0.9, 0.0, 0.9, 0.0, 0.0)]
    assert explanations(text, names, register_for("武汉市人民政府", None)) == office


@pytest.mark.parametrize(
    ("text", "name", "kind", "thing", "read"),
    [
        ("在中心城区购房", "中心城区", "place", 0.05, True),
        ("经费由区财政安排", "区财政", "organisation", 0.0, True),
        ("发挥财政作用", "财政", "organisation", 0.0, False),
        ("贯彻预算法", "预算法", "document", 0.05, True),
        ("制定管理办法", "管理办法", "document", 0.05, False),
        ("办好民生实事", "民生实事", "programme", 0.2, True),
        ("坚持“五个统筹”", "“五个统筹”", "programme", 0.2, True),
        ("坚持“五个统筹”", "“五个统筹”", "programme", 0.1, False),
        ("坚持“勇挑大梁”", "“勇挑大梁”", "programme", 0.2, False),
        ("坚持“五个统筹”要求", "“五个统筹”要求", "programme", 0.2, False),
    ],
)
def test_what_sums_up_or_stands_once_in_each_place_is_definite(
    text: str, name: str, kind: EntityType, thing: float, read: bool
) -> None:
    at = text.index(name)
    found = entities(
        text, [Name(at, at + len(name), kind, thing, 0.75, 0.0, 0.0, 0.5)], register_for("静安区人民政府", None)
    )
    assert [e.text for e in found] == [name] * read
    assert not any(e.generic for e in found)


@pytest.mark.parametrize(
    ("name", "thing", "linked", "read"),
    [
        ("邓小平理论", 0.5, 0.05, False),
        ("邓小平理论", 0.5, 0.3, True),
        ("邓小平理论", 0.7, 0.05, True),
        ("“好邻居”", 0.5, 0.05, True),
    ],
)
def test_a_doubtful_programme_that_no_act_refers_to_is_none(name: str, thing: float, linked: float, read: bool) -> None:
    names = [Name(2, 2 + len(name), "programme", thing, 0.1, 0.0, 0.0, linked)]
    found = entities(f"坚持{name}", names, register_for("静安区人民政府", None))
    assert [e.text for e in found] == [name] * read
