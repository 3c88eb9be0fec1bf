"""What can be wrong with a graph: changes to its lines, each with the shape that must find it."""

from __future__ import annotations

import re
from collections.abc import Callable

from kg.graph.terms import term

Lines = list[str]
Change = Callable[[Lines], Lines]
GRAPH = " <http://example.org/g> ."


def of_class(lines: Lines, name: str) -> list[str]:
    """Subjects of a class as tokens, in order."""
    mark = f"> {term('rdf:type')} {term(name)} "
    return [line.split(" ")[0] for line in lines if mark in line]


def without(name: str, predicate: str) -> Change:
    """Takes a property away from the first member of a class."""

    def change(lines: Lines) -> Lines:
        start = f"{of_class(lines, name)[0]} {term(predicate)} "
        assert any(line.startswith(start) for line in lines)
        return [line for line in lines if not line.startswith(start)]

    return change


def adding(name: str, predicate: str, value: str) -> Change:
    """Gives the first member of a class one more value."""
    return lambda lines: [*lines, f"{of_class(lines, name)[0]} {term(predicate)} {value}{GRAPH}"]


def instead(name: str, predicate: str, value: str) -> Change:
    """Gives the first member of a class another value."""
    return lambda lines: adding(name, predicate, value)(without(name, predicate)(lines))


def other_class(predicate: str) -> Change:
    """Makes the value of a property a site instead of a body."""

    def change(lines: Lines) -> Lines:
        body = next(line.split(" ")[2] for line in lines if f" {term(predicate)} " in line)
        kind = f"{body} {term('rdf:type')} "
        return [line for line in lines if not line.startswith(kind)] + [f"{kind}{term('kg:Site')}{GRAPH}"]

    return change


def shifted(lines: Lines) -> Lines:
    """The first evidence one character on."""
    first = of_class(lines, "kg:Evidence")[0]

    def move(line: str) -> str:
        if line.startswith((f"{first} {term('oa:start')}", f"{first} {term('oa:end')}")):
            return re.sub(r'"(\d+)"', lambda m: f'"{int(m[1]) + 1}"', line, count=1)
        return line

    return [move(line) for line in lines]


def typed(value: str, kind: str) -> str:
    return f'"{value}"^^{term(kind)}'


def orphan(lines: Lines) -> Lines:
    outcome = of_class(lines, "kg:Outcome")[0]
    return [line for line in lines if f"{term('kg:hasOutcome')} {outcome} " not in line]


