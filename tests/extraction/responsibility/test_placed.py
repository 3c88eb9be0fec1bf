"""Places and bodies that stand right before what they do, and those made to act besides the first one."""

from __future__ import annotations

import pytest

from kg.extraction.responsibility.assigning import assigned
from kg.extraction.responsibility.placed import allied, placed, pushed, with_pushed
from kg.extraction.responsibility.subjects import partners, subjects
from kg.facts import EntityType, Sentence
from kg.language import split_clauses
from kg.language.parsed import Act, Name, Parsed
from kg.language.tagger import tag
from kg.register import register_for

REGISTER = register_for("福建省人民政府", None)


def parsed(text: str, names: dict[str, float], kind: EntityType) -> Parsed:
    """A sentence with these names of one type, which the reader takes for partners with these chances."""
    found, at = [], 0
    for name, partner in names.items():
        at = text.index(name, at)
        found.append(Name(at, at + len(name), kind, 0.9, 0.0, 0.1, partner, 0.0))
        at += len(name)
    sentence = Sentence(0, len(text), text, None, 0)
    return Parsed(sentence, tag(text).tokens, split_clauses(text), (), (), tuple(found))


def acts_of(text: str, spans: tuple[tuple[str, str], ...]) -> list[Act]:
    """Acts given by their predicate and their last characters."""
    found, at = [], 0
    for verb, last in spans:
        verb_at = text.index(verb, at)
        at = text.index(last, verb_at) + len(last)
        found.append(Act(verb_at, at, verb_at, verb_at + len(verb), 0.9, 0.9, (1, 0, 0)))
    return found


def who(
    text: str, spans: tuple[tuple[str, str], ...], names: dict[str, float], kind: EntityType = "place"
) -> list[list[tuple[str, str]]]:
    one, acts = parsed(text, names, kind), acts_of(text, spans)
    said = subjects(text, placed(text, one, acts, one.names, REGISTER), REGISTER)
    beside = partners(text, pushed(text, one, acts, one.names), REGISTER)
    found = assigned(text, acts, said, beside, None)
    return [[(a.name, a.role) for a in row] for row in with_pushed(text, one, acts, said, found)]


XIAMEN, NINGDE, SANMING = "厦门市人民政府", "宁德市人民政府", "三明市人民政府"


def test_places_that_open_a_clause_right_before_a_predicate_are_its_subjects() -> None:
    text = "完善公园,厦门、宁德建设绿道,推进治理"
    spans = (("建设", "绿道"),)
    assert who(text, spans, {"厦门": 0.0, "宁德": 0.0}) == [[(XIAMEN, "lead"), (NINGDE, "lead")]]
    assert who(text.replace("厦门", "在厦门"), spans, {"厦门": 0.0, "宁德": 0.0}) == [[]]
    assert who(text.replace("宁德建设", "宁德大力建设"), spans, {"厦门": 0.0, "宁德": 0.0})[0][1] == (NINGDE, "lead")
    assert who("全省建设绿道", spans, {"全省": 0.0}) == [[]]


@pytest.mark.parametrize(
    ("text", "spans", "expected"),
    [
        ("厦门入选试点城市,新增企业3家", (("入选", "城市"), ("新增", "企业")), [[(XIAMEN, "lead")], []]),
        ("厦门入选试点城市,获评示范市", (("入选", "城市"), ("获评", "示范市")), [[(XIAMEN, "lead")]] * 2),
        ("厦门建设试点城市,新增企业3家", (("建设", "城市"), ("新增", "企业")), [[(XIAMEN, "lead")]] * 2),
    ],
)
def test_a_place_that_is_honoured_does_not_what_follows(
    text: str, spans: tuple[tuple[str, str], ...], expected: list[list[tuple[str, str]]]
) -> None:
    assert who(text, spans, {"厦门": 0.0}) == expected


def test_who_acts_behind_one_that_is_made_to_act_is_made_to_act() -> None:
    text = "支持厦门打造示范基地,宁德打造产业基地,推进都市圈发展"
    spans = (("支持", "示范基地"), ("打造", "产业基地"), ("推进", "发展"))
    assert who(text, spans, {"厦门": 0.9, "宁德": 0.0}) == [[(XIAMEN, "partner")], [(NINGDE, "partner")], []]
    alone = text.replace("支持厦门打造", "出资在厦门打造")
    assert who(alone, (("打造", "示范基地"), *spans[1:]), {"厦门": 0.0, "宁德": 0.0})[1] == [(NINGDE, "lead")]


