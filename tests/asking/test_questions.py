"""Each named question on the invented report, answers worked out by hand; and every way to ask wrongly."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest

from kg.asking.asked import answered, understood
from kg.asking.questions import ask, question, questions
from kg.asking.results import rows
from kg.asking.stats import stats
from kg.facts import Field, Quote
from kg.graph.store import Store
from kg.pipeline import facts_of
from kg.reading.text import Text
from tests.support import EXAMPLE_TEXT, example_facts

MARKET, TAX, COUNTY = "江川县市场监督管理局", "江川县税务局", "江川县人民政府"
CENTRE, WINDOW = "江川县政务服务中心", "江川县“企业开办”专窗"
SET_UP, HANDLED, AREAS = "设立“企业开办”专窗", "受理2048件办件", "设置3个自助服务区"
ISSUED, BUILT = "印发《江川县帮办工作方案》", "建立“帮办代办”制度😀,惠及企业近300家,满意度达到99.50%"
TRAINED, ADDED = "组织各部门开展培训", "新增办理面积1.5万平方米"


def answer(store: Store, name: str, *columns: str, **parameters: str) -> list[tuple[str, ...]]:
    """The named columns of an answer."""
    found = rows(ask(store, name, parameters))
    at = [found.columns.index(c) for c in columns]
    return [tuple(cells[i] for i in at) for cells in found.cells]


def test_who_leads_what(example: Store) -> None:
    assert answer(example, "who-leads-what", "leadBody", "measure", "basis") == [
        (MARKET, SET_UP, "explicit"),
        (MARKET, HANDLED, "inherited"),
        (CENTRE, AREAS, "explicit"),
        (COUNTY, ISSUED, "issuer"),
        (COUNTY, BUILT, "issuer"),
        (COUNTY, TRAINED, "issuer"),
        (COUNTY, ADDED, "issuer"),
    ]


def test_a_body_is_known_by_its_other_names(example: Store) -> None:
    assert answer(example, "who-leads-what", "measure", body="县市场监管局") == [(SET_UP,), (HANDLED,)]


def test_partners(example: Store) -> None:
    assert answer(example, "partners", "partnerBody", "measure") == [
        (TAX, SET_UP),
        (TAX, HANDLED),
        ("各部门", TRAINED),
    ]


@pytest.mark.parametrize("site", ["企业开办", "“企业开办”专窗", '"企业开办" 专窗', "《企业开办》"])
def test_at_site_whatever_the_quotes(example: Store, site: str) -> None:
    assert answer(example, "at-site", "siteName", "measure", site=site) == [(WINDOW, SET_UP), (WINDOW, HANDLED)]


def test_programme_outcomes(example: Store) -> None:
    found = answer(example, "programme-outcomes", "measure", "outcome", "asOf", programme="帮办代办")
    assert found == [(BUILT, "99.50%", ""), (BUILT, "近300家", "")]


def test_measures_without_a_named_body(example: Store) -> None:
    """The training names who takes part, and not who leads."""
    assert answer(example, "no-named-body", "measure") == [(ISSUED,), (BUILT,), (TRAINED,), (ADDED,)]


def test_outcomes_without_a_date(example: Store) -> None:
    """The figure of a plan is a target, and not asked for."""
    assert answer(example, "no-date", "outcome") == [("3个",), ("近300家",), ("99.50%",)]


def test_what_a_document_led_to(example: Store) -> None:
    found = answer(example, "from-document", "relation", "measure", document="江川县帮办工作方案")
    assert found == [("issues", ISSUED), ("basedOn", BUILT)]


@pytest.mark.parametrize(("day", "expected"), [("2024-10-31", [("2048件",)]), ("2024-10-30", []), ("", [("2048件",)])])
def test_numbers_as_of_a_day(example: Store, day: str, expected: list[tuple[str, ...]]) -> None:
    assert answer(example, "numbers-as-of", "outcome", day=day) == expected


def test_systems_and_who_uses_them(example: Store) -> None:
    assert answer(example, "systems", "systemName", "leadBody", "measure") == [("“一窗通”系统", MARKET, SET_UP)]


def test_a_section_holds_what_its_subsections_say(example: Store) -> None:
    whole = answer(example, "in-section", "heading", "measure", section="优化窗口服务")
    assert whole == [("设立专门窗口", m) for m in (SET_UP, HANDLED, AREAS)]
    assert whole == answer(example, "in-section", "heading", "measure", section="设立专门窗口")


def test_evidence_gives_the_sentence_and_its_place(example: Store) -> None:
    ((sentence, start, end),) = answer(example, "evidence", "sentence", "start", "end", text="受理2048件")
    assert sentence.startswith("县市场监管局会同县税务局")
    assert example_facts().characters[int(start) : int(end)] == HANDLED


def test_planned(example: Store) -> None:
    assert answer(example, "planned", "measure") == [(ADDED,)]


def test_measures_by_status_of_all_and_of_one_body(example: Store) -> None:
    assert answer(example, "measures-of-status", "status", "measure", "basis", state="ongoing, planned") == [
        ("planned", ADDED, "issuer")
    ]
    assert len(answer(example, "measures-of-status", "measure")) == 7
    assert answer(example, "measures-of-body", "measure", body="县市场监管局", state="done") == [(SET_UP,), (HANDLED,)]
    assert answer(example, "measures-of-body", "measure", body="县市场监管局", state="ongoing,planned") == []


def test_measures_of_a_body_in_a_year_and_how_the_year_is_known(example: Store) -> None:
    columns = ("measure", "inYear", "yearFrom")
    assert answer(example, "measures-of-body", *columns, body=MARKET, year="2024") == [
        (SET_UP, "2024", "issued"),
        (HANDLED, "2024", "outcome"),
    ]
    assert answer(example, "measures-of-body", *columns, body=MARKET, year="2023") == []


def test_measures_of_a_body_are_those_too_in_which_it_is_a_partner(example: Store) -> None:
    for year in ("", "2024"):
        given = {"body": "江川县税务局", "year": year}
        assert answer(example, "measures-of-body", "measure", "role", **given) == [
            (SET_UP, "partner"),
            (HANDLED, "partner"),
        ]
        assert answer(example, "measures-of-body", "measure", part="lead", **given) == []
    planned = {"body": "江川县税务局", "state": "planned"}
    assert answer(example, "measures-of-body", "measure", part="partner", **planned) == []


def test_what_a_work_report_tells_as_done_belongs_to_the_year_before() -> None:
    facts = example_facts()
    assert facts.header.title is not None
    title = dataclasses.replace(facts.header.title, value="2025年江川县政府工作报告")
    with Store.in_memory() as store:
        store.put(dataclasses.replace(facts, header=dataclasses.replace(facts.header, title=title)))
        done = answer(store, "measures-of-body", "measure", "yearFrom", year="2024")
        assert (SET_UP, "title") in done
        assert (ADDED, "title") not in done
        assert answer(store, "measures-of-body", "measure", "status", year="2025") == [(ADDED, "planned")]


@pytest.mark.parametrize(
    ("title", "done", "planned"),
    [
        ("江川县2024年度工作总结和2025年工作计划", "2024", "2025"),
        ("江川县2024年法治工作情况暨2025年工作要点的报告", "2024", "2025"),
        ("江川县2024年工作报告", "2024", "2024"),
    ],
)
def test_what_a_summary_and_plan_tells_as_done_belongs_to_the_first_year(title: str, done: str, planned: str) -> None:
    facts = example_facts()
    assert facts.header.title is not None
    titled = dataclasses.replace(facts.header.title, value=title)
    with Store.in_memory() as store:
        store.put(dataclasses.replace(facts, header=dataclasses.replace(facts.header, title=titled)))
        for name, found in (("measures-of-body", {"body": "江川"}), ("evidence", {})):
            assert (SET_UP,) in answer(store, name, "measure", year=done, **found), name
            assert (SET_UP,) not in answer(store, name, "measure", year=str(int(done) + 1), **found), name
            assert (ADDED,) in answer(store, name, "measure", year=planned, **found), name


def test_sites_that_a_body_set_up(example: Store) -> None:
    assert answer(example, "sites-set-up", "siteName", "measure", body="市场监督") == [(WINDOW, SET_UP)]
    assert answer(example, "sites-set-up", "siteName", body="税务局") == []


def test_outcomes_of_a_report_with_and_without_what_is_planned(example: Store) -> None:
    reached = [("2048件",), ("3个",), ("近300家",), ("99.50%",)]
    assert answer(example, "outcomes-of-report", "outcome", report="落实情况") == [*reached, ("1.5万平方米",)]
    assert answer(example, "outcomes-of-report", "outcome", report="落实情况", state="done,ongoing") == reached
    assert answer(example, "outcomes-of-report", "outcome", report="总结") == []


@pytest.mark.parametrize(
    ("title", "due", "year", "known"),
    [
        (None, None, "2024", "issued"),
        ("江川县2024年工作总结和2025年工作计划", None, "2025", "title"),
        ("江川县三年行动方案（2024—2026年）", None, "2026", "title"),
        ("江川县2024年工作总结和2025年工作计划", date(2027, 12, 31), "2027", "due"),
    ],
)
def test_the_year_of_a_target(title: str | None, due: date | None, year: str, known: str) -> None:
    facts = example_facts()
    *others, plan = facts.measures
    signed = Quote(facts.days[-1].start, facts.days[-1].end, facts.days[-1].text)
    said = dataclasses.replace(plan.outcomes[0], as_of=due, as_of_quote=signed if due else None)
    header = dataclasses.replace(facts.header, title=Field(title or "报告", signed))
    measures = (*others, dataclasses.replace(plan, outcomes=(said,)))
    store = Store.in_memory()
    store.put(dataclasses.replace(facts, header=header, measures=measures))
    row = (year, known, due.isoformat() if due else "", "1.5万平方米")
    assert answer(store, "targets", "targetYear", "yearFrom", "due", "outcome", year=year) == [row]
    assert answer(store, "targets", "outcome") == [("1.5万平方米",)]
    assert answer(store, "targets", "outcome", year=str(int(year) - 1)) == []
    assert answer(store, "targets", "outcome", year=year, body="县税务局") == []
    assert answer(store, "targets", "leadBody", year=year, body="县人民政府") == [(COUNTY,)]


SUMS = {
    "bodies-most",
    "bodies-named",
    "bodies-together",
    "documents-by-kind",
    "documents-cited",
    "how-known",
    "leads-at-site",
    "measures-by-action",
    "measures-by-body",
    "places-named",
    "report-card",
    "reports-most",
    "sites-named",
    "who-works-with-whom",
}
"""Questions whose rows stand for several places of a report."""


@pytest.mark.parametrize("name", [q.name for q in questions()])
def test_every_answer_names_its_report_and_place(example: Store, name: str) -> None:
    columns = set(rows(ask(example, name, {})).columns)
    assert "title" in columns
    assert {"start", "end"} <= columns or name in SUMS


def test_a_report_without_a_title_is_answered_for_by_its_file() -> None:
    facts = example_facts()
    store = Store.in_memory()
    store.put(dataclasses.replace(facts, header=dataclasses.replace(facts.header, title=None)))
    for name in ("no-date", "no-named-body", "planned", "evidence"):
        assert {t for (t,) in answer(store, name, "title")} == {facts.source}, name


def test_every_question_is_told_in_two_languages() -> None:
    for q in questions():
        assert q.title("zh") != q.title("en")
        assert all(p.zh and p.en for p in q.parameters)
        assert question(q.name) == q
    assert len(questions()) >= 12


def test_the_certificates_of_the_seed(gold: Store) -> None:
    found = answer(gold, "numbers-as-of", "outcome", "measure", day="2023-10-31")
    assert ("2048张", "制发2048张行业综合许可证,涉及15个业态") in found


def test_a_yearly_average_is_told_under_no_single_year() -> None:
    said = "2024年受理办件2048件、年均增长9.5%，PM2.5年均浓度下降7.4%。城镇新增就业年均超过46万人，收入增长5.1%"
    text = EXAMPLE_TEXT.replace("县政务服务中心设置3个自助服务区", said)
    with Store.in_memory() as store:
        store.put(facts_of(Text("7.txt", text)))
        answer = rows(ask(store, "figures-about", {}))
        years = {row[0]: row[5:7] for row in answer.cells}
        assert years["增长9.5%"] == years["超过46万人"] == ("", "years")
        assert years["增长5.1%"][0] == years["下降7.4%"][0] == "2024"
        asked = rows(ask(store, "figures-about", {"year": "2024"}))
        assert {"增长9.5%", "超过46万人"} & {row[0] for row in asked.cells} == set()


def test_who_works_with_whom_is_what_stats_counts_co_leads_too() -> None:
    text = EXAMPLE_TEXT.replace("县市场监管局会同县税务局依托", "县市场监管局、县税务局共同依托")
    with Store.in_memory() as store:
        store.put(facts_of(Text("7.txt", text)))
        assert rows(ask(store, "shared-measures", {})).cells
        pairs = {frozenset((p.one, p.other)): str(p.measures) for p in stats(store).pairs}
        for asked in ("谁和县税务局合作？", "Who works with 县税务局?", "Who works with whom?"):
            answer = answered(store, understood(store, asked))
            assert {frozenset(row[:2]): row[2] for row in answer.cells} == pairs != {}


def test_those_who_take_part_in_most_stand_first_whatever_their_report(example: Store) -> None:
    rows_of = ("bodyName", "measures", "leads", "named", "partners")
    assert answer(example, "bodies-most", *rows_of)[:3] == [
        (COUNTY, "4", "4", "0", "0"),
        (MARKET, "2", "2", "2", "0"),
        (TAX, "2", "0", "0", "2"),
    ]
    assert answer(example, "bodies-most", "bodyName", "measures", part="partner") == [(TAX, "2")]
    assert answer(example, "bodies-together", "bodyName", "otherBody", "measures", body=TAX) == [(TAX, MARKET, "2")]
    assert len(answer(example, "bodies-together", "measures")) == 1
    assert answer(example, "reports-most", "measures", state="planned") == [("1",)]
    assert answer(example, "reports-most", "measures") == [("7",)]


def test_counts_of_several_reports_begin_with_the_largest() -> None:
    facts = example_facts()
    store = Store.in_memory()
    for number, (title, kept) in enumerate((("甲报告", 2), ("乙报告", 7))):
        assert facts.header.title is not None
        assert facts.header.number is not None
        header = dataclasses.replace(
            facts.header,
            title=dataclasses.replace(facts.header.title, value=title),
            number=dataclasses.replace(facts.header.number, value=f"江府报〔2024〕{number}号"),
        )
        store.put(dataclasses.replace(facts, digest=title, header=header, measures=facts.measures[:kept]))
    assert answer(store, "measures-by-body", "bodyName", "leads", "title")[0] == (COUNTY, "4", "乙报告")
    assert answer(store, "reports-most", "title") == [("乙报告",), ("甲报告",)]
    assert [int(n) for (n,) in answer(store, "bodies-most", "measures")] == [4, 4, 4, 1]
