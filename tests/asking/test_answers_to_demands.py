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


def test_what_speaks_of_the_demands_is_none(store: Store) -> None:
    text = (
        "9月26日，区人大常委会听取和审议了区政府的报告。会议认为，工作取得了明显成效。委员指出，还存在宣传不够等问题。"
        "会议认为，应当组建专员队伍。为此，提出以下审议意见：\n要推进综合监管。\n"
        "以上意见，请区政府认真研究处理。办理情况请于2024年3月底前报常委会。\n"
    )
    found = answers(store, facts_of(Text("d.txt", text)), "静府议").demands
    assert [demand.text for demand in found] == ["会议认为，应当组建专员队伍。", "要推进综合监管。"]


@pytest.mark.parametrize("text", ["切实整改常委会执法检查指出的问题。", "对会议指出的养老服务短板，抓紧补齐。"])
def test_to_mend_what_was_pointed_out_is_demanded(store: Store, text: str) -> None:
    found = answers(store, facts_of(Text("d.txt", f"{text}\n")), "静府议").demands
    assert [demand.text for demand in found] == [text]


def test_the_last_demand_is_one_though_a_request_to_report_stands_under_it(store: Store) -> None:
    text = "审议意见\n\n一、服务\n1.组建专员队伍。\n2.推进综合监管。\n请区政府在两个月内书面报告常委会。\n"
    found = answers(store, facts_of(Text("d.txt", text)), "静府议").demands
    assert [demand.text.removeprefix("1.").removesuffix("。") for demand in found] == ["组建专员队伍", "推进综合监管"]


@pytest.mark.parametrize(
    ("words", "heading"),
    [
        ("引导银行加大信贷支持力度，缓解中小企业融资难、融资贵问题，推进企业上市。", "多举措提升金融服务质效"),
        ("完善人才政策，吸引高层次人才，解决人才住房、子女教育等后顾之忧。", "多层级优化人才服务机制"),
        ("提升市容环境品质。", "多维度推进“十四五”规划实施"),
    ],
)
def test_a_section_of_the_same_matter_answers_what_no_measure_says(store: Store, words: str, heading: str) -> None:
    found = answers(store, facts_of(Text("d.txt", f"{words}\n")), "静府议")
    (demand,) = found.demands
    assert (found.answered(), found.by_heading(), found.by_matter()) == (1, 0, 1)
    assert demand.headed is not None
    assert demand.headed.head.text == heading
    assert not demand.headed.said
    assert demand.nearest is None
    starts = [act.start for act in demand.headed.measures]
    assert 0 < len(starts) <= MOST
    assert starts == sorted(starts)


def test_a_heading_says_what_is_demanded_where_its_section_tells_of_it_too(store: Store) -> None:
    (demand,) = answers(store, facts_of(Text("d.txt", "优化金融服务，提升金融服务水平。\n")), "静府议").demands
    assert demand.headed is not None
    assert demand.headed.said
    assert demand.headed.likeness.score < HEADED


@pytest.mark.parametrize(
    "words",
    [
        "加强食品安全监管，开展校园食堂专项整治。",
        "推进义务教育优质均衡发展，减轻学生课业负担。",
        "加快老旧小区改造，推进既有住宅加装电梯。",
        "加强外来人口管理，完善社区治理。",
        "推进数字政府建设，打破数据壁垒。",
        "降低企业用地、用能成本。",
    ],
)
def test_no_section_answers_another_matter(store: Store, words: str) -> None:
    assert answers(store, facts_of(Text("d.txt", f"{words}\n")), "静府议").answered() == 0


def test_sections_of_a_third_report(shared: Path) -> None:
    """Demands written for plans/154 before a program was run on it; nothing was chosen on them."""
    path = shared / "corpus/plans/154.txt"
    if not path.is_file():
        pytest.skip(f"the corpus is not at {path}")
    asked = {
        "引导银行支持房企并购重组项目融资": "加大项目贷款支持",
        "改善老小区的停车和电梯等配套条件": "完善配套公共设施",
        "加强食品安全监管，整治校园食堂": "",
        "推动中小学集团化办学，均衡师资": "",
        "健全家庭医生签约服务": "",
        "完善知识产权维权援助机制": "",
        "开展职业技能培训，促进高校毕业生就业": "",
        "培育专精特新企业，推进上市": "",
    }
    text = "审议意见\n\n一、意见\n" + "".join(f"{number}.{words}。\n" for number, words in enumerate(asked, 1))
    with Store.in_memory() as held:
        held.put(facts_of(Text("p.txt", path.read_text("utf-8"))))
        found = answers(held, facts_of(Text("d.txt", text)), "p.txt").demands
    assert [demand.headed.head.text if demand.headed else "" for demand in found] == list(asked.values())


def test_a_number_of_the_first_rank_stands_under_no_other(store: Store) -> None:
    text = "审议意见\n\n一、提升服务\n要组建专员队伍。\n二、推进综合监管，强化安全。\n三、推进改革，优化服务。\n"
    found = answers(store, facts_of(Text("d.txt", text)), "静府议").demands
    told = [("一", "要组建专员队伍。"), ("", "二、推进综合监管，强化安全。"), ("", "三、推进改革，优化服务。")]
    assert [(demand.number, demand.text) for demand in found] == told


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


def test_a_heading_answers_a_clause_beside_one_in_which_a_measure_was_read(store: Store) -> None:
    text = "要完善信用监管机制，加强知识产权保护。\n要建设海底隧道，加强海洋环境保护。\n"
    first, second = answers(store, facts_of(Text("d.txt", text)), "静府议").demands
    assert first.headed is not None
    assert first.headed.said
    assert first.headed.head.text == "提升知识产权保护水平"
    assert (second.answers, second.headed) == ((), None)


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
