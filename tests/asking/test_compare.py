"""Two reports side by side: invented ones, one with itself, and a hand-made list of pairs of two real ones."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

import pytest

from kg.asking.acts import Act, Count, acts
from kg.asking.compare import Comparison, Row, compare, rows
from kg.asking.likeness import JOINED, THRESHOLD, Scale
from kg.errors import NothingFound, UsageMistake
from kg.graph.store import Store
from kg.pipeline import facts_of
from kg.reading.text import Text
from tests.asking.measures import act

FIRST = """静安区人民政府关于2023年政务服务工作情况的报告

静府报〔2023〕5号

区人大常委会：

一、工作情况
区市场监管局设立“办不成事”反映窗口，受理企业诉求57件。区民政局建设社区食堂12家。推进“一业一证”改革，发放行业综合许可证2048张。举办消防安全演练。
二、下一步工作
将组建中小企业服务专员队伍。将建设青年人才公寓。

静安区人民政府
2023年11月5日
"""
SECOND = """静安区人民政府关于2024年政务服务工作情况的报告

静府报〔2024〕6号

区人大常委会：

一、工作情况
区市场监管局完善“办不成事”反映窗口，受理企业诉求63件。区商务委建设社区食堂20家。推进“一业一证”改革，发放行业综合许可证3000张。组建中小企业服务专员队伍。推出“随申办”平台。