def test_those_made_to_act_stand_side_by_side() -> None:
    text = "支持厦门打造示范基地、宁德建设产业基地"
    assert who(text, (("支持", "产业基地"),), {"厦门": 0.9, "宁德": 0.0}) == [
        [(XIAMEN, "partner"), (NINGDE, "partner")]
    ]
    text = "支持三明、宁德打造产业基地"
    assert who(text, (("支持", "产业基地"),), {"三明": 0.55, "宁德": 0.9}) == [
        [(SANMING, "partner"), (NINGDE, "partner")]
    ]
    assert who("支持厦门打造基地", (("支持", "基地"),), {"厦门": 0.0}) == [[(XIAMEN, "partner")]]
    assert who("支持厦门申遗", (("支持", "申遗"),), {"厦门": 0.0}) == [[]]


def test_what_somebody_becomes_is_not_made_to_act() -> None:
    text = "支持甲州学院更名甲州大学"
    assert who(text, (("支持", "大学"),), {"甲州学院": 0.9, "甲州大学": 0.9}, "organisation") == [
        [("甲州学院", "partner")]
    ]


def test_a_body_right_behind_another_with_which_it_acts_is_a_partner() -> None:
    text = "厦门市财政局联合厦门市教育局检查学校"
    first, second = "厦门市财政局", "厦门市教育局"
    names = [Name(text.index(n), text.index(n) + 6, "organisation", 0.9, 0.0, 0.9, 0.0, 0.0) for n in (first, second)]
    assert [n.lead > n.partner for n in allied(text, names)] == [True, False]
    assert [n.lead > n.partner for n in allied(text.replace("联合", "、  "), names)] == [True, True]


@pytest.mark.parametrize("text", ["支持厦门符合条件的企业申报专项资金", "支持厦门优质企业上市"])
def test_a_place_that_tells_where_enterprises_are_is_not_made_to_act(text: str) -> None:
    assert who(text, (("支持", text[-2:]),), {"厦门": 0.9}) == [[]]
    assert who("支持厦门组织企业参展", (("支持", "参展"),), {"厦门": 0.9}) == [[(XIAMEN, "partner")]]


@pytest.mark.parametrize("text", ["支持厦门、宁德等地的算力中心提供服务", "支持厦门、宁德的算力中心提供服务"])
def test_places_whose_centres_are_supported_are_not_made_to_act(text: str) -> None:
    names = {"厦门": 0.9, "宁德": 0.9}
    assert who(text, (("支持", "服务"),), names) == [[]]
    both = [(XIAMEN, "partner"), (NINGDE, "partner")]
    assert who(text.replace("的算力中心", ""), (("支持", "服务"),), names) == [both]


def moved(text: str, verb: str, names: dict[str, tuple[float, float]]) -> tuple[list[str], list[str]]:
    """Whom an act that goes to the end of a text has for subjects and for partners; the reader's chances are given."""
    found = tuple(
        Name(text.index(n), text.index(n) + len(n), "organisation", 0.9, 0.0, lead, partner, 0.0)
        for n, (lead, partner) in names.items()
    )
    at = text.index(verb)
    acts = [Act(at, len(text), at, at + len(verb), 0.9, 0.9, (1, 0, 0))]
    one = Parsed(Sentence(0, len(text), text, None, 0), tag(text).tokens, split_clauses(text), (), (), found)
    said = subjects(text, placed(text, one, acts, found, REGISTER), REGISTER)
    beside = partners(text, pushed(text, one, acts, found), REGISTER)
    return [a.name for s in said for a in s.agents], [a.name for a in beside]


def test_a_body_right_behind_what_makes_it_act_is_no_subject() -> None:
    courts = {"各级执法机关": (0.8, 0.2)}
    assert moved("推动各级执法机关规范执法", "推动", courts) == ([], ["各级执法机关"])
    assert moved("推动、监督各级执法机关规范执法", "推动", courts) == ([], ["各级执法机关"])
    assert moved("推动落实由各级执法机关规范执法", "推动", courts) == (["各级执法机关"], [])


def test_a_body_that_only_tells_whose_something_is_is_not_moved() -> None:
    two = {"各级执法机关": (0.1, 0.7), "各镇政府": (0.1, 0.7)}
    assert moved("推动各级执法机关和各镇政府的系统互联互通", "推动", two) == ([], [])
    assert moved("推动各级执法机关和各镇政府建设系统", "推动", two) == ([], ["各级执法机关", "各镇政府"])


