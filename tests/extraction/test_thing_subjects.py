"""Acts whose subject is the title of a plan or rule, or a site."""

from __future__ import annotations

import pytest

from kg.extraction.thing_subjects import done_by_site, told_by_title
from kg.facts import Entity, EntityType, Sentence
from kg.language import split_clauses
from kg.language.parsed import Act, Name, Parsed

Things = dict[tuple[int, int], Entity]


def sentence(text: str, verbs: tuple[str, ...], names: dict[str, EntityType]) -> tuple[Parsed, list[Act], Things]:
    """A parsed sentence, its acts and the things that its names stand for."""
    at = [text.index(verb) for verb in verbs]
    acts = [
        Act(a, b, a, a + len(v), 0.9, 0.9, (0.8, 0.1, 0.1))
        for v, a, b in zip(verbs, at, [*at[1:], len(text)], strict=True)
    ]
    seen = [Name(text.index(n), text.index(n) + len(n), kind, 0.9, 0.0, 0.0, 0.0, 0.2) for n, kind in names.items()]
    things = {
        (n.start, n.end): Entity(n.type, text[n.start : n.end], n.start, n.end, text[n.start : n.end]) for n in seen
    }
    return Parsed(Sentence(0, len(text), text, None, 0), (), split_clauses(text), (), (), tuple(seen)), acts, things


def told(text: str, verbs: tuple[str, ...], names: dict[str, EntityType]) -> list[str]:
    """The predicates of the acts that a title tells, and nothing else."""
    parsed, acts, things = sentence(text, verbs, names)
    found = list(told_by_title(text, parsed, acts, things))
    assert {(r.type, r.relation) for _, r in found} <= {("document", "basedOn")}
    assert all(text[r.quote.start : r.quote.end] == r.name in names for _, r in found)
    return [verbs[place] for place, _ in found]


def done(text: str, verbs: tuple[str, ...], names: dict[str, EntityType]) -> list[str]:
    """The predicates of the acts that a site shall do, the first one marked."""
    parsed, acts, things = sentence(text, verbs, names)
    found = list(done_by_site(text, parsed, acts, things))
    assert {(r.type, r.relation) for _, r, _ in found} <= {("site", "deliveredAt")}
    return [verbs[place] + "!" * first for place, _, first in found]


@pytest.mark.parametrize(
    ("opening", "title"),
    [
        ("", "《发展规划》"),
        ("（二）", "《发展规划纲要（草案）》"),
        ("1.", "《管理办法》"),
        ("一、", "《发展规划纲要草案》"),
    ],
)
def test_a_title_that_heads_its_sentence_is_of_each_act(opening: str, title: str) -> None:
    text = f"{opening}{title}提出发展目标，谋划重大项目；改革管理体制。"
    assert told(text, ("提出", "谋划", "改革"), {title: "document"}) == ["提出", "谋划", "改革"]


@pytest.mark.parametrize(
    "text",
    [
        "根据《发展规划》，提出发展目标",  # rests on it
        "《发展规划》等文件提出目标",  # one of several
        "《发展规划》、《办法》提出目标",
        "《发展规划》部署的任务提出完成时限",  # tells which tasks
        "《发展规划》印发后，提出具体目标",  # what something is done to
        "《大河故事》提出新思路",  # no plan
    ],
)
def test_others_tell_nothing(text: str) -> None:
    title = text[text.index("《") : text.index("》") + 1]
    assert told(text, ("提出",), {title: "document"}) == []


@pytest.mark.parametrize(("name", "kind"), [("市政府", "organisation"), ("《管理办法》", "document")])
def test_behind_another_subject_it_tells_nothing_more(name: str, kind: EntityType) -> None:
    text = f"《发展规划》提出目标，{name}谋划项目，改革体制"
    assert told(text, ("提出", "谋划", "改革"), {"《发展规划》": "document", name: kind}) == ["提出"]


def test_a_body_inside_of_a_clause_is_no_other_subject() -> None:
    text = "《发展规划》提出支持市属企业的目标，谋划项目"
    assert told(text, ("提出", "谋划"), {"《发展规划》": "document", "市属企业": "organisation"}) == ["提出", "谋划"]


def test_what_a_site_shall_do_is_done_there() -> None:
    text = "服务窗口每天要设置公示牌，明示办事流程；市政府加强督查。"
    assert done(text, ("设置", "明示", "加强"), {"服务窗口": "site"}) == ["设置!", "明示"]


@pytest.mark.parametrize(
    "text",
    [
        "到服务窗口应提交材料，办理登记",  # heads no clause
        "服务窗口人员应核对材料，办理登记",  # of whom something is told
        "服务窗口正式启用，办理登记",  # nothing that it shall do
    ],
)
def test_other_sites_do_nothing(text: str) -> None:
    assert done(text, ("办理",), {"服务窗口": "site"}) == []


def test_behind_another_body_a_site_does_nothing_more() -> None:
    text = "服务窗口可设置公示牌，市税务局办理退税"
    assert done(text, ("设置", "办理"), {"服务窗口": "site", "市税务局": "organisation"}) == ["设置!"]
