from __future__ import annotations

from decimal import Decimal

import pytest

from kg.facts import Facts
from kg.pipeline import facts_of
from kg.reading.text import Text

REPORT = """关于优化服务工作情况的报告
青林市红河区人民代表大会常务委员会:
一、建设服务网络
(一)设立窗口
区民政局设立社区服务工作站,建立定期核对机制,截至9月底,共受理诉求1200余件,惠及居民近3万人。根据《红河区服务办法》,印发《服务站工作细则》。
(二)下一步工作
将建设5个服务站。(责任单位:区民政局、区财政局)
上海市静安区人民政府
2023年12月6日
"""


@pytest.fixture(scope="module")
def facts() -> Facts:
    return facts_of(Text("a.txt", REPORT))


def quoted(facts: Facts) -> list[tuple[int, int, str]]:
    rows = [(e.start, e.end, e.text) for e in facts.entities]
    rows += [(q.start, q.end, q.text) for q in facts.quantities]
    rows += [(d.start, d.end, d.text) for d in facts.days]
    rows += [(s.start, s.end, s.text) for s in facts.sentences]
    return rows + [(m.start, m.end, m.text) for m in facts.measures]


def test_every_row_quotes_the_text(facts: Facts) -> None:
    for start, end, text in quoted(facts):
        assert facts.characters[start:end] == text
    for measure in facts.measures:
        assert facts.characters[measure.verb_start :].startswith(measure.verb)
        for quote in [a.quote for a in measure.agents if a.quote] + [r.quote for r in measure.references]:
            assert facts.characters[quote.start : quote.end] == quote.text


def test_the_measures_of_a_sentence_with_subject_count_and_date(facts: Facts) -> None:
    by_verb = {m.verb: m for m in facts.measures}
    made = by_verb["设立"]
    assert [(a.name, a.role, a.basis) for a in made.agents] == [("静安区民政局", "lead", "explicit")]
    assert made.names("site") == ("社区服务工作站",)
    handled = by_verb["受理"]
    assert [(o.value, o.unit, o.modifier) for o in handled.outcomes] == [
        (Decimal(1200), "件", "over"),
        (Decimal(30000), "人", "under"),
    ]
    assert {o.as_of.isoformat() for o in handled.outcomes if o.as_of} == {"2023-09-30"}


def test_a_document_that_is_issued_and_one_it_rests_on(facts: Facts) -> None:
    issued = next(m for m in facts.measures if m.verb == "印发")
    assert [(r.name, r.relation) for r in issued.references] == [
        ("《红河区服务办法》", "basedOn"),
        ("《服务站工作细则》", "issues"),
    ]
    assert [a.basis for a in issued.agents] == ["issuer"]


def test_a_note_names_who_answers_for_a_plan(facts: Facts) -> None:
    planned = next(m for m in facts.measures if m.verb == "建设")
    assert planned.status == "planned"
    assert [(a.name, a.basis) for a in planned.agents] == [
        ("静安区民政局", "explicit"),
        ("静安区财政局", "explicit"),
    ]


@pytest.mark.parametrize(
    "text", ["", "\n\n", "。,;", "“", "《《《", "(((", "一、\n(一)\n", "\U0001f600,将", "为了。把。将。"]
)
def test_any_text_has_facts(text: str) -> None:
    assert facts_of(Text("x.txt", text)).characters == text


def test_a_heading_that_names_a_body_governs_its_section() -> None:
    text = "关于印发重点任务分工的通知\n一、市商务局\n发放消费券100万元。\n二、市财政局\n设立产业基金。\n"
    text += "武汉市人民政府\n2023年12月1日\n"
    found = {m.verb: m for m in facts_of(Text("a.txt", text)).measures}
    assert [(a.name, a.evidence) for a in found["发放"].agents] == [("武汉市商务局", "governed")]
    assert [(a.name, a.evidence) for a in found["设立"].agents] == [("武汉市财政局", "governed")]
    assert {m.status for m in found.values()} == {"planned"}


def test_what_stands_in_the_title_and_speaks_is_one_row() -> None:
    text = (
        "2024年安徽省政府工作报告\n——2024年1月23日在安徽省第十四届人民代表大会第二次会议上\n安徽省省长\n"
        "各位代表：\n现在，我代表省人民政府，向大会报告工作。去年建设服务站三个。\n"
    )
    places = [(e.start, e.end) for e in facts_of(Text("a.txt", text)).entities]
    assert len(places) == len(set(places))
    assert (5, 10) in places


def test_an_issuer_read_in_the_title_is_one_mention() -> None:
    text = (
        "2008年国务院政府工作报告\n——2008年3月5日在第十一届全国人民代表大会第一次会议上\n各位代表：\n完成投资3亿元。\n"
    )
    found = facts_of(Text("a.txt", text))
    assert [e.text for e in found.entities if e.start < 12] == ["国务院"]


def test_in_a_report_to_a_congress_whom_a_sentence_addresses_is_not_meant_by_the_next() -> None:
    """Also where the report has no title."""
    plan = "二、2026年工作安排\n省级政府要建立专项账户。设立服务工作站。\n"

    def who(opening: str) -> list[str]:
        found = facts_of(Text("a.txt", opening + "\n一、2025年工作回顾\n设立窗口5个。\n" + plan))
        return [a.name for m in found.measures if m.object == "服务工作站" for a in m.agents]

    assert who("现在，我代表国务院，向大会报告政府工作，请予审议。") == ["国务院"]
    assert who("关于设立窗口的情况。") == ["省级政府"]


def test_who_has_duties_has_all_that_are_listed() -> None:
    text = (
        "某市人民政府办公室关于印发某市防汛应急预案的通知\n各单位：\n一、组织机构\n市防汛指挥部办公室承担以下职责：\n"
        "（1）制定防汛工作方案。\n（2）建立防汛物资储备库。\n二、保障措施\n完善防汛物资储备制度。\n"
    )
    opening = "市防汛指挥部办公室承担以下职责"
    for body in ("市防汛指挥部办公室", "定点救助机构"):
        told = facts_of(Text("a.txt", text.replace("市防汛指挥部办公室", body)))
        as_tasks = facts_of(Text("a.txt", text.replace(opening, f"{body}负责下列工作")))
        assert [m.agents[0].name for m in as_tasks.measures[-3:]] == [body, body, "某市人民政府办公室"]
        found = {m.verb: [a.name for a in m.agents] for m in told.measures}
        assert found["制定"] == found["建立"] == [body]
        assert found["完善"] == ["某市人民政府办公室"]


def test_the_day_on_which_a_page_published_a_document_is_a_day_of_it() -> None:
    text = "关于优化服务的若干措施\n来源：某日报 时间：2023-05-09\n为优化服务，制定本措施。\n一、增设窗口。\n"
    found = facts_of(Text("a.txt", text))
    assert [(d.text, d.as_of.isoformat()) for d in found.days] == [("2023-05-09", "2023-05-09")]
