"""The names of a report: in its sentences, in its headings, and in its title, addressee and signature."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from kg.extraction.names.attached import attached
from kg.extraction.names.drafted import with_drafted
from kg.extraction.names.edges import settled
from kg.extraction.names.known import with_known
from kg.extraction.names.made import with_made
from kg.extraction.names.mentions import closed, titles, typed_as_listed
from kg.extraction.names.nameless import without_others
from kg.extraction.names.place_words import places_meant
from kg.facts import Entity
from kg.language import Judge, parse_names
from kg.language.context import setting_of
from kg.language.parsed import Name, Parsed
from kg.language.reader import Unit
from kg.register import Register, bodies_in
from kg.structure.report import Report

ISSUES = re.compile("(?P<who>.*?)(?:关于)?(?:重新|联合)?(?:印发|发布|公布)(?P<what>.{6,}?)的(?:通知|公告|通告|函)")
"""The title of a notice that issues a document."""
SOURCE = re.compile(
    r"来源[：:][^\S\n]*(?P<who>[\u4e00-\u9fff]{2,12}?(?:[日晚时]报|新闻网|政府|办公[厅室]|研究室|[局厅委科]|中心))"
    r"(?=[^\S\n]*(?:$|20\d\d|[【\[|]|阅读|浏览|点击|访问|时间|日期|发布|作者|编辑))",
    re.MULTILINE,
)
"""Who published a text, as its page tells: 来源：北京日报, 来源:海滨市房产局2023-04-28."""

SPEAKER = re.compile(
    r"(?:^|(?<=会议上)|(?<=日))(?P<who>[\u4e00-\u9fff]{0,9}人民政府|国务院)\s?(?:代理?)?(?:[省市区县州盟旗]长|主席|总理)[\u4e00-\u9fff·?\s]{2,12}",
    re.MULTILINE,
)
"""Who reports to a congress, under the title: 海滨省人民政府省长某某."""
FRONT = 700
"""Characters of a report in which that stands."""
CORPS = re.compile(
    r"[^，,、；;：:和及（(\s]{2,8}兵团[^，,、；;：:和及（(\s]{0,14}(?:[局委厅办]|部门)(?:[（(][局厅委办、]{1,5}[)）])?(?=[，,、；;：:（(]|$)"
)
"""The corps's body among those of all provinces that a notice is for: 各省、自治区及|新疆生产建设兵团卫生健康委."""
EACH = re.compile("(?:^|[，,；;：:])各[^，,；;：:]*$")
"""Before a name in an addressee that begins with each division of a kind: 各区民政局、|财政局."""


def names_of(characters: str, parsed: Parsed, register: Register) -> tuple[Name, ...]:
    """What the reader saw in a sentence, put right by what the word lists know."""
    start, end = parsed.sentence.start, parsed.sentence.end
    seen = with_drafted(characters, parsed, parsed.names)
    names = titles(characters, start, end, settled(characters, start, end, seen, parsed.quantities))
    names = with_known(characters, start, end, typed_as_listed(characters, closed(characters, names)))
    names = without_others(characters, parsed.tokens, names)
    return with_made(characters, parsed, places_meant(characters, names, register))


def frame_names(report: Report, judge: Judge | None, others: Sequence[Name]) -> list[Name]:
    """The names in the headings and in the title, addressee and signature that overlap none of ``others``."""
    framed: list[Name] = []
    for name in _framed(report, judge):  # the issuer may be read in the title too
        if all(n.end <= name.start or name.end <= n.start for n in (*others, *framed)):
            framed.append(name)
    return framed


def _framed(report: Report, judge: Judge | None) -> Iterator[Name]:
    header = report.header
    headings = [Unit(s.start, s.heading, setting_of(report, s.start, s.parent, heading=True)) for s in report.sections]
    fields = [
        Unit(field.quote.start, field.quote.text, setting_of(report, field.quote.start, None, heading=True))
        for field in (header.title, header.recipient)
        if field is not None and field.quote.end > field.quote.start
    ]
    lines = [*headings, *fields]
    found = [_in_line(report, *each) for each in zip(lines, parse_names(lines, judge), strict=True)]
    if (recipient := header.recipient) is not None:
        for named in CORPS.finditer(recipient.quote.text):
            yield _body(*(recipient.quote.start + at for at in named.span()))
    yield from chain.from_iterable(found[: len(headings)])
    yield from _issued(report)
    yield from attached(report.text.characters)
    for line in SPEAKER.finditer(report.text.characters, 0, FRONT):
        yield _body(*line.span("who"))
    for line in SOURCE.finditer(report.text.characters):
        yield _body(*line.span("who"))
    yield from (n for n in chain.from_iterable(found[len(headings) :]) if not _of_each(report, n))
    if header.issuer is not None:
        yield from _bodies(header.issuer.quote.start, header.issuer.quote.text)


def _of_each(report: Report, name: Name) -> bool:
    """Whether a name of the addressee is that of each division's own body: 各区民政局、|财政局|，市医保局."""
    recipient = report.header.recipient
    if recipient is None or not recipient.quote.start <= name.start < recipient.quote.end:
        return False
    before = report.text.characters[recipient.quote.start : name.start]
    return EACH.search(before) is not None


def _issued(report: Report) -> Iterator[Name]:
    """Who issues which document, in the lines that a notice's title fills, and the title of what it issues in lines of
    its own, as over what is attached."""
    title = report.header.title
    named = ISSUES.fullmatch(title.value) if title else None
    if title is None or named is None:
        return
    characters, start = report.text.characters, named.start("what")
    for line in re.finditer(rf"^\s*(?P<title>{re.escape(title.value)})\s*$", characters, re.MULTILINE):
        yield from _bodies(line.start("title"), named["who"])
        yield _document(line.start("title") + start, line.start("title") + named.end("what"))
    what = re.escape(named["what"].strip("《》〈〉<>"))
    for line in re.finditer(rf"^\s*《?(?P<what>{what})》?\s*$", characters, re.MULTILINE):
        yield _document(*line.span("what"))


def _bodies(at: int, text: str) -> Iterator[Name]:
    for body in bodies_in(text):
        if (place := text.find(body)) >= 0:  # a name broken over two lines has no place of its own
            yield _body(at + place, at + place + len(body))


def _body(start: int, end: int) -> Name:
    return Name(start, end, "organisation", 1.0, 0.0, 0.0, 0.0, 0.0)


def _document(start: int, end: int) -> Name:
    return Name(start, end, "document", 1.0, 0.0, 0.0, 0.0, 0.0)


def _in_line(report: Report, line: Unit, names: tuple[Name, ...]) -> tuple[Name, ...]:
    """The names that the reader saw in a line, put right."""
    characters, start, end = report.text.characters, line.start, line.start + len(line.text)
    return titles(characters, start, end, settled(characters, start, end, names, ()))


def with_figures_outside(parsed: Parsed, entities: Sequence[Entity]) -> Parsed:
    """The sentence without the dates and counts that are part of a name (2023年…大会)."""
    if not (parsed.days or parsed.quantities or parsed.counts):
        return parsed
    around = [e for e in entities if parsed.sentence.start <= e.start < parsed.sentence.end]

    def outside(start: int, end: int) -> bool:
        return not any(e.start <= start and end <= e.end and len(e.text) > end - start for e in around)

    return replace(
        parsed,
        days=tuple(d for d in parsed.days if outside(d.start, d.end)),
        quantities=tuple(q for q in parsed.quantities if outside(q.start, q.end)),
        counts=tuple(c for c in parsed.counts if outside(c.quantity.start, c.quantity.end)),
    )