INTEGRITY: list[tuple[str, Change]] = [
    *(
        (f"{name.lower()}-evidence", without(f"kg:{name}", "kg:evidence"))
        for name in ("Section", "Sentence", "Measure", "Responsibility", "Outcome", "Figure", "Mention", "Statement")
    ),
    ("report-title", adding("kg:Report", "dcterms:title", '"另一个标题"@zh')),
    ("report-text", without("kg:Report", "kg:text")),
    ("report-digest", instead("kg:Report", "kg:digest", '"abc"')),
    ("report-source", without("kg:Report", "dcterms:source")),
    ("report-issued-day", instead("kg:Report", "dcterms:issued", '"2024年"')),
    ("section-part", without("kg:Section", "dcterms:isPartOf")),
    ("section-position", without("kg:Section", "kg:position")),
    ("section-title", without("kg:Section", "dcterms:title")),
    ("section-level", instead("kg:Section", "kg:level", typed("5", "xsd:integer"))),
    ("sentence-part", without("kg:Sentence", "dcterms:isPartOf")),
    ("sentence-position", instead("kg:Sentence", "kg:position", typed("0", "xsd:integer"))),
    ("measure-verb", adding("kg:Measure", "kg:verb", '"另"')),
    ("measure-verb", without("kg:Measure", "kg:verb")),
    ("measure-status", instead("kg:Measure", "kg:status", term("kg:status-dreamt"))),
    ("measure-due", adding("kg:Measure", "kg:due", '"2024年"')),
    ("measure-due-evidence", adding("kg:Measure", "kg:due", typed("2024-12-31", "xsd:date"))),
    ("measure-report", adding("kg:Measure", "kg:reportedIn", "<http://example.org/other>")),
    ("measure-sentence", without("kg:Measure", "kg:inSentence")),
    ("measure-label", without("kg:Measure", "rdfs:label")),
    ("measure-responsibility", without("kg:Measure", "kg:responsibility")),
    ("measure-flat-bodies", without("kg:Measure", "kg:leadBody")),
    ("measure-flat-bodies", without("kg:Measure", "kg:partnerBody")),
    ("measure-flat-bodies", adding("kg:Measure", "kg:leadBody", "<http://example.org/body>")),
    ("responsibility-agent", without("kg:Responsibility", "prov:agent")),
    ("responsibility-role", instead("kg:Responsibility", "prov:hadRole", term("kg:role-guest"))),
    ("responsibility-basis", adding("kg:Responsibility", "kg:basis", term("kg:basis-issuer"))),
    *(
        (f"{name.lower()}-score", instead(f"kg:{name}", "kg:score", typed("1.5", "xsd:decimal")))
        for name in ("Measure", "Responsibility", "Outcome")
    ),
    ("body", other_class("kg:leadBody")),
    ("named-label", without("kg:Site", "skos:prefLabel")),
    ("outcome-figure", without("kg:Outcome", "sosa:hasResult")),
    ("outcome-day", instead("kg:Outcome", "kg:asOf", '"2024-10"')),
    ("outcome-change", adding("kg:Outcome", "kg:change", term("kg:change-perhaps"))),
    ("outcome-measure", orphan),
    ("figure-value", without("kg:Figure", "qudt:numericValue")),
    ("figure-unit", without("kg:Figure", "kg:unit")),
    ("figure-modifier", instead("kg:Figure", "kg:modifier", term("kg:modifier-perhaps"))),
    ("evidence-source", without("kg:Evidence", "dcterms:source")),
    ("evidence-start", without("kg:Evidence", "oa:start")),
    ("evidence-end", without("kg:Evidence", "oa:end")),
    ("evidence-exact", without("kg:Evidence", "oa:exact")),
    ("evidence-quote", instead("kg:Evidence", "oa:exact", '"别的"')),
    ("evidence-quote", instead("kg:Evidence", "oa:end", typed("99999", "xsd:integer"))),
    ("evidence-quote", shifted),
    ("mention-thing", without("kg:Mention", "kg:mentions")),
    ("statement-subject", without("kg:Statement", "rdf:subject")),
    ("statement-predicate", without("kg:Statement", "rdf:predicate")),
    ("statement-object", without("kg:Statement", "rdf:object")),
]


def percent(value: str) -> Change:
    """Makes the share of the example another one."""
    return lambda lines: [line.replace('"99.5"', f'"{value}"') for line in lines]


def dated(lines: Lines) -> Lines:
    """Gives every outcome an as-of day."""
    day = typed("2024-12-31", "xsd:date")
    return [*lines, *(f"{o} {term('kg:asOf')} {day}{GRAPH}" for o in of_class(without_days(lines), "kg:Outcome"))]


def without_days(lines: Lines) -> Lines:
    return [line for line in lines if f" {term('kg:asOf')} " not in line]


def said(lines: Lines) -> Lines:
    """Makes every body an explicit one."""
    return [line.replace(term("kg:basis-issuer"), term("kg:basis-explicit")) for line in lines]


def assumed(lines: Lines) -> Lines:
    """Every body is said but the leads, for which the signatory is taken; partners stand beside them."""
    leads = {line.split(" ")[0] for line in lines if f" {term('prov:hadRole')} {term('kg:role-lead')} " in line}
    basis = f" {term('kg:basis')} "
    kept = [line for line in said(lines) if not (line.split(" ")[0] in leads and basis in line)]
    return [*kept, *(f"{lead}{basis}{term('kg:basis-issuer')}{GRAPH}" for lead in sorted(leads))]


