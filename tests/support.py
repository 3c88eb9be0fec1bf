"""Facts for tests: a small text written by hand, and the gold form read as `Facts`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal

from kg.facts import (
    Agent,
    Day,
    Entity,
    EntityType,
    Facts,
    Field,
    Header,
    Measure,
    Modifier,
    Outcome,
    Quantity,
    Quote,
    Reference,
    Relation,
    Section,
    Sentence,
)
from kg.reading.text import Text

_ESTABLISHES = ("设立", "新设", "建立", "成立", "组建", "构建", "打造", "创建", "设置", "搭建")
_ISSUES = ("制定", "印发", "发布", "出台", "编制", "修订")

EXAMPLE_TEXT = """关于江川县政务服务改革落实情况的报告
江府报〔2024〕7号
县人大常委会:
根据《关于政务服务工作的审议意见》(江会〔2024〕3号),现将落实情况报告如下:
一、优化窗口服务
(一)设立专门窗口
县市场监管局会同县税务局依托“一窗通”系统设立“企业开办”专窗,截至10月底,共受理2048件办件。县政务服务中心设置3个自助服务区。
二、完善制度机制
印发《江川县帮办工作方案》,建立“帮办代办”制度😀,惠及企业近300家,满意度达到99.50%。召开政务服务推进会议,组织各部门开展培训。
下一步,将推进“一件事”改革,力争新增办理面积1.5万平方米。
江川县人民政府
2024年11月6日
"""
"""An invented report of few lines with something of everything."""

_COUNTY = "530421"


def example_facts() -> Facts:
    """The facts of `EXAMPLE_TEXT`, written by hand."""
    t = _Finder(EXAMPLE_TEXT)
    issuer, partner, tax = "江川县人民政府", "江川县市场监督管理局", "江川县税务局"
    header = Header(
        title=t.field("关于江川县政务服务改革落实情况的报告"),
        number=t.field("江府报〔2024〕7号"),
        issuer=t.field(issuer),
        recipient=t.field("县人大常委会"),
        date=t.field("2024年11月6日", value="2024-11-06"),
        responds_to=t.field("江会〔2024〕3号"),
    )
    headings = ((1, "一", "优化窗口服务", None), (2, "(一)", "设立专门窗口", 0), (1, "二", "完善制度机制", None))
    spans = [(level, number, t.quote(heading), parent) for level, number, heading, parent in headings]
    ends = (t.at("二、完善"), t.at("二、完善"), t.at(issuer))
    sections = tuple(
        Section(level, number, q.text, q.start, q.end, end, parent)
        for (level, number, q, parent), end in zip(spans, ends, strict=True)
    )
    sentences = tuple(
        Sentence(q.start, q.end, q.text, section, paragraph)
        for begin, end, section, paragraph in (
            ("根据《关于", "报告如下:", None, 3),
            ("县市场监管局会同", "办件。", 1, 6),
            ("县政务服务中心设置", "服务区。", 1, 6),
            ("印发《", "99.50%。", 2, 8),
            ("召开政务", "培训。", 2, 8),
            ("下一步", "平方米。", 2, 9),
        )
        for q in (t.stretch(begin, end),)
    )
    window, centre = "江川县“企业开办”专窗", "江川县政务服务中心"
    things: tuple[tuple[EntityType, str, str, str | None, bool], ...] = (
        ("document", "《关于政务服务工作的审议意见》", "《关于政务服务工作的审议意见》", _COUNTY, False),
        ("document", "《关于政务服务工作的审议意见》", "江会〔2024〕3号", _COUNTY, False),
        ("organisation", "江川县人民代表大会常务委员会", "县人大常委会", _COUNTY, False),
        ("organisation", partner, "县市场监管局", _COUNTY, False),
        ("organisation", tax, "县税务局", _COUNTY, False),
        ("system", "“一窗通”系统", "“一窗通”系统", None, False),
        ("site", window, "“企业开办”专窗", _COUNTY, False),
        ("site", centre, "县政务服务中心", _COUNTY, False),
        ("document", "《江川县帮办工作方案》", "《江川县帮办工作方案》", _COUNTY, False),
        ("programme", "“帮办代办”制度", "“帮办代办”制度", None, False),
        ("event", "政务服务推进会议", "政务服务推进会议", None, False),
        ("organisation", "各部门", "各部门", None, True),
        ("programme", "“一件事”改革", "“一件事”改革", None, False),
        ("place", "江川县", "江川县", _COUNTY, False),
        ("organisation", issuer, issuer, _COUNTY, False),
    )
    entities = tuple(
        Entity(kind, name, q.start, q.end, q.text, division, generic)
        for kind, name, text, division, generic in things
        for q in (t.quote(text),)
    )
    counts: tuple[tuple[str, str, str, Modifier, str], ...] = (
        ("2048件", "2048", "件", "exact", "办件"),
        ("3个", "3", "个", "exact", "自助服务区"),
        ("近300家", "300", "家", "under", "企业"),
        ("99.50%", "99.50", "%", "exact", "满意度"),
        ("1.5万平方米", "15000", "平方米", "exact", "办理面积"),
    )
    quantities = tuple(
        Quantity(q.start, q.end, q.text, Decimal(value), unit, modifier, counted)
        for text, value, unit, modifier, counted in counts
        for q in (t.quote(text),)
    )
    by_text = {q.text: q for q in quantities}
    as_of = t.quote("截至10月底")

    def outcome(text: str, day: date | None = None, said: Quote | None = None) -> Outcome:
        q = by_text[text]
        return Outcome(q.start, q.end, q.text, q.value, q.unit, q.modifier, q.counted, day, said)

    def reference(name: str, kind: EntityType, relation: Relation, text: str) -> Reference:
        return Reference(name, kind, relation, t.quote(text))

    joint = (
        Agent(partner, "lead", "explicit", t.quote("县市场监管局")),
        Agent(tax, "partner", "explicit", t.quote("县税务局")),
    )
    unsaid = (Agent(issuer, "lead", "issuer"),)
    at_window = (reference(window, "site", "deliveredAt", "“企业开办”专窗"),)
    measures = (
        t.measure(
            "设立“企业开办”专窗",
            ("设立", "“企业开办”专窗", "done", 1),
            joint,
            (
                reference("“一窗通”系统", "system", "uses", "“一窗通”系统"),
                reference(window, "site", "establishes", "“企业开办”专窗"),
            ),
        ),
        t.measure(
            "受理2048件办件",
            ("受理", "办件", "done", 1),
            tuple(Agent(a.name, a.role, "inherited", a.quote) for a in joint),
            at_window,
            (outcome("2048件", date(2024, 10, 31), as_of),),
        ),
        t.measure(
            "设置3个自助服务区",
            ("设置", "自助服务区", "done", 2),
            (Agent(centre, "lead", "explicit", t.quote("县政务服务中心")),),
            (reference(centre, "site", "deliveredAt", "县政务服务中心"),),
            (outcome("3个"),),
        ),
        t.measure(
            "印发《江川县帮办工作方案》",
            ("印发", "《江川县帮办工作方案》", "done", 3),
            unsaid,
            (reference("《江川县帮办工作方案》", "document", "issues", "《江川县帮办工作方案》"),),
        ),
        t.measure(
            "建立“帮办代办”制度😀,惠及企业近300家,满意度达到99.50%",
            ("建立", "“帮办代办”制度", "done", 3),
            unsaid,
            (
                reference("“帮办代办”制度", "programme", "establishes", "“帮办代办”制度"),
                reference("《江川县帮办工作方案》", "document", "basedOn", "《江川县帮办工作方案》"),
            ),
            (outcome("近300家"), outcome("99.50%")),
        ),
        t.measure(
            "组织各部门开展培训",
            ("组织", "培训", "done", 4),
            (*unsaid, Agent("各部门", "partner", "explicit", t.quote("各部门"))),
        ),
        t.measure("新增办理面积1.5万平方米", ("新增", "办理面积", "planned", 5), unsaid, (), (outcome("1.5万平方米"),)),
    )
    signed = t.quote("2024年11月6日")
    days = (
        Day(as_of.start, as_of.end, as_of.text, date(2024, 10, 31)),
        Day(signed.start, signed.end, signed.text, date(2024, 11, 6)),
    )
    return Facts(
        source="jiangchuan-2024-7.txt",
        characters=EXAMPLE_TEXT,
        digest=Text("", EXAMPLE_TEXT).digest,
        header=header,
        issuer=issuer,
        division=_COUNTY,
        sections=sections,
        sentences=sentences,
        entities=tuple(sorted(entities, key=lambda e: (e.start, e.end))),
        quantities=quantities,
        days=days,
        measures=measures,
    )


class _Finder:
    """Spans of a text by their wording: the first place where it stands."""

    def __init__(self, text: str) -> None:
        self.text = text

    def at(self, wording: str) -> int:
        return self.text.index(wording)

    def quote(self, wording: str) -> Quote:
        start = self.text.index(wording)
        return Quote(start, start + len(wording), wording)

    def stretch(self, begin: str, end: str) -> Quote:
        start = self.text.index(begin)
        stop = self.text.index(end, start) + len(end)
        return Quote(start, stop, self.text[start:stop])

    def field(self, wording: str, value: str | None = None) -> Field:
        return Field(value or wording, self.quote(wording))

    def measure(
        self,
        wording: str,
        act: tuple[str, str, Literal["done", "ongoing", "planned"], int],
        agents: tuple[Agent, ...],
        references: tuple[Reference, ...] = (),
        outcomes: tuple[Outcome, ...] = (),
    ) -> Measure:
        q = self.quote(wording)
        verb, thing, status, sentence = act
        verb_start = self.text.index(verb, q.start)
        return Measure(q.start, q.end, q.text, verb, verb_start, thing, status, sentence, agents, references, outcomes)


def facts_from_gold(json_path: Path, text_path: Path) -> Facts:
    """A gold file as `Facts`. What the gold form leaves out is filled in by the nearest wording."""
    gold = json.loads(json_path.read_text("utf-8"))
    text = Text(text_path.name, text_path.read_text("utf-8"))
    chars = text.characters
    header = _header(gold["document"], chars)
    sections = _sections(gold["sections"], chars)
    sentences = _sentences(chars, sections, header)
    entities = tuple(
        Entity(e["type"], e["name"], e["start"], e["end"], e["text"], None, e.get("optional", False))
        for e in sorted(gold["entities"], key=lambda e: (e["start"], e["end"]))
    )
    quantities = tuple(
        Quantity(
            q["start"], q["end"], q["text"], Decimal(str(q["value"])), q["unit"], q["modifier"], q.get("counted", "")
        )
        for q in sorted(gold["quantities"], key=lambda q: (q["start"], q["end"]))
    )
    days = tuple(
        Day(d["start"], d["end"], d["text"], date.fromisoformat(d["as_of"]))
        for d in sorted(gold["dates"], key=lambda d: (d["start"], d["end"]))
        if d["as_of"]
    )
    measures = tuple(
        _measure(m, sentences, entities, quantities, days)
        for m in sorted(gold["measures"], key=lambda m: (m["start"], m["end"]))
        if m["start"] < m["end"]
    )
    signed = header.issuer.quote if header.issuer else None
    register = next((e.name for e in entities if signed and e.start == signed.start), None)
    return Facts(
        source=gold["source"],
        characters=chars,
        digest=text.digest,
        header=header,
        issuer=register or (header.issuer.value if header.issuer else None),
        division=None,
        sections=sections,
        sentences=sentences,
        entities=entities,
        quantities=quantities,
        days=days,
        measures=measures,
    )


def _header(document: dict[str, Any], chars: str) -> Header:
    def field(key: str, last: bool = False) -> Field | None:
        value = document.get(key)
        at = (chars.rfind if last else chars.find)(value) if value else -1
        return Field(value, Quote(at, at + len(value), value)) if value and at >= 0 else None

    day = None
    if document.get("date"):
        year, month, dom = (int(part) for part in document["date"].split("-"))
        found = list(re.finditer(rf"{year}\s*年\s*0?{month}\s*月\s*0?{dom}\s*日", chars))
        if found:
            day = Field(document["date"], Quote(found[-1].start(), found[-1].end(), found[-1].group()))
    return Header(
        field("title"), field("number"), field("issuer", last=True), field("recipient"), day, field("responds_to")
    )


def _sections(rows: list[dict[str, Any]], chars: str) -> tuple[Section, ...]:
    made: list[Section] = []
    open_: list[int] = []
    for i, row in enumerate(rows):
        level = row["level"]
        end = next((r["start"] - len(r["number"]) for r in rows[i + 1 :] if r["level"] <= level), len(chars))
        while open_ and made[open_[-1]].level >= level:
            open_.pop()
        parent = open_[-1] if open_ else None
        made.append(Section(level, row["number"], row["heading"], row["start"], row["end"], end, parent))
        open_.append(i)
    return tuple(made)


def _sentences(chars: str, sections: tuple[Section, ...], header: Header) -> tuple[Sentence, ...]:
    frame = [f.quote.start for f in (header.title, header.number, header.recipient, header.issuer, header.date) if f]
    made: list[Sentence] = []
    for paragraph, line in enumerate(re.finditer(r"[^\n]+", chars)):
        start, end = line.span()
        for s in sections:
            if start <= s.start < end:
                start = s.end
        if any(start <= at < start + 3 for at in frame):
            continue
        for part in re.finditer(r"[^。！？!?]+[。！？!?]?[”』」）)]*", chars[start:end]):
            a, b = start + part.start(), start + part.end()
            a += len(part.group()) - len(part.group().lstrip())
            if a < b:
                section = max((i for i, s in enumerate(sections) if s.start <= a < s.body_end), default=None)
                made.append(Sentence(a, b, chars[a:b], section, paragraph))
    return tuple(made)


def _measure(
    row: dict[str, Any],
    sentences: tuple[Sentence, ...],
    entities: tuple[Entity, ...],
    quantities: tuple[Quantity, ...],
    days: tuple[Day, ...],
) -> Measure:
    start, end, text = row["start"], row["end"], row["text"]
    at = max((i for i, s in enumerate(sentences) if s.start <= start), default=0)
    agents = []
    for agent in row["agents"]:
        near = _nearest(entities, agent["name"], start, end)
        basis = agent["basis"]
        quote = near if near and basis != "issuer" and near.start < end else None
        agents.append(Agent(agent["name"], agent["role"], basis, quote))
    return Measure(
        start,
        end,
        text,
        row["verb"],
        start + max(0, text.find(row["verb"])),
        row["object"],
        row["status"],
        at,
        tuple(agents),
        tuple(_references(row, entities)),
        tuple(_outcomes(row, quantities, days, sentences[at])),
    )


def _references(row: dict[str, Any], entities: tuple[Entity, ...]) -> Iterator[Reference]:
    for name in (*row["sites"], *row["programmes"], *row["documents"]):
        quote = _nearest(entities, name, row["start"], row["end"])
        if quote is None:
            continue
        kind = next(e.type for e in entities if e.name == name and e.start == quote.start)
        inside = row["start"] <= quote.start < row["end"]
        relation: Relation
        if inside and kind != "document" and row["verb"].startswith(_ESTABLISHES):
            relation = "establishes"
        elif inside and kind == "document" and row["verb"].startswith(_ISSUES):
            relation = "issues"
        elif kind == "site":
            relation = "deliveredAt"
        else:
            relation = "uses" if kind in ("system", "programme") else "basedOn"
        yield Reference(name, kind, relation, quote)


def _outcomes(
    row: dict[str, Any], quantities: tuple[Quantity, ...], days: tuple[Day, ...], sentence: Sentence
) -> Iterator[Outcome]:
    for o in row["outcomes"]:
        value = Decimal(str(o["value"]))
        modifier: Modifier = o["modifier"]
        same = [q for q in quantities if q.value == value and q.unit == o["unit"]]
        if not same:
            continue
        at = o.get("start", row["start"])
        q = min(same, key=lambda q: (not sentence.start <= q.start < sentence.end, abs(q.start - at)))
        as_of = date.fromisoformat(o["as_of"]) if o["as_of"] else None
        dated = [d for d in days if d.as_of == as_of and d.start < q.end]
        said = max(dated, key=lambda d: d.start, default=None)
        quote = Quote(said.start, said.end, said.text) if said else None
        yield Outcome(q.start, q.end, q.text, q.value, q.unit, modifier, q.counted, as_of, quote)


def _nearest(entities: tuple[Entity, ...], name: str, start: int, end: int) -> Quote | None:
    rows = [e for e in entities if e.name == name]
    if not rows:
        return None
    e = min(rows, key=lambda e: (not start <= e.start < end, abs(e.start - start), e.start))
    return Quote(e.start, e.end, e.text)
