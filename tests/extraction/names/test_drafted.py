"""Documents that an act draws up and no title names."""

from __future__ import annotations

import pytest

from kg.extraction.names.drafted import with_drafted
from kg.facts import EntityType, Sentence
from kg.language import find_quantities, split_clauses
from kg.language.parsed import Act, Name, Parsed


def drafted(span: str, verb: str, *seen: tuple[str, EntityType, float], before: str = "各部门要") -> list[str]:
    """The documents of a sentence of one act, of which the reader saw these names with these chances."""
    text = f"{before}{span}。"
    at = text.index(verb)
    act = Act(at, at + len(span), at, at + len(verb), 0.9, 0.9, (0.8, 0.1, 0.1))
    names = [Name(text.index(n), text.index(n) + len(n), k, c, 0.0, 0.0, 0.0, 0.0) for n, k, c in seen]
    sentence = Sentence(0, len(text), text, None, 0)
    parsed = Parsed(sentence, (), split_clauses(text), find_quantities(text), (), tuple(names), (act,))
    found = with_drafted(text, parsed, names)
    assert [n.start for n in found] == sorted(n.start for n in found)
    return [text[n.start : n.end] for n in found if n.thing > 0.5 and n.linked > 0.5]


@pytest.mark.parametrize(
    ("span", "verb", "name"),
    [
        ("制定河道治理工作方案", "制定", "河道治理工作方案"),
        ("制定完善河道保洁管理办法", "制定", "河道保洁管理办法"),
        ("编制、维护河道档案目录", "编制", "河道档案目录"),
        ("出台切实可行的河道保洁标准", "出台", "河道保洁标准"),
        ("编制30个行政村河道整治规划", "编制", "行政村河道整治规划"),
        ("形成河道治理总结报告等", "形成", "河道治理总结报告"),
        ("制定在线河道监测方案", "制定", "在线河道监测方案"),
        ("研究制定河道保洁标准", "研究", "河道保洁标准"),
        ("推动出台支持养殖若干措施", "推动", "支持养殖若干措施"),
        ("出台赛事审批取消后的服务管理办法", "出台", "赛事审批取消后的服务管理办法"),
        ("制定引导渔民上岸的具体办法", "制定", "引导渔民上岸的具体办法"),
        ("制定水泵等设备的预防性维修计划", "制定", "预防性维修计划"),
        ("制定经县政府批准的河道治理方案", "制定", "河道治理方案"),
        ("发布全县统一的河道事项目录", "发布", "河道事项目录"),
        ("制定或调整完善后的河道奖补实施办法", "制定", "河道奖补实施办法"),
        ("出台进一步促进渔业投资发展的措施", "出台", "进一步促进渔业投资发展的措施"),
        ("出台优化营商环境实施意见", "出台", "优化营商环境实施意见"),
        ("公布河道治理方案、整改措施及治理结果", "公布", "河道治理方案"),
        ("指导各乡镇研究制定河道巡查实施方案", "指导", "河道巡查实施方案"),
        ("落实河道治理工作方案", "落实", "河道治理工作方案"),
        ("优化调整片区更新方案", "优化", "片区更新方案"),
        ("建立健全聘任兼职教师的办法", "建立", "聘任兼职教师的办法"),
        ("纳入流域治理规划", "纳入", "流域治理规划"),
        ("纳入详细规划", "纳入", "详细规划"),
        ("列入重点监控名单", "列入", "重点监控名单"),
    ],
)
def test_what_an_act_draws_up_is_a_document(span: str, verb: str, name: str) -> None:
    assert drafted(span, verb) == [name]


