"""Schools, enterprises, persons, places: who of them is meant as acting or as taking part."""

from __future__ import annotations

import pytest

from kg.extraction.responsibility.assigning import assigned, still_meant
from kg.extraction.responsibility.subjects import Subject, partners, private, subjects
from kg.facts import Agent, Quote, Sentence
from kg.language.parsed import Act, Name
from tests.extraction.responsibility.test_subjects import FINANCE, REGISTER, done_by, led


@pytest.mark.parametrize(
    ("body", "next_one", "meant"),
    [
        ("民办学校", "完善扶持政策体系。", False),
        ("民办学校", "具体办法另行制订。", False),
        ("民办学校", "要建立专项账户。", True),
        ("民办学校", "切实做好安全防护。", True),
        ("民办学校", "以安全为前提,做好教学安排。", True),
        ("民办学校", "对优秀教师做好奖励。", False),
        ("市财政局", "完善扶持政策体系。", True),
        ("市渔政支队", "完善市渔政支队设施。", False),
        ("市渔政支队", "完善渔港设施。", True),
        ("市渔政支队", "完善由市渔政支队管理的设施。", True),
        ("各有关单位", "完善扶持政策体系。", True),
        ("质量监督机构", "完善扶持政策体系。", True),
        ("鉴定机构", "完善扶持政策体系。", False),
        ("医疗机构", "对新入院患者进行检测,具体办法另行制订。", True),
        ("民营医疗机构", "对新入院患者进行检测,具体办法另行制订。", False),
    ],
)
def test_schools_and_enterprises_are_meant_only_where_it_is_said_what_they_must(
    body: str, next_one: str, meant: bool
) -> None:
    text = f"{body}按规定登记。{next_one}"
    subject = Subject(0, len(body), (Agent(body, "lead", "explicit", Quote(0, len(body), body), 0.9),))
    start = text.index("。") + 1
    verb = next((v for v in ("完善", "建立", "做好") if v in next_one), None)
    at = text.index(verb or "制订", start)
    act = Act(at, len(text) - 1, at, at + 2, 0.9, 0.9, (1, 0, 0))
    assert still_meant(text, subject, Sentence(start, len(text), next_one, None, 0), [act]) == meant


@pytest.mark.parametrize(
    ("text", "body", "meant"),
    [
        ("民办学校参加评审", "民办学校", False),
        ("民办学校教师参加评审", "民办学校", True),
        ("市财政局人员参加评审", "市财政局", False),
    ],
)
def test_who_belongs_to_a_school_is_a_citizen(text: str, body: str, meant: bool) -> None:
    name = Name(0, len(body), "organisation", 0.9, 0.0, 0.9, 0.0, 0.0)
    (subject,) = subjects(text, [name], REGISTER)
    assert private(text, subject) == meant


def test_enterprises_encourage_nobody() -> None:
    acts = ("参加", "鼓励")
    assert done_by("企业自愿参加,鼓励其他企业加入", acts, "企业") == [[("企业", "explicit")], []]
    assert done_by("市财政局自愿参加,鼓励其他企业加入", acts, "市财政局") == [[(FINANCE, "explicit")]] * 2


def test_what_sums_up_a_list_of_bodies_stands_beside_them() -> None:
    both = {"市财政局": 0.9, "市商务局": 0.9, "有关部门": 0.9}
    named = [[FINANCE, "武汉市商务局", "有关部门"]]
    assert led("市财政局、市商务局等有关部门拨付资金", both) == named
    assert led("市财政局、市商务局特别是基层的有关部门拨付资金", both) == named
    assert led("住建、市财政局等有关部门拨付资金", {"市财政局": 0.9, "有关部门": 0.9})[-1] == ["有关部门"]


def test_a_place_where_the_public_is_served_does_what_is_said_of_it() -> None:
    text = "区办幼儿园应公布计划,鼓励区办幼儿园公布计划"
    names = [Name(0, 5, "site", 0.9, 0.0, 0.9, 0.0, 0.0), Name(13, 18, "site", 0.9, 0.0, 0.0, 0.9, 0.0)]
    assert [[a.name for a in s.agents] for s in subjects(text, names, REGISTER)] == [["区办幼儿园"]]
    assert partners(text, names, REGISTER) == ()


