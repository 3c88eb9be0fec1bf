"""Zones, parks, laboratories and companies right before what they do themselves."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.extraction.acts.openings import past_subject
from kg.extraction.responsibility.placed import placed, with_topics
from kg.extraction.responsibility.subjects import governing, subjects
from kg.extraction.workers import of_kind, works
from kg.facts import EntityType, Sentence
from kg.language import split_clauses
from kg.language.parsed import Act, Name, Parsed
from kg.language.tagger import tag
from kg.register import register_for

REGISTER = register_for("福建省人民政府", None)


def parsed(text: str, *names: tuple[str, EntityType]) -> Parsed:
    found = tuple(Name(text.index(n), text.index(n) + len(n), kind, 0.9, 0.0, 0.1, 0.0, 0.0) for n, kind in names)
    return Parsed(Sentence(0, len(text), text, None, 0), tag(text).tokens, split_clauses(text), (), (), found)


def act(text: str, verb: str, end: str, start: str | None = None) -> Act:
    at = text.index(verb)
    opens = at if start is None else text.index(start)
    return Act(opens, text.index(end, at) + len(end), at, at + len(verb), 0.9, 0.9, (1, 0, 0))


@pytest.mark.parametrize(
    ("text", "name", "kind", "verb", "end", "itself"),
    [
        ("某湾示范区新推出制度创新成果7项", "某湾示范区", "place", "推出", "7项", True),
        ("完善布局,某湾实验室成功研发新药", "某湾实验室", "organisation", "研发", "新药", True),
        ("某湾经济圈要加快产业协同发展", "某湾经济圈", "place", "加快", "发展", True),
        ("某湾经济圈在招商、营销等领域建立常态化机制", "某湾经济圈", "place", "建立", "机制", True),
        ("某湾综保区与某江港合作实施监管改革", "某湾综保区", "place", "实施", "改革", True),
        ("某湾种子管理站抽检样品85个", "某湾种子管理站", "site", "抽检", "85个", True),
        ("某湾执法大队查处案件18起", "某湾执法大队", "organisation", "查处", "18起", True),
        ("某湾集团（筹）设立教育咨询公司", "某湾集团（筹）", "organisation", "设立", "公司", True),
        ("某湾产业园启动建设、签约项目7个", "某湾产业园", "place", "启动", "7个", False),  # it is built
        ("某湾示范区建设深入推进", "某湾示范区", "place", "推进", "推进", False),
        ("某湾示范区新增企业7家", "某湾示范区", "place", "新增", "7家", False),
        ("支持某湾示范区推出创新成果", "某湾示范区", "place", "推出", "成果", False),  # made to act
        ("某湾示范区政策制定机制推出创新成果", "某湾示范区", "place", "推出", "成果", False),  # the mechanism does
        ("某湾大桥推出观光线路7条", "某湾大桥", "place", "推出", "7条", False),
        ("中心城区建设道路7条", "中心城区", "place", "建设", "7条", False),
    ],
)
def test_who_does_an_act_right_behind_its_name(
    text: str, name: str, kind: EntityType, verb: str, end: str, itself: bool
) -> None:
    one = parsed(text, (name, kind))
    done = act(text, verb, end)
    assert works(text, one.tokens, one.names[0], done) is itself
    if name == "某湾大桥" or not itself:
        return
    said = subjects(text, placed(text, one, [done], one.names, REGISTER), REGISTER)
    assert [a.name for s in said for a in s.agents] == [REGISTER.body_name(name).name]


def test_the_span_of_its_act_begins_at_the_predicate() -> None:
    text = "某湾示范区新推出制度创新成果7项"
    one = parsed(text, ("某湾示范区", "place"))
    assert past_subject(text, one, act(text, "推出", "7项", "某湾")).start == text.index("推出")
    grown = text.replace("推出", "新增")
    assert past_subject(grown, parsed(grown, ("某湾示范区", "place")), act(grown, "新增", "7项", "某湾")).start == 0


def test_it_governs_up_to_a_clause_that_opens_with_another_name() -> None:
    text = "某湾示范区推出成果7项,开展试点,某江大桥建成通车,新增企业7家"
    one = parsed(text, ("某湾示范区", "place"), ("某江大桥", "place"))
    acts = [act(text, "推出", "7项"), act(text, "开展", "试点"), act(text, "新增", "7家")]
    said = with_topics(one, subjects(text, placed(text, one, acts, one.names, REGISTER), REGISTER))
    assert [governing(text, a, said) is not None for a in acts] == [True, True, False]
    bare = replace(one, names=one.names[:1])
    alone = with_topics(bare, subjects(text, placed(text, bare, acts, bare.names, REGISTER), REGISTER))
    assert governing(text, acts[2], alone) is not None


@pytest.mark.parametrize(("text", "single"), [("某湾高新区", True), ("各高新区", False), ("国家级高新区", False)])
def test_classes_of_zones_are_no_single_one(text: str, single: bool) -> None:
    assert of_kind(text) is single
