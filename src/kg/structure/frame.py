"""The frame of a document: what stands before and after its body (GB/T 9704-2012, clause 7)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from kg.facts import Field, Header, Quote
from kg.structure.days import DAY, iso_day
from kg.structure.headings import ATTACHMENT
from kg.structure.issuer import issuer_of
from kg.structure.lines import Line
from kg.structure.numbering import number_of
from kg.structure.page import bare, published
from kg.structure.signature import ATTACHED_LIST, SIDE_NOTE, Signature, find_signature, is_body
from kg.structure.words import alternatives

MOST_FRONT_LINES = 25
LONGEST_TITLE_LINE = 70
MOST_TITLE_LINES = 8
SHORTEST_TITLE = 4
LONGEST_RECIPIENT = 400
LONGEST_OPENING = 3000

CODE = (
    r"[一-鿿A-Za-z（）()]{1,20}[〔﹝\[［(（【〖〈]\s*(?:19|20|１９|２０)\d\d\s*[〕﹞\]］)）】〗〉]\s*第?\s*\d{1,5}\s*号"
)
"""A document number: code of the organ, year, number (GB/T 9704-2012, 7.2.5); brackets of any kind are met."""

_NUMBER_LINE = re.compile(
    rf"(?:(?:发文字号|文\s*号|发文号)\s*[:：]\s*|[（(])?({CODE}|[一-鿿]{{2,12}}令\s*第?\s*\d{{1,4}}\s*号|"
    r"(?:[一-鿿]{2,40}公告\s*)?\d{4}\s*年\s*第\s*\d{1,4}\s*号)"
    r"[)）]?(?:\s*签发人.{0,20})?$"
)
_DECREE = re.compile(r"[一-鿿]{4,30}令$")
_DECREE_NUMBER = re.compile(r"[（(]?\s*第\s*\d{1,4}\s*号\s*[)）]?$")
"""The number of a decree stands under its name (GB/T 9704-2012, 10.2): 某市人民政府令 / 第19号."""
_SOURCE = re.compile(
    rf"(?:{alternatives('source')})\s*[:：]|[一-鿿]{{0,12}}社.{{0,24}}电$|[一-鿿]{{2,12}}(?:{alternatives('press')})$"
    rf"|\d{{4}}-\d\d-\d\d\D?\s*\d\d?:|\d{{6,}}|.{{0,20}}政府信息公开$|(?:{alternatives('page')})$"
)
_DASH = "[-—－–─―]"
_SUBTITLE = re.compile(rf"{_DASH}{{1,4}}\s*\S|[（(]?\s*{DAY}.{{0,6}}在.+(?:会议|大会)")
_WITH_SUBTITLE = re.compile(r"(.{4,60}?)((?:[—－─―]{2}|-{2,4})\s*\d.*)$")
_DAY_LINE = re.compile(rf"[（(]?\s*({DAY})[^一-鿿]{{0,3}}$")
_MEETING = re.compile(r"在(.{2,40}?(?:会议|大会))(?!第)(?=$|上|的|作|[^一-鿿]|[一-鿿]{2,30}(?:报告|说明))")
_DAY = re.compile(DAY)
_IS_PROSE = re.compile(r"。[^》”’」』）)]")
_RED_HEAD = re.compile(r"(?!.*关于)[一-鿿、]{2,40}文件$")
_KIND = re.compile(rf"(?:{alternatives('kind')})[》”>]?(?:[（(][^（()）]{{1,20}}[)）])?(?:[［\[]\d{{1,2}}[\]］])?$")
_OF_KIND = re.compile(rf"的[^的，。]{{0,8}}(?:{alternatives('kind')})$")
_ADDRESSEE = re.compile(rf"(?:{alternatives('body', 'addressee')})(?:[（(][^（()）]{{1,60}}[)）])?$")
_EACH = re.compile("各(?![种类项自])[^要应须]*(?<!情况|进展|投入|安排|工作|任务|措施|目标|成效|问题)$")
"""All of a kind are addressed, whatever kind it is: 各幼儿园, 各人民团体."""
_NO_ADDRESSEE = re.compile(rf"。|{alternatives('introducing')}|^(?:{alternatives('introducing-start')})")
_BRACKET_LINE = re.compile(r"[（(【〔].*[)）】〕]$")
_PEOPLE = re.compile(r"各位(?:代表|委员)|同志们")
_SENTENCE_END = re.compile(r"[。！？!?；;，,]$")
_ANSWERS = re.compile(
    rf"《[^《》\n]{{0,120}}(?:《[^《》\n]{{0,80}}》[^《》\n]{{0,80}})?审议意见书?[^《》\n]{{0,20}}》"
    rf"\s*[（(]\s*({CODE})\s*[)）]"
)
_ATTACHED_ITEM = re.compile(r"\d{1,2}\s*[.．、](?!\d)[^。；;]{2,60}$")
_IN_FORCE = re.compile(rf"自(?:公布|发布|印发)之日\s*[（(]\s*({DAY})\s*[)）]\s*起")
_HEADLINE = re.compile(
    r"(?!.*关于(?:印发|出台|发布|公布))[^《》“”，,。]{2,24}?(?:近日|日前)?(?:印发|出台|发布|公布)《(.{4,120})》$"
)
"""The headline of a piece of news that hands on a document: …人民政府近日印发《…方案》."""
_NEWS = re.compile(
    r"(?:[^《》。]{0,80}[:：,，])?(?P<body>[^《》“”，,。:：\d]{4,40}?)(?:近日|日前)?(?:联合)?(?:印发|出台|发布|公布)了?"
    r"《(?P<title>[^《》\n]{6,120})》(?:的通知)?[。，,]"
)
"""The first line of a piece of news that tells who issued the document: …,某市人民政府办公室印发《…措施》的通知。"""
_HANDED_ON = re.compile(r"《([^《》\n]{4,120})》[^。\n]{0,60}(?:印发|转发)给你们")


@dataclass(frozen=True, slots=True)
class Frame:
    """The header, and which lines belong to the frame and not to the body."""

    header: Header
    lines: frozenset[int]
    borders: tuple[int, ...]
    """Where the signature and the attachments begin, in order."""


@dataclass(slots=True)
class _Front:
    """What was found so far before the body."""

    title: list[Line] = field(default_factory=list)
    number: Field | None = None
    decree: list[Line] = field(default_factory=list)
    recipient: Field | None = None
    subtitle: Line | None = None
    day: Field | None = None
    under_title: list[Line] = field(default_factory=list)
    used: list[int] = field(default_factory=list)


def _quoted(line: Line, start: int, end: int, value: str | None = None) -> Field:
    """A field quoted from a line; ``start`` and ``end`` count from the line's start."""
    text = line.text[start:end]
    return Field(text if value is None else value, Quote(line.start + start, line.start + end, text))