def test_what_a_person_does_is_not_what_the_body_before_does() -> None:
    text = "市财政局签订合同,权利人按期迁出,办理登记,予以公告"
    body = Name(0, 4, "organisation", 0.9, 0.0, 0.9, 0.0, 0.0)
    person = Name(9, 12, "organisation", 0.0, 0.9, 0.9, 0.0, 0.0)
    who = subjects(text, [body], REGISTER, [person])
    assert [s.person for s in who] == [False, True]
    verbs = ("签订", "迁出", "予以")
    acts = [Act(text.index(v), text.index(v) + 4, text.index(v), text.index(v) + 2, 0.9, 0.9, (1, 0, 0)) for v in verbs]
    assert [[a.name for a in row] for row in assigned(text, acts, who, (), None)] == [[FINANCE], ["权利人"], []]


def test_a_wall_does_nothing() -> None:
    text = "文化墙应展示村史"
    assert subjects(text, [Name(0, 3, "site", 0.9, 0.0, 0.9, 0.0, 0.0)], REGISTER) == ()


@pytest.mark.parametrize(
    ("text", "acts", "who"),
    [
        ("市财政局配合县公安局开展检查", ("开展",), [["县公安局", "武汉市财政局~"]]),
        ("市财政局配合县公安局", ("配合",), [["县公安局", "武汉市财政局~"]]),
        ("配合县公安局开展检查", ("开展",), [["县公安局", "武汉市人民政府~"]]),
        ("市财政局会商县公安局开展检查", ("开展",), [["县公安局"]]),
    ],
)
def test_who_helps_is_the_partner_of_whom_he_helps(text: str, acts: tuple[str, ...], who: list[list[str]]) -> None:
    bodies = [b for b in ("市财政局", "县公安局") if b in text]
    names = [Name(text.index(b), text.index(b) + 4, "organisation", 0.9, 0.0, 0.9, 0.0, 0.0) for b in bodies]
    found = [Act(text.index(v), len(text), text.index(v), text.index(v) + 2, 0.9, 0.9, (1, 0, 0)) for v in acts]
    issuers = (Agent("武汉市人民政府", "lead", "issuer", None, 0.8),)
    rows = assigned(text, found, subjects(text, names, REGISTER), (), None, False, issuers)
    assert [[a.name + ("~" if a.role == "partner" else "") for a in row] for row in rows] == who


def test_where_tasks_are_given_the_nearest_subject_is_meant_before_an_older_one() -> None:
    text = "市财政局拨付补助资金；发放补助要建立台账"
    old = Subject(0, 0, (Agent("武汉市教育局", "lead", "explicit", Quote(0, 0, ""), 0.9),))
    name = Name(0, 4, "organisation", 0.9, 0.0, 0.9, 0.0, 0.0)
    at = text.index("建立")
    act = Act(at, len(text), at, at + 2, 0.9, 0.9, (1, 0, 0))
    for orders, who in ((True, FINANCE), (False, "武汉市教育局")):
        (row,) = assigned(text, [act], subjects(text, [name], REGISTER), (), old, orders)
        assert [(a.name, a.basis) for a in row] == [(who, "inherited")]


@pytest.mark.parametrize(
    ("name", "is_so"),
    [("粮食收储企业", True), ("原购买企业", True), ("国有企业", False), ("市属企业", False), ("乡镇企业", False)],
)
def test_what_classes_of_enterprises_do_is_no_measure_but_for_those_of_the_state(name: str, is_so: bool) -> None:
    assert (
        private(name, Subject(0, len(name), (Agent(name, "lead", "explicit", Quote(0, len(name), name), 0.9),)))
        == is_so
    )


def test_of_whom_something_is_only_told_is_no_subject() -> None:
    for text, who in (("龙头企业突出辐射带动,建设产业园", []), ("龙头企业建设产业园", ["龙头企业"])):
        name = Name(0, 4, "organisation", 0.9, 0.0, 0.9, 0.0, 0.0)
        assert [a.name for s in subjects(text, [name], REGISTER) for a in s.agents] == who
