"""What a document says of its own names: abbreviations it introduces, short mentions of what it named in full."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from kg.register.divisions import parted, provinces
from kg.words import words_of

INTRODUCED = re.compile(
    r"(?P<full>[^，,。；;：:、（()）\n]{3,40})[（(]\s*(?:以下|下)?(?:统一?)?简称(?:为)?[:：]?\s*[“\"]?(?P<short>[^”\"（()）\n]{2,20})[”\"]?\s*[)）]"
)
"""市“一窗受理”工作领导小组（以下简称“领导小组”）."""

ADDRESSEE = re.compile(r"[^、，,；;各及和与]{2,20}(?P<organ>[委局厅部办])")
GOVERNMENT = re.compile(r"[^、，,；;及和与]{2,20}?(?P<of>自治区|[省市区县州])人民政府")
FORWARDED = re.compile(r"转发(?P<who>[^、关《\n]{2,18}(?P<organ>[委局厅部办]))(?=关于|《|\n|$)")
"""国务院办公厅转发国家地震局关于…的通知."""

LEVELS = "省市区县州"
SHORTEST = 3
"""Characters of a mention that may stand for a longer name of the document."""

SHARE, SHARE_OF_QUOTED = 0.5, 0.35
"""Least part of the longer name's characters that a short mention has; quotes tell that it is a name."""

LONGEST_TITLE = 8
"""Characters, closing mark included, of a title that may stand for a longer one (《纲要（草案）》)."""

JOINTS = ("、", "和", "及", "与", "或")
QUOTES = str.maketrans("", "", "“”‘’\"'")
LEAST_INITIALS = 5
PLACE_IN_BRACKETS = re.compile(r"[(（][\u4e00-\u9fff]{2,3}[)）]")
"""福建大佳（平潭）律师事务所."""

LEAST_LEFT_OUT = 3
"""Characters that an abbreviation leaves out at least: 农业银行 is not the 农业发展银行."""


def introduced(characters: str, named: Iterable[tuple[int, int]]) -> dict[str, str]:
    """Abbreviation → the full name that it is introduced for, as they stand.

    ``named`` are spans of names that were read: the full name is the one that ends before the bracket, else none. Of
    several side by side (事业单位和社会组织) it is the last one's only where it consists of its characters.
    """
    ends = {end: start for start, end in sorted(named, reverse=True)}
    found: dict[str, str] = {}
    for match in INTRODUCED.finditer(characters):
        start = ends.get(match.end("full"))
        if start is None:
            continue
        short, full = match["short"].strip('“”"'), characters[start : match.end("full")]
        if characters[start - 1 : start] not in JOINTS or set(short) <= set(full):
            found.setdefault(short, full)
    return found


def addressed(title: str | None, recipient: str | None) -> dict[str, str]:
    """The words for those who are spoken to and spoken for → the bodies as they stand: 你委 and 你省 are the addressee,
    and in a document that an office forwards 我局 is the bureau that wrote it."""
    found: dict[str, str] = {}
    if recipient and (body := ADDRESSEE.fullmatch(recipient.strip("：: "))):
        found["你" + body["organ"]] = body.group()
    if recipient and (body := GOVERNMENT.fullmatch(recipient.strip("：: "))):
        found["你" + body["of"]] = body.group()
    if title and (written := FORWARDED.search(title)):
        found |= {word + written["organ"]: written["who"] for word in "我本"}
    return found


def shortened(texts: Iterable[str], known: Mapping[str, str]) -> dict[str, str]:
    """Short mention → the one longer mention of the document that it abbreviates; none where several could be meant.

    ``texts`` are mentions of one type in the document's order; ``known`` are those that were resolved otherwise.
    """
    order = list(dict.fromkeys(texts))
    found: dict[str, str] = {}
    for place, short in enumerate(order):
        if short in known or len(short) < SHORTEST:
            continue
        before = [full for full in order[:place] if abbreviates(short, full) or _is_called(short, full)]
        fits = before or [full for full in order[place:] if _is_without_division(short, full)]
        longest = [full for full in fits if not any(abbreviates(full, other) for other in fits if other != full)]
        if len(longest) == 1:
            found[short] = longest[0]
    return found