def test_what_somebody_answers_for_names_no_partner() -> None:
    one = {"各级执法机关": (0.1, 0.7)}
    assert moved("负责各级执法机关的人员审核", "负责", one) == ([], [])
    assert moved("负责会同各级执法机关开展检查", "负责", one) == ([], ["各级执法机关"])


def test_who_stands_beside_one_that_is_told_takes_no_part() -> None:
    two = {"省财政厅": (0.0, 0.8), "省教育厅": (0.0, 0.8)}
    assert moved("将结果报省财政厅、省教育厅", "报", two)[1] == []
    assert moved("将结果报相关省财政厅、省教育厅", "报", two)[1] == []
    assert moved("将结果告知省财政厅、省教育厅", "告知", two)[1] == []
    assert len(moved("组织省财政厅、省教育厅检查", "组织", two)[1]) == 2


def test_a_place_takes_no_part_where_others_that_are_there_act() -> None:
    for text in ("支持厦门各金融机构开展试点", "支持厦门辖区金融机构开展试点"):
        assert who(text, (("支持", "试点"),), {"厦门": 0.9}) == [[]]
    assert who("支持厦门开展试点", (("支持", "试点"),), {"厦门": 0.9}) == [[(XIAMEN, "partner")]]


@pytest.mark.parametrize("joint", ["、", "和"])
def test_those_side_by_side_right_behind_the_predicate_are_all_made_to_act(joint: str) -> None:
    text = f"支持厦门、宁德{joint}三明打造重要节点城市"
    spans = (("支持", "城市"),)
    seen = {"厦门": 0.2, "宁德": 0.2, "三明": 0.2}
    assert who(text, spans, seen) == [[(XIAMEN, "partner"), (NINGDE, "partner"), (SANMING, "partner")]]
    assert who(text.replace("打造", "的"), spans, seen) == [[]]


def test_a_bay_area_is_helped_as_a_whole() -> None:
    assert who("支持某某大湾区打造城市群", (("支持", "城市群"),), {"某某大湾区": 0.2}) == [[]]


@pytest.mark.parametrize(
    ("text", "names", "does"),
    [
        ("完善布局,某桥街道引入服务机构", ("某桥街道",), ["某桥街道"]),
        ("各镇探索新模式,其中某桥镇引入服务机构", ("某桥镇",), ["某桥镇"]),
        ("某桥镇、某塘镇将于2024年6月底前引入服务机构", ("某桥镇", "某塘镇"), ["某桥镇", "某塘镇"]),
        ("某桥镇、某塘镇等6个单位引入服务机构", ("某桥镇", "某塘镇"), ["某桥镇", "某塘镇"]),
        ("水乡古镇引入服务机构", ("水乡古镇",), []),
        ("建制镇引入服务机构", ("建制镇",), []),
        ("各镇引入服务机构", ("各镇",), []),
    ],
)
def test_towns_and_streets_right_before_a_predicate_are_its_subjects(
    text: str, names: tuple[str, ...], does: list[str]
) -> None:
    found = who(text, (("引入", "机构"),), dict.fromkeys(names, 0.0))
    assert [name for name, _ in found[0]] == does


def test_those_in_a_row_with_one_that_acts_together_with_another_are_partners() -> None:
    text = "省财政厅联合省教育厅、省民政厅检查学校"
    names = []
    for body in ("省财政厅", "省教育厅", "省民政厅"):
        names.append(Name(text.index(body), text.index(body) + 4, "organisation", 0.9, 0.0, 0.9, 0.1, 0.0))
    assert [n.lead > n.partner for n in allied(text, names)] == [True, False, False]
    unseen = allied(text, [names[0], names[2]])
    assert [n.lead > n.partner for n in unseen] == [True, False]


def test_who_works_together_with_another_does_what_follows() -> None:
    text = "某桥街道与某江医院合作,开设门诊"
    one, acts = parsed(text, {"某桥街道": 0.0, "某江医院": 0.0}, "organisation"), acts_of(text, (("开设", "门诊"),))
    found = placed(text, one, acts, one.names, REGISTER)
    assert [(n.lead >= 0.5, n.partner >= 0.5) for n in found] == [(True, False), (False, True)]


@pytest.mark.parametrize(
    ("text", "does"),
    [
        ("改革经验被省财政厅集中向全省推广", ["福建省财政厅"]),
        ("改革经验被省财政厅肯定,推广做法", []),
    ],
)
def test_who_stands_behind_a_passive_word_does_it(text: str, does: list[str]) -> None:
    found = who(text, (("推广", text[-1]),), {"省财政厅": 0.0}, "organisation")
    assert [name for name, _ in found[0]] == does