def leadless(lines: Lines) -> Lines:
    """Only partners answer, all of them said."""
    leads = {line.split(" ")[0] for line in lines if f" {term('prov:hadRole')} {term('kg:role-lead')} " in line}
    gone = (f" {term('kg:leadBody')} ", *(f" {lead} " for lead in leads))
    kept = [line for line in said(lines) if line.split(" ")[0] not in leads and not any(g in line for g in gone)]
    partners = {line.split(" ")[0] for line in kept if f" {term('kg:responsibility')} " in line}
    measures = set(of_class(kept, "kg:Measure")) - partners
    return [line for line in kept if line.split(" ")[0] not in measures]


def in_plan(lines: Lines) -> Lines:
    """Every measure is planned, so that its figures are targets."""
    status = f" {term('kg:status')} "
    kept = [line for line in lines if status not in line]
    return [*kept, *(f"{m}{status}{term('kg:status-planned')}{GRAPH}" for m in of_class(lines, "kg:Measure"))]


def overdue(lines: Lines) -> Lines:
    """The promise of the example was due before the report's own day."""
    planned = next(line.split(" ")[0] for line in lines if f"{term('kg:status')} {term('kg:status-planned')}" in line)
    target = next(line.split(" ")[2] for line in lines if line.startswith(f"{planned} {term('kg:hasOutcome')} "))
    return [*lines, f"{target} {term('kg:asOf')} {typed('2024-01-01', 'xsd:date')}{GRAPH}"]


def limited(day: str) -> Change:
    """Every measure of a plan is due on this day."""

    def change(lines: Lines) -> Lines:
        status = f" {term('kg:status')} {term('kg:status-planned')} "
        plans = [line.split(" ")[0] for line in lines if status in line]
        return [*lines, *(f"{plan} {term('kg:due')} {typed(day, 'xsd:date')}{GRAPH}" for plan in plans)]

    return change


def noted(registered: str) -> Change:
    """A note behind the first measure makes a further body answer for it."""

    def change(lines: Lines) -> Lines:
        measure = of_class(lines, "kg:Measure")[0]
        note, body, there = (f"<http://example.org/{name}>" for name in ("note", "body", "there"))
        facts = (
            (measure, "kg:responsibility", note),
            (note, "rdf:type", term("kg:Responsibility")),
            (note, "prov:agent", body),
            (note, "prov:hadRole", term("kg:role-lead")),
            (note, "kg:basis", term("kg:basis-explicit")),
            (note, "kg:evidence", there),
            (there, "oa:start", typed("100000", "xsd:integer")),
            (body, "kg:registered", typed(registered, "xsd:boolean")),
        )
        return [*lines, *(f"{s} {term(p)} {o}{GRAPH}" for s, p, o in facts)]

    return change


def year_before(more: str) -> Change:
    """Beside the report one of the same body a year earlier, whose running total is another."""

    def change(lines: Lines) -> Lines:
        lines = [line.replace('"受理2048件办件"', '"累计受理2048件办件"') for line in lines]
        earlier = [line.replace("〔2024〕", "〔2023〕").replace('"2024-', '"2023-') for line in lines]
        return [*lines, *(line.replace('"2048"', f'"{more}"') for line in earlier)]

    return change


def parts(sentence: str) -> Change:
    """A report of its own with a sentence that tells a total and its parts."""
    text = f"关于窗口服务情况的报告\n{sentence}\n"
    signed = "江川县人民政府\n2024年11月6日\n"

    def change(_: Lines) -> Lines:
        from kg.graph.quads import quads
        from kg.pipeline import facts_of
        from kg.reading.text import Text

        return quads(facts_of(Text("parts.txt", text + signed)))

    return change


