"""A small report written by hand, with something of everything, and its facts."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal

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
        issuers=(issuer,),
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