def find_frame(characters: str, lines: Sequence[Line]) -> Frame:
    """The frame of the document with these lines."""
    front, body = _front(lines)
    signature = find_signature(characters, lines, body)
    title, attached = bare(front.title), _attached_title(lines, signature, body)
    used, borders = _behind(lines[body:])
    used.update(front.used, (line.index for line in attached))
    if signature:
        used.update(signature.lines)
        borders.append(lines[signature.lines[0]].start)
    opening = characters[: min(lines[min(body + 6, len(lines) - 1)].end, LONGEST_OPENING)] if lines else ""
    name = _title(characters, title or attached) or _first_group(_HANDED_ON.search(opening))
    news = _news(lines) if name is None else None
    named = issuer_of(characters, title, front.subtitle, front.under_title, lines)
    issuer = signature.issuer if signature else None
    if issuer is None:
        issuer = _quoted(lines[0], *news.span("body")) if news and named is None else named
    elif signature and named and _wrapped(lines, signature, issuer, named):
        first = lines[signature.lines[0] - 1]
        used.add(first.index)
        end = issuer.quote.end
        issuer = Field(named.value, Quote(first.start, end, characters[first.start : end]))
    header = Header(
        title=_quoted(lines[0], *news.span("title")) if news else name,
        number=front.number or _joined(characters, front.decree),
        recipient=_recipient(front),
        issuer=issuer,
        date=(signature.day if signature else None) or front.day or _day_told(characters),
        responds_to=_first_group(_ANSWERS.search(opening)),
    )
    return Frame(header, frozenset(used), tuple(sorted(borders)))