def streets(count: int) -> Change:
    """A report of Jing'an, which has fourteen streets and towns, that counts them."""
    text = f"关于帮办服务情况的报告\n已经完成{count}个街道和镇的系统部署。\n上海市静安区人民政府\n2023年12月6日\n"

    def change(_: Lines) -> Lines:
        from kg.graph.quads import quads
        from kg.pipeline import facts_of
        from kg.reading.text import Text

        return quads(facts_of(Text("streets.txt", text)))

    return change


def unissued(lines: Lines) -> Lines:
    """No measure issues anything; the plan that bears the county's name is rested on all the same."""
    report = of_class(lines, "kg:Report")[0]
    place = next(line.split(" ")[2] for line in lines if line.startswith(f"{report} {term('dcterms:spatial')} "))
    named = f'{place} {term("skos:prefLabel")} "江川县"@zh{GRAPH}'
    return [named, *(line for line in lines if f" {term('kg:issues')} " not in line)]


LARGER = "全年共受理2048件,其中线上办理2500件、线下办理10件。"
NO_LARGER_PART = (
    "全年共受理2048件,其中线上办理1500件、线下办理10件。",
    "存款余额达8000万元,比年初增加900万元,其中储蓄存款余额5000万元,比年初增加300万元。",
    "全年受理2048件(含急件20件),其中3月份受理600件。",
    "共有初中毕业生1049人,其中女生315人;在校学生3139人,其中女生1082人。",
    "建设食堂1000个、书屋300个,其中社区食堂500个。",
    "供养标准提高至780元,其中失能对象1080元。",
    "年均超收2040亿元,其中去年超收2573亿元。",
)
"""A rate, a change, a list or another total has no parts that it could be smaller than."""
TOO_MUCH = "全年共受理2048件,其中线上办理1500件、线下办理900件。"
NO_SUM_ABOVE = (
    "全年共受理2048件,其中线上办理1500件、线下办理548件。",
    "全县总人口为5650人,其中城镇人口2593人,乡村人口3057人;年平均人口为5614人。",
    "全年受理2048件,其中线上办理1500件,比上年增加900件,线下办理548件。",
    "支付限额为每人每月500元,其中耗材费限额300元、药费限额300元。",
)

ACCOUNTABILITY: list[tuple[str, str, Change, Change]] = [
    ("report-title-missing", "info", without("kg:Report", "dcterms:title"), list),
    ("report-number-missing", "info", without("kg:Report", "dcterms:identifier"), list),
    ("report-date-missing", "info", without("kg:Report", "dcterms:issued"), list),
    ("measure-body-unnamed", "warning", list, said),
    ("measure-body-unnamed", "warning", assumed, leadless),
    ("planned-without-due", "info", list, lambda lines: dated(without_days(lines))),
    ("planned-without-due", "info", list, limited("2024-12-31")),
    ("outcome-undated", "warning", list, lambda lines: dated(without_days(lines))),
    ("outcome-undated", "warning", list, in_plan),
    ("percentage-above-hundred", "info", percent("127"), list),
    ("lead-missing", "warning", list, said),
    ("planned-past-due", "warning", overdue, list),
    ("planned-past-due", "warning", limited("2024-01-01"), limited("2024-12-31")),
    ("note-body-unknown", "info", noted("false"), noted("true")),
    ("count-without-thing", "info", without("kg:Outcome", "kg:counted"), list),
    ("outcome-lower-than-before", "warning", year_before("3000"), year_before("1000")),
    *(("part-above-total", "warning", parts(LARGER), parts(text)) for text in NO_LARGER_PART),
    *(("parts-above-total", "warning", parts(TOO_MUCH), parts(text)) for text in NO_SUM_ABOVE),
    (
        "window-without-centre",
        "info",
        list,
        adding("kg:Site", "kg:partOf", "<http://example.org/centre>"),
    ),
    ("document-not-issued", "info", unissued, list),
    ("streets-otherwise", "info", streets(15), streets(14)),
    ("figure-unit-unsaid", "info", instead("kg:Figure", "kg:unit", '""'), list),
]