静安区人民政府
2024年11月6日
"""


@pytest.fixture(scope="module")
def two() -> Iterator[Store]:
    """A store with the reports of two years."""
    with Store.in_memory() as store:
        store.put(facts_of(Text("y2023.txt", FIRST)))
        store.put(facts_of(Text("y2024.txt", SECOND)))
        yield store


@pytest.fixture(scope="module")
def compared(two: Store) -> Comparison:
    """The later year beside the earlier."""
    return compare(two, "2023", "静府报〔2024〕6号")


def measures(found: tuple[Row, ...]) -> list[str]:
    """The wording of the first report, else of the second."""
    return [act.text for row in found if (act := row.first or row.second)]


def test_what_became_of_each_measure(compared: Comparison) -> None:
    (fulfilled,) = compared.of("fulfilled")
    assert fulfilled.first is not None
    assert fulfilled.second is not None
    assert (fulfilled.first.status, fulfilled.second.status) == ("planned", "done")
    assert fulfilled.second.text == "组建中小企业服务专员队伍"
    assert fulfilled.second.sentence == "组建中小企业服务专员队伍。"
    assert "受理企业诉求57件" in measures(compared.of("continued"))
    assert measures(compared.of("dropped")) == ["举办消防安全演练"]
    assert measures(compared.of("new")) == ["推出“随申办”平台"]
    (unanswered,) = compared.of("unanswered")
    assert unanswered.first is not None
    assert unanswered.first.sentence == "将建设青年人才公寓。"
    assert unanswered.second is None


def test_outcomes_change_where_thing_and_unit_agree(compared: Comparison) -> None:
    changes = {row.first.text: row.changes for row in compared.of("continued") if row.first}
    (change,) = changes["发放行业综合许可证2048张"]
    assert (change.before.text, change.after.text, change.unit) == ("2048张", "3000张", "张")
    assert (change.difference, change.percent) == (Decimal(952), Decimal("46.5"))
    assert changes["推进“一业一证”改革"] == ()


def test_responsibility_that_moved(compared: Comparison) -> None:
    (moved,) = compared.moved()
    assert moved.first is not None
    assert moved.second is not None
    assert (moved.first.leads, moved.second.leads) == (("静安区民政局",), ("静安区商务委员会",))


@pytest.mark.parametrize(
    ("before", "after", "moved"),
    [
        (("民政局",), ("教育局",), True),
        (("民政局",), ("民政局", "教育局"), False),
        (("民政局", "教育局"), ("教育局",), False),
        (("工商行政管理局",), ("市场监督管理局",), False),
        (("工商行政管理局",), ("商务局",), True),
        ((), ("商务局",), False),
    ],
)
def test_what_is_a_move(compared: Comparison, before: tuple[str, ...], after: tuple[str, ...], moved: bool) -> None:
    act = next(row.first for row in compared.of("continued") if row.first)
    cities = replace(act, leads=("大连市人民政府",)), replace(act, leads=("鞍山市人民政府",))
    assert not rows([cities[0]], [cities[1]], "辽宁省", "辽宁省")[0].moved, "another city is chosen"
    one, other = (replace(act, leads=tuple("静安区" + n for n in names)) for names in (before, after))
    (row,) = rows([one], [other], "静安区", "静安区")
    assert row.moved is moved


def test_the_same_bureau_of_two_districts_is_no_move(two: Store) -> None:
    with Store.in_memory() as store:
        store.put(facts_of(Text("one.txt", FIRST)))
        store.put(facts_of(Text("two.txt", FIRST.replace("静安区", "黄浦区").replace("静府", "黄府"))))
        found = compare(store, "静府报", "黄府报")
    assert len(found.of("both")) == len(found.rows)
    leads = [(row.first.leads, row.second.leads) for row in found.rows if row.first and row.second]
    assert (("静安区民政局",), ("黄浦区民政局",)) in leads
    assert found.moved() == ()
    assert (found.went, found.came) == ((), ())


def test_programmes_that_came_and_stayed(compared: Comparison) -> None:
    assert [thing.name for thing in compared.came if "随申办" in thing.name]
    assert not [thing.name for thing in (*compared.came, *compared.went) if "一业一证" in thing.name]


@pytest.mark.parametrize("name", ["y2023", "seed"])
def test_a_report_is_continued_by_itself(two: Store, seed: Path, name: str) -> None:
    with Store.in_memory() as store:
        store.put(facts_of(Text("seed.txt", seed.read_text("utf-8")) if name == "seed" else Text("y2023.txt", FIRST)))
        found = compare(store, name, name)
    assert found.rows
    assert {row.kind for row in found.rows} == {"continued"}
    assert all(row.first == row.second for row in found.rows)
    assert {row.likeness.score for row in found.rows if row.likeness} == {1.0}
    assert {change.difference for row in found.rows for change in row.changes} <= {Decimal(0)}
    assert (found.moved(), found.went, found.came) == ((), (), ())


def test_no_plan_of_a_text_is_fulfilled_by_the_text_itself() -> None:
    text = "一、工作情况\n建设社区食堂12家。\n二、下一步工作\n将建设社区食堂12家。\n"
    with Store.in_memory() as store:
        store.put(facts_of(Text("one.txt", f"关于食堂工作情况的报告\n\n{text}")))
        found = compare(store, "one.txt", "one.txt")
    assert [row.first and row.first.status for row in found.rows] == ["done", "planned"]
    assert {row.kind for row in found.rows} == {"continued"}
    assert all(row.first == row.second for row in found.rows)


def test_names_that_fit_none_or_several(two: Store) -> None:
    with pytest.raises(NothingFound, match="静府报〔2023〕5号"):
        compare(two, "2023", "徐府")
    with pytest.raises(UsageMistake, match="静府报〔2024〕6号"):
        compare(two, "政务服务", "2023")
    with pytest.raises(NothingFound):
        compare(two, "", "2023")


def test_the_likest_are_paired_first_and_what_is_left_over_joins_them() -> None:
    first = [act(0, "建设社区食堂", "建设"), act(9, "建设社区食堂网点", "建设")]
    second = [act(0, "新建社区食堂网点", "新建"), act(20, "新建社区食堂", "新建")]
    found = [(row.first, row.second, row.joined) for row in rows(first, second)]
    assert found == [(first[0], second[1], False), (first[1], second[0], False)]
    found = [(row.first, row.second, row.joined) for row in rows(first[:1], second)]
    assert found == [(first[0], second[1], False), (first[0], second[0], True)]
    found = [(row.first, row.second, row.joined) for row in rows(first, second[1:])]
    assert found == [(first[0], second[1], False), (first[1], second[1], True)]
    assert all(row.likeness and row.likeness.score >= JOINED for row in rows(first, second[1:]))


def test_the_reasons_are_words_and_not_pieces_of_them() -> None:
    first = [act(0, "落实党的二十大和二十届三中全会精神", "落实"), act(30, "完善政务服务和数据平台", "完善")]
    second = [act(0, "学习党的二十大和二十届历次全会精神", "学习"), act(30, "优化政务服务与数据平台", "优化")]
    found = [row.likeness.shared for row in rows(first, second) if row.likeness]
    assert found == [("全会精神", "二十大", "二十届"), ("政务服务", "数据平台")]


def test_rare_words_count_more_than_common_ones() -> None:
    first = [act(i * 10, f"推进{name}建设", "推进") for i, name in enumerate(("隧道", "食堂", "公园", "码头"))]
    second = [act(0, "加快码头建设", "加快"), act(10, "加快水库建设", "加快")]
    found = {row.second.text: row for row in rows(first, second) if row.second}
    assert found["加快码头建设"].first == first[3]
    assert found["加快水库建设"].kind == "new"


def test_a_promise_has_the_first_claim() -> None:
    first = [act(0, "办好廊洽会", "办好"), act(9, "办好廊洽会", "办好", status="planned")]
    second = [act(0, "办好廊洽会", "办好", status="planned")]
    found = [(row.kind, row.first, row.joined) for row in rows(first, second)]
    assert found == [("continued", first[0], True), ("continued", first[1], False)]


def test_a_measure_without_words_of_its_own_joins_none() -> None:
    sentence = "对龙头企业给予奖励，奖励不超过25万元。"
    counts = (Count("25万元", Decimal(250000), "元", "", ""),)
    one, other = (act(i, "超过25万元", "超过", action="", sentence=sentence, counts=counts) for i in (20, 40))
    assert [row.kind for row in rows([one], [one, other])] == ["continued", "new"]


def test_a_first_word_that_is_no_known_verb_tells_the_matter() -> None:
    counts = (Count("174吨", Decimal(174), "吨", "总产量", ""),)
    tea = act(0, "茶叶总产量174吨", "茶叶", action="", counts=counts)
    cane = act(0, "甘蔗总产量174吨", "甘蔗", action="", counts=counts)
    assert dict(Scale([tea], [cane]).likeness(0, 0).parts)["words"] < 0.7


def test_wordings_that_share_few_characters_are_near_by_their_company() -> None:
    first = [
        act(0, "扩大普惠托育供给", "扩大"),
        act(20, "治理黑臭水体", "治理"),
        act(40, "减轻中小学生课业负担", "减轻"),
    ]
    second = [act(0, "增加婴幼儿照护服务", "增加"), act(20, "建设货运码头", "建设")]
    scale = Scale(first, second)
    near = [dict(scale.likeness(i, 0).parts)["meaning"] for i in range(3)]
    assert near[0] > 0.3
    assert near[0] > 3 * max(near[1:])


def test_measures_that_stand_beside_pairs_are_likelier_pairs() -> None:
    beside = [("修建环湖公路", "修建"), ("疏浚运河航道", "疏浚")]
    first = [act(i * 20, text, verb) for i, (text, verb) in enumerate([beside[0], ("举办活动", "举办"), beside[1]])]
    second = [act(i * 20, text, verb) for i, (text, verb) in enumerate([beside[0], ("开展活动", "开展"), beside[1]])]
    apart = [second[0], second[2], *(act(100 + i, f"种植{c}树", "种植") for i, c in enumerate("松柏杨")), second[1]]
    scores = [Scale(first, second).scores[1, 1], Scale(first, apart).scores[1, 5]]
    assert scores[0] > scores[1] + 0.1


def test_shares_change_by_points_and_nothing_grows_by_percent_from_none() -> None:
    def counted(value: str, unit: str) -> dict[str, object]:
        return {"counts": (Count(value + unit, Decimal(value), unit, "企业", ""),)}

    for before, after, unit, percent in (("5", "6", "%", None), ("0", "6", "家", None), ("4", "3", "家", "-25.0")):
        one = act(0, f"增加企业{before}{unit}", "增加", **counted(before, unit))
        (row,) = rows([one], [act(0, f"增加企业{after}{unit}", "增加", **counted(after, unit))])
        (change,) = row.changes
        assert change.difference == Decimal(after) - Decimal(before)
        assert change.percent == (None if percent is None else Decimal(percent))
    other = act(0, "增加企业7人", "增加", **counted("7", "人"))
    assert rows([one], [other])[0].changes == ()


def test_without_issuers_a_name_without_a_place_is_no_other_body(compared: Comparison) -> None:
    made = next(row.first for row in compared.of("continued") if row.first)
    one, other = replace(made, leads=("宿州市税务局",)), replace(made, leads=("市税务局",))
    assert not rows([one], [other])[0].moved
    assert rows([one], [replace(made, leads=("市民政局",))])[0].moved


@pytest.mark.parametrize("text", ["", "2048", "😀", "将", "……，“”", "a", "\u0000"])
def test_measures_that_say_next_to_nothing(text: str) -> None:
    one = act(0, text, "")
    assert [row.kind for row in rows([one], [one])] == ["continued"]
    assert rows([], []) == ()
    assert [row.kind for row in rows([], [one])] == ["new"]


def test_the_order_of_measures_of_one_score_decides_and_nothing_else(compared: Comparison, two: Store) -> None:
    assert compare(two, "2023", "静府报〔2024〕6号") == compared
    known = [act(i, text, "建设") for i, text in enumerate(("建设食堂", "建设食堂", "建设公园", "建设公园和食堂"))]
    shuffled = list(known)
    random.Random(7).shuffle(shuffled)
    pairs = {(r.first.text, r.second.text) for r in rows(shuffled, known) if r.first and r.second}
    assert pairs == {(a.text, a.text) for a in known}


HEBEI = (
    ("040", "重点做好八方面工作", "各位代表！面对新形势新任务"),
    ("083", "重点做好六个方面工作", "各位代表，踏上新征程"),
)
HENAN = (
    ("041", "重点抓好十个方面的工作", "（五）更大力度推动以人为本"),
    ("084", "重点做好十个方面工作", "（五）着力推动城乡区域协调发展"),
)
STATE = (
    ("024", "着重抓好以下几个方面工作", "（八）推进新型城镇化和区域协调发展"),
    ("025", "四、2026年政府工作任务", "（七）推动新型城镇化和区域协调发展"),
)
SHAANXI = (
    ("051", "重点做好以下9项工作", "各位代表！谋划好“十五五”"),
    ("096", "今年要重点做好9个方面工作", "各位代表！做好今年和“十五五”工作"),
)

SHANXI = (
    ("034", "（四）聚焦推动城乡融合发展", "三、全面提升政府治理效能"),
    ("076", "（七）着力促进城乡融合发展", "四、全面加强政府自身建设"),
)


@pytest.mark.parametrize(
    ("listing", "documents", "sizes", "unread", "f1", "precision"),
    [
        ("compare_pairs", HEBEI, (111, 65), 46, 0.90, 0.90),
        ("compare_pairs_unseen", HENAN, (38, 29), 7, 0.81, 0.82),
        ("compare_pairs_state", STATE, (141, 24), 75, 0.93, 0.95),
        ("compare_pairs_blind", SHAANXI, (173, 41), 58, 0.84, 0.87),
        ("compare_pairs_fourth", SHANXI, (87, 29), 27, 0.88, 0.92),
    ],
)
def test_hand_made_pairs_of_two_years_work_reports(
    root: Path,
    shared: Path,
    listing: str,
    documents: tuple[tuple[str, str, str], ...],
    sizes: tuple[int, int],
    unread: int,
    f1: float,
    precision: float,
) -> None:
    """Weights and threshold were chosen on the first three lists; on the last two nothing was: F1 .84 and .89, together
    .86. Floors: what is reached, less a pair or two.

    Only pairs count whose measures the reader finds in both reports.
    """
    tally = _tally(root / f"tests/asking/{listing}.tsv", shared, documents)
    assert (tally.pairs, tally.none) == sizes
    assert tally.unread <= unread
    assert tally.f1() >= f1
    assert tally.precision() >= precision
    assert (THRESHOLD, JOINED) == (0.35, 0.45)


@dataclass
class Tally:
    """Rows of a list with and without a pair, those whose measures are not read, and what became of the others."""

    pairs: int
    none: int
    unread: int = 0
    right: int = 0
    wrong: int = 0
    missed: int = 0

    def f1(self) -> float:
        return 2 * self.right / (2 * self.right + self.wrong + self.missed)

    def precision(self) -> float:
        return self.right / (self.right + self.wrong)


def _tally(listing: Path, shared: Path, documents: tuple[tuple[str, str, str], ...]) -> Tally:
    (first, first_text), (second, second_text) = (
        _part(shared / f"corpus/reports/{name}.txt", begin, end) for name, begin, end in documents
    )
    rows = [line.split("\t") for line in listing.read_text("utf-8").splitlines() if not line.startswith("#")]
    pairs = Scale(first, second).pairs()
    none = sum(b == "-" for _, b in rows)
    tally = Tally(len(rows) - none, none)
    for a, b in rows:
        ones = _at(first, first_text, a)
        others = {i for wording in b.split("|") if b != "-" for i in _at(second, second_text, wording)}
        if not ones or (b != "-" and not others):
            tally.unread += 1
            continue
        told = {pair.second for pair in pairs if pair.first in ones}
        tally.right += bool(told & others)
        tally.wrong += bool(told) and not told & others
        tally.missed += b != "-" and not told & others
    return tally


def _part(path: Path, begin: str, end: str) -> tuple[tuple[Act, ...], str]:
    if not path.is_file():
        pytest.skip(f"the corpus is not at {path}")
    characters = path.read_text("utf-8")
    start = characters.index(begin)
    text = characters[start : characters.index(end, start)]
    with Store.in_memory() as store:
        store.put(facts_of(Text(path.name, text)))
        return acts(store, store.reports()[0]), text


def _at(known: tuple[Act, ...], text: str, wording: str) -> list[int]:
    start = text.index(wording)
    return [i for i, a in enumerate(known) if a.start < start + len(wording) and a.end > start]