def _behind(lines: Sequence[Line]) -> tuple[set[int], list[int]]:
    """Of the lines behind the front the indexes of those that are not of the body (what opens an attachment, lists of
    attachments, notes, sources), and where attachments begin."""
    used: set[int] = set()
    borders: list[int] = []
    listing = False
    for line in lines:
        opens = ATTACHMENT.match(line.text)
        if opens:
            borders.append(line.start)
        listing = bool(ATTACHED_LIST.match(line.text)) or (listing and bool(_ATTACHED_ITEM.match(line.text)))
        if opens or listing or SIDE_NOTE.match(line.text) or _SOURCE.match(line.text):
            used.add(line.index)
    return used, borders


def _news(lines: Sequence[Line]) -> re.Match[str] | None:
    """The first line where it is that of a piece of news: ``body`` issued the document ``title``."""
    news = _NEWS.match(lines[0].text) if lines else None
    return news if news and is_body(news["body"]) else None


def _wrapped(lines: Sequence[Line], signature: Signature, signed: Field, named: Field) -> bool:
    """Whether the signature's first line is the second half of the name that the title gives in one."""
    above = lines[signature.lines[0] - 1].text if signature.lines[0] else ""
    return above + signed.value == named.value


def _front(lines: Sequence[Line]) -> tuple[_Front, int]:
    """What stands before the body, and the index of the body's first line."""
    front = _Front()
    for line, following in zip(lines[:MOST_FRONT_LINES], [*lines[1 : MOST_FRONT_LINES + 1], None], strict=False):
        if not (found := _take(front, line, following)):
            break
        front.used.append(line.index)
        if found == "recipient":
            break
    return front, len(front.used)


def _take(front: _Front, line: Line, following: Line | None) -> str | None:
    """Which part of the front this line is, put into ``front``; None where the body begins."""
    text = line.text
    if number := _NUMBER_LINE.match(text):
        front.number = front.number or _quoted(line, *number.span(1))
        return "number"
    if front.under_title and _DECREE.match(front.under_title[-1].text) and _DECREE_NUMBER.match(text):
        front.decree = [front.under_title[-1], line]
        return "number"
    if is_recipient(text):
        front.recipient = _quoted(line, 0, len(text) - 1)
        return "recipient"
    if _SOURCE.match(text) and len(text) < 60:
        return "source"
    if number_of(text) or ATTACHMENT.match(text):
        return None
    if day := _DAY_LINE.match(text):
        if iso := iso_day(day[1]):
            front.day = front.day or _quoted(line, *day.span(1), iso)
        return "day"
    if _SUBTITLE.match(text) and front.title and front.subtitle is None and len(text) <= 120:
        front.subtitle = line
        if (day := _DAY.search(text)) and (iso := iso_day(day[0])):
            front.day = front.day or _quoted(line, *day.span(), iso)
        return "subtitle"
    return _take_title(front, line, following)


