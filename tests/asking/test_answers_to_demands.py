"""Demands of a text beside the measures of a report."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.asking.answers import HEADED, MOST, NEAR, answers
from kg.asking.likeness import THRESHOLD
from kg.errors import NothingFound
from kg.graph.store import Store
from kg.pipeline import facts_of
from kg.reading.text import Text

DEMANDS = """关于优化营商环境工作情况的审议意见

区人大常委会听取和审议了区政府关于优化营商环境工作情况的报告。提出如下审议意见：
一、提升政务服务水平
1.扩大“一业一证”改革覆盖面，增加行业综合许可证发放数量。
2.组建专员队伍，为中小企业提供服务。
二、加强监督管理
推进综合监管，完善信用监管机制。
建设海底隧道。
三、建立知识产权公共服务窗口
"""


@pytest.fixture(scope="module")
def store(seed: Path) -> Store:
    """A store with the seed report."""
    made = Store.in_memory()
    made.put(facts_of(Text(seed.name, seed.read_text("utf-8"))))
    return made


def test_each_numbered_item_is_lined_up(store: Store) -> None:
    found = answers(store, facts_of(Text("d.txt", DEMANDS)), "静府议")
    by_words = {demand.text: demand for demand in found.demands}
    assert [demand.line for demand in found.demands] == [5, 6, 8, 9, 10]
    for demand in found.demands:
        assert DEMANDS[demand.start : demand.end] == demand.text
        assert len(demand.answers) <= MOST
        assert [s.score for s, _ in demand.answers] == sorted((s.score for s, _ in demand.answers), reverse=True)
    (tunnel,) = (d for words, d in by_words.items() if "海底隧道" in words)
    assert tunnel.answers == ()
    (team,) = (d for words, d in by_words.items() if "专员队伍" in words)
    assert team.answers[0][1].text == "组建近300人的专员队伍"
    (window,) = (d for words, d in by_words.items() if "知识产权" in words)
    assert window.answers[0][1].text == "设立知识产权综合公共服务窗口"
    assert (found.answered(), len(found.demands)) == (4, 5)


def test_plain_sentences_are_demands_where_nothing_is_numbered(store: Store) -> None:
    found = answers(store, facts_of(Text("d.txt", "要组建专员队伍。要修建海底隧道。\n")), "静府议")
    assert [bool(demand.answers) for demand in found.demands] == [True, False]


def test_the_parts_of_a_sentence_are_demands_and_a_request_to_report_is_none(store: Store) -> None:
    text = "要组建专员队伍，提供服务；要修建海底隧道，要推进综合监管。\n请区政府在两个月内向常委会书面报告。\n"
    found = answers(store, facts_of(Text("d.txt", text)), "静府议").demands
    assert [demand.text for demand in found] == ["要组建专员队伍，提供服务；", "要修建海底隧道", "要推进综合监管。"]
    assert all(text[demand.start : demand.end] == demand.text for demand in found)


def test_one_measure_may_answer_several_demands(store: Store) -> None:
    text = "一、服务\n组建专员队伍。\n二、管理\n加强专员队伍建设。\n"
    found = answers(store, facts_of(Text("d.txt", text)), "静府议")
    assert [demand.answers[0][1].text for demand in found.demands] == ["组建近300人的专员队伍"] * 2


def test_a_section_answers_what_its_heading_says(store: Store) -> None:
    (demand,) = answers(store, facts_of(Text("d.txt", "推进“一业一证”改革。\n")), "静府议").demands
    assert demand.headed is not None
    assert demand.headed.head.text == "推进“一业一证”改革,同步推进综合监管"
    assert demand.headed.likeness.score >= HEADED
    assert demand.headed.measures[0].text == "建立发证清单定期核对机制"
    assert len(demand.headed.measures) == MOST < demand.headed.under
    assert demand.nearest is None


def test_a_measure_that_says_it_goes_before_a_heading(store: Store) -> None:
    (demand,) = answers(store, facts_of(Text("d.txt", "组建近300人的专员队伍。\n")), "静府议").demands
    assert demand.answers
    assert demand.headed is None


def test_the_nearest_measure_is_named_where_none_answers(store: Store) -> None:
    text = "关于工作的审议意见\n\n一、意见\n1.推进医疗服务改革。\n2.修建海底隧道。\n"
    found = answers(store, facts_of(Text("d.txt", text)), "静府议")
    assert [(demand.answers, demand.headed) for demand in found.demands] == [((), None)] * 2
    assert [demand.nearest is not None for demand in found.demands] == [True, False]
    assert found.demands[0].nearest is not None
    assert NEAR <= found.demands[0].nearest[0].score < THRESHOLD
    assert found.answered() == 0


@pytest.mark.parametrize(
    "words", ["加强知识产权保护，提升服务水平。", "组建专员队伍，为中小企业提供服务。", "扩大“一业一证”改革覆盖面。"]
)
def test_the_number_of_a_demand_decides_nothing(store: Store, words: str) -> None:
    def told(number: str) -> tuple[object, ...]:
        (demand,) = answers(store, facts_of(Text("d.txt", f"{number}{words}\n")), "静府议").demands
        headed = demand.headed and (demand.headed.head, demand.headed.likeness.score)
        return [(likeness.score, act.text) for likeness, act in demand.answers], headed

    bare = told("")
    assert any(bare)
    for number in ("一、", "（一）", "(三)", "1.", "3、", "（2）", "①", "第三条 ", "第三条　", "三是", "其一，"):
        assert told(number) == bare, number


def test_a_text_without_demands_and_a_report_that_is_not_there(store: Store) -> None:
    with pytest.raises(NothingFound, match=r"d\.txt"):
        answers(store, facts_of(Text("d.txt", "\n")), "静府议")
    with pytest.raises(NothingFound):
        answers(store, facts_of(Text("d.txt", DEMANDS)), "徐府")


def test_a_hand_made_list_of_demands_and_answers(root: Path, shared: Path) -> None:
    """A plan's measures as demands on the report of the next year; nothing was chosen on them. Floors as measured, less
    a pair or two: of the demands and of the single measures that answer them."""
    path = shared / "corpus/reports/096.txt"
    if not path.is_file():
        pytest.skip(f"the corpus is not at {path}")
    text = path.read_text("utf-8")
    text = text[text.index("（一）聚焦扩大内需，确保经济平稳运行") : text.index("民族、宗教、侨务")]
    lines = (root / "tests/asking/answer_pairs.tsv").read_text("utf-8").splitlines()
    listed = [line.split("\t") for line in lines if not line.startswith("#")]
    asked = "关于政府工作报告的审议意见\n\n一、意见\n" + "".join(
        f"{number}.{demand}。\n" for number, (demand, _) in enumerate(listed, 1)
    )
    with Store.in_memory() as held:
        held.put(facts_of(Text("reply.txt", text)))
        found = answers(held, facts_of(Text("d.txt", asked)), "reply").demands
    assert [demand.text.rstrip("。").partition(".")[2] for demand in found] == [demand for demand, _ in listed]
    right, wrong, missed = [0, 0], [0, 0], [0, 0]
    for demand, (_, wordings) in zip(found, listed, strict=True):
        spans = [(text.index(w), text.index(w) + len(w)) for w in wordings.split("|") if w != "-"]
        told = [[span for span in spans if act.start < span[1] and act.end > span[0]] for _, act in demand.answers]
        hit = {span for several in told for span in several}
        right[0] += bool(hit)
        wrong[0] += bool(told) and not hit
        missed[0] += bool(spans) and not hit
        right[1] += len(hit)
        wrong[1] += sum(not several for several in told)
        missed[1] += len(spans) - len(hit)
    f1 = [round(2 * r / (2 * r + w + m), 3) for r, w, m in zip(right, wrong, missed, strict=True)]
    assert f1[0] >= 0.86
    assert f1[1] >= 0.80
