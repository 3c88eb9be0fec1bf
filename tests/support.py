"""Facts for tests: a small report written by hand, and the gold form read as `Facts`."""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from kg.facts import (
    Agent,
    Day,
    Entity,
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
from tests.example import EXAMPLE_TEXT, example_facts

__all__ = ["EXAMPLE_TEXT", "example_facts", "facts_from_gold"]

_ESTABLISHES = ("设立", "新设", "建立", "成立", "组建", "构建", "打造", "创建", "设置", "搭建")
_ISSUES = ("制定", "印发", "发布", "出台", "编制", "修订")


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
    issuer = register or (header.issuer.value if header.issuer else None)
    return Facts(
        source=gold["source"],
        characters=chars,
        digest=text.digest,
        header=header,
        issuers=(issuer,) if issuer else (),
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


def numbered(number: str) -> Facts:
    """The example as another report of the same issuer, which names the same things."""
    facts = example_facts()
    header = facts.header
    assert header.number is not None
    number_field = dataclasses.replace(header.number, value=number)
    return dataclasses.replace(facts, digest=f"of {number}", header=dataclasses.replace(header, number=number_field))