def _take_title(front: _Front, line: Line, following: Line | None) -> str | None:
    text = line.text
    if _SENTENCE_END.search(text) or text[-1] in "：:" or " | " in text or _IS_PROSE.search(text):
        return None
    if not front.title:
        if _RED_HEAD.match(text) and following and not _SENTENCE_END.search(following.text):
            return "red head"
        if len(text) > 2 * LONGEST_TITLE_LINE:
            return None
        if len(text) < SHORTEST_TITLE:
            return "note"
        if match := _WITH_SUBTITLE.match(text):
            cut = line.start + match.start(2)
            _take(front, Line(line.index, line.start, cut, match[1]), following)
            return _take(front, Line(line.index, cut, line.end, match[2]), following)
        front.title.append(line)
        return "title"
    adjoining = line.index == front.title[-1].index + 1 and len(front.title) < MOST_TITLE_LINES
    if adjoining and len(text) <= LONGEST_TITLE_LINE and _title_open(front.title, text):
        front.title.append(line)
        return "title"
    if _RED_HEAD.match(text) or (_KIND.search(text) and len(text) <= 2 * LONGEST_TITLE_LINE):
        return "title again"
    if _BRACKET_LINE.match(text) and len(text) <= 40:
        return "note"
    short = len(text) <= 40 or is_body(text)
    if short and len(front.under_title) < 3 and not front.recipient:
        front.under_title.append(line)
        return "under title"
    return None


def _title_open(title: list[Line], following: str) -> bool:
    """Whether the title goes on in the next line: it has not come to a kind of document yet."""
    text = "".join(line.text for line in title)
    if following.startswith("的") or (_BRACKET_LINE.match(following) and len(following) <= 12):
        return True
    if _unclosed(text) or not _KIND.search(text):
        return True
    # 关于…制度 / …制度的指导意见: a title with 关于 ends in 的 and the kind, where a line is left that does.
    return "关于" in text and not _OF_KIND.search(text) and "关于" not in following and bool(_OF_KIND.search(following))


def _unclosed(text: str) -> bool:
    count = Counter(text)
    return count["《"] > count["》"] or count["（"] + count["("] > count["）"] + count[")"]


def is_recipient(text: str) -> bool:
    """Whether a line is the 主送机关: bodies or people addressed, closed by a colon (GB/T 9704-2012, 7.3.2)."""
    if text[-1] not in "：:！!" or len(text) > LONGEST_RECIPIENT:
        return False
    name = text[:-1].rstrip()
    if text[-1] in "！!":
        return bool(_PEOPLE.match(name)) and len(name) <= 12
    return bool(
        (_ADDRESSEE.search(name) or _EACH.match(name) or _PEOPLE.match(name)) and not _NO_ADDRESSEE.search(name)
    )


def _recipient(front: _Front) -> Field | None:
    """The recipient; for a speech the meeting that is named under the title rather than 各位代表."""
    spoken = front.recipient is None or _PEOPLE.match(front.recipient.value)
    if spoken and front.subtitle and (meeting := _MEETING.search(front.subtitle.text)):
        return _quoted(front.subtitle, *meeting.span(1))
    return front.recipient


def _title(characters: str, title: Sequence[Line]) -> Field | None:
    if not title:
        return None
    if headline := _HEADLINE.match(title[0].text):
        return _quoted(title[0], *headline.span(1))
    return _joined(characters, title)


def _joined(characters: str, lines: Sequence[Line]) -> Field | None:
    """What stands in these lines as one."""
    if not lines:
        return None
    start, end = lines[0].start, lines[-1].end
    return Field("".join(line.text for line in lines), Quote(start, end, characters[start:end]))


def _attached_title(lines: Sequence[Line], signature: Signature | None, body: int) -> list[Line]:
    """The title lines of what a letter hands on: they follow its signature."""
    if signature is None:
        return []
    front = _Front()
    for line in lines[signature.lines[-1] + 1 : signature.lines[-1] + 8]:
        if SIDE_NOTE.match(line.text) or ATTACHMENT.match(line.text):
            if front.title:
                break
            continue
        if number_of(line.text) or is_recipient(line.text) or _take_title(front, line, None) != "title":
            break
    return front.title


def _day_told(characters: str) -> Field | None:
    """The day of a document without signature: when it is in force, else when it was published."""
    told = _first_group(_IN_FORCE.search(characters))
    if told and (iso := iso_day(told.value)):
        return replace(told, value=iso)
    return next(published(characters), None)


def _first_group(match: re.Match[str] | None) -> Field | None:
    """The first group of a match in the whole text or its opening."""
    return Field(match[1], Quote(*match.span(1), match[1])) if match else None