@pytest.mark.parametrize(
    ("span", "verb"),
    [
        ("制定具体实施方案", "制定"),  # tells nothing but the kind
        ("形成明确意见", "形成"),
        ("制定国家标准", "制定"),
        ("推动形成文明行为规范", "推动"),  # what comes of it
        ("研究整治河道管理办法", "研究"),
        ("纳入治理范围", "纳入"),
        ("制定相应的工作方案", "制定"),
        ("出台切实有效的措施", "出台"),
        ("出台促进渔业投资发展的政策", "出台"),  # a programme
        ("制定本行动计划", "制定"),  # the text itself
        ("制定管理规定和标准", "制定"),  # several, of which nothing is told
        ("制定水利、交通等专业规划", "制定"),  # told by examples
        ("形成可复制的措施和方案", "形成"),  # one of them no document
        ("制定指南予以规定", "制定"),  # the ruling is none
        ("制定一系列河道专项规划", "制定"),
        ("督促船东制定安全措施和工作方案", "督促"),  # tells nothing but the kind
        ("落实编制深度规定、执行强制性标准、符合消防安全性情况", "落实"),
        ("执行河道管理规定", "执行"),  # a rule that stands
        ("落实化债方案", "落实"),  # tells little, and is not drawn up
        ("承担制定河道方案和监督执行的职责", "承担"),
        ("出台适合各乡镇自身特点的实施细则", "出台"),  # what it is like
        ("出台的河道管理规定", "出台"),  # tells which
        ("制定河道治理目标", "制定"),  # no document
        ("制定《河道治理工作方案》", "制定"),  # has a title
    ],
)
def test_other_objects_are_none(span: str, verb: str) -> None:
    assert drafted(span, verb) == []


@pytest.mark.parametrize(
    ("span", "verb", "names"),
    [
        ("制定河道管理规定和保洁标准", "制定", ["河道管理规定", "保洁标准"]),
        ("编制河道整治规划以及年度计划", "编制", ["河道整治规划"]),
        ("制定河道监管清单、保洁标准、巡查规程", "制定", ["河道监管清单", "保洁标准", "巡查规程"]),
        ("制定详细的河道巡查细则和工作指引", "制定", ["河道巡查细则"]),
        ("制定河道保洁标准或者巡查规程", "制定", ["河道保洁标准", "巡查规程"]),
        ("制定河道整治规划及其实施方案", "制定", []),
        ("制定专家库和保洁管理办法", "制定", ["专家库和保洁管理办法"]),
    ],
)
def test_each_document_of_a_list_is_one(span: str, verb: str, names: list[str]) -> None:
    assert drafted(span, verb) == names


def test_names_inside_the_document_have_no_row_of_their_own() -> None:
    assert drafted("编制河道监测平台建设标准", "编制", ("河道监测平台", "system", 0.9)) == ["河道监测平台建设标准"]


def test_where_the_reader_sees_the_document_begin_it_begins() -> None:
    assert drafted("制定街道河道治理方案", "制定", ("河道治理方案", "document", 0.1)) == ["河道治理方案"]


def test_what_it_is_about_stays_where_the_reader_sees_the_last_words_alone() -> None:
    span = "制定清理整顿团体的具体实施办法"
    assert drafted(span, "制定", ("具体实施办法", "document", 0.9)) == ["清理整顿团体的具体实施办法"]


def test_quotes_in_front_of_what_the_reader_sees_are_part_of_the_name() -> None:
    span, seen = "公布“免申即享”“即申即享”实施细则", "“即申即享”实施细则"
    assert drafted(span, "公布", (seen, "document", 0.9)) == ["“免申即享”“即申即享”实施细则"]


def test_a_name_that_reaches_over_an_edge_stays() -> None:
    assert drafted("制定河道治理方案", "制定", ("各部门要制定河道", "organisation", 0.9)) == []


@pytest.mark.parametrize(
    ("span", "verb", "names"),
    [
        ("河道保洁标准由市水利局制定", "制定", ["河道保洁标准"]),
        ("河道管理的奖励办法，由市水利局、财政局另行研究制定", "研究", ["奖励办法"]),
        ("各条款实施细则由责任单位制定", "制定", []),
        ("具体实施细则由市水利局制定", "制定", []),
        ("河道保洁标准由市水利局解释", "解释", []),
    ],
)
def test_what_stands_before_the_body_that_draws_it_up_is_a_document(span: str, verb: str, names: list[str]) -> None:
    assert drafted(span, verb, before="除上述规定外，") == names


def test_a_programme_into_which_an_act_puts_something_stays_one() -> None:
    assert drafted("纳入流域治理计划", "纳入", ("流域治理计划", "programme", 0.9)) == []