def tailed(texts: Iterable[str], known: Mapping[str, str]) -> dict[str, str]:
    """Title or name of an event → the one mentioned before that it is the tail of: 《建议》 after 《…规划的建议》,
    奥运会 after 北京奥运会; none where several could be meant."""
    order = list(dict.fromkeys(texts))
    found: dict[str, str] = {}
    for place, short in enumerate(order):
        tail = short.removeprefix("《")
        if short in known or len(tail) < SHORTEST or (short != tail and len(tail) > LONGEST_TITLE):
            continue
        fits = [full for full in order[:place] if len(full) > len(short) and full.endswith(tail)]
        fits = [full for full in fits if short == tail or full.startswith("《")]
        longest = [full for full in fits if not any(other != full and _ends_with(other, full) for other in fits)]
        if len(longest) == 1:
            found[short] = longest[0]
    return found


def _ends_with(full: str, short: str) -> bool:
    return full.endswith(short.removeprefix("《")) and len(full) > len(short)


def levelled(texts: Iterable[str], known: Mapping[str, str]) -> dict[str, str]:
    """Mention → the same with the word for the issuer's level before it, where the document has that too: 城发集团 →
    区城发集团. None where it has two such."""
    there = set(texts)
    found: dict[str, str] = {}
    for text in sorted(there - set(known)):
        fuller = [level + text for level in LEVELS if level + text in there]
        if len(text) >= SHORTEST and text[0] not in LEVELS and len(fuller) == 1:
            found[text] = fuller[0]
    return found


def abbreviates(short: str, full: str) -> bool:
    """True where a short name's characters stand in a full one in order, from the start of the full name without its
    division to its very end: 公平竞争委 … 静安区公平竞争委员会 does not end so, 投促集团 … 投资促进投资集团 does.
    Also for a name without its division, and for one of each word's first character: 台创园 … 台湾创业园."""
    bare, own = _bare(full), _bare(short)
    if _is_without_division(short, full) or _initials(bare) == own:
        return True
    share = SHARE_OF_QUOTED if _quoted(short) and _quoted(full) else SHARE
    if not own or len(bare) - len(own) < LEAST_LEFT_OUT or len(own) < share * len(bare):
        return False
    if own[0] != bare[0] or own[-2:] != bare[-2:] or any(mark in bare for mark in "()（）、"):
        return False
    rest = iter(bare)
    return all(character in rest for character in own)


def _is_without_division(short: str, full: str) -> bool:
    return len(short) < len(full) and _bare(full) == short.translate(QUOTES)


def _is_called(short: str, full: str) -> bool:
    """True for a coordinating body that is called again by its class alone: 领导小组."""
    return short in words_of("coordinating-bodies") and full.endswith(short) and len(full) > len(short) + 2


def _quoted(name: str) -> bool:
    return "“" in name


def _initials(name: str) -> str:
    """The first character of each pair and what is left over: words of two characters are the rule in names."""
    return name[::2] if len(name) % 2 and len(name) >= LEAST_INITIALS else ""


def edges(name: str) -> frozenset[str]:
    """First and last character, with what stands before the name and without it: a name and one that `abbreviates` it
    share one of these."""
    return frozenset(form[0] + form[-1] for form in (name.translate(QUOTES), _bare(name)) if form)


@lru_cache(maxsize=4096)  # each name of a document is compared with all the others
def _bare(name: str) -> str:
    """A name without quotes, the division or the province's short name before it and the place in brackets within it:
    firms are called so (企业名称登记管理规定 第六条)."""
    name = PLACE_IN_BRACKETS.sub("", name.translate(QUOTES))
    division, bare = parted(name)
    short = next((p for p in provinces() if name.startswith(p)), "") if not division else ""
    if short and len(bare) - len(short) >= LEAST_INITIALS:
        return bare[len(short) :]
    return bare[1:] if not division and bare[:1] and bare[0] in LEVELS and len(bare) > SHORTEST else bare or name
