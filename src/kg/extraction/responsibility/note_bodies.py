"""The bodies that a stretch of a note names: A、B and C, 各区政府〈含开发区〉, …等有关部门."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from kg.extraction.responsibility.areas import government
from kg.facts import Agent, Quote
from kg.language.parsed import Name
from kg.register import Register
from kg.register.levels import level_words
from kg.words import either, group_of

FIRST_LEADS = re.compile(
    r"(?:第一|首位|首个)[^。；;]{0,12}(?:牵头|主责)(?:单位|部门)|第一[^。；;]{0,3}(?:单位|部门)[^。；;]{0,6}牵头"
)
"""A sentence that tells how notes are meant: 排序第一的责任单位为该项牵头单位."""
WHICH_LEAD = re.compile("[的者]为(?:该项)?(?:牵头|主责)(?:单位|部门)")
"""The same, of which ones: 逗号前面的为牵头单位."""
NESTED = re.compile(r"[(（〈<〔][^()（）〈〉<>〔〕]*[)）〉>〕]")
PARTED = re.compile(r"\s*(?P<whose>[^\0\s]{2,16})\0+(?P<body>(?:人民)?政府)(?:具体|共同|分别)?\s*")
"""A body whose name a bracket parts: 各区县〈自治县〉政府."""
TERMS = re.compile(r"以下|下同|简称")
AND_OTHERS = re.compile(
    r"等?(?:市直|省直|区直|县直|各)?(?:有关|相关|成员)(?:单位|部门)(?:和(?:有关|相关)?(?:单位|部门))?等?"
)
OPENED = re.compile(r"[(（〔\[【〈<：:]")
LONGEST_BODY = 20
SHARE = 0.3


@cache
def between() -> re.Pattern[str]:
    """What parts bodies; a 和 inside a body's name (市发展和改革委) parts none."""
    goes_on, may = (either(group_of("body-words", word)) for word in ("organ-behind-and", "organ-may-go-on"))
    return re.compile(
        rf"[、,，;；。]|以?及|(?<=[局委办厅部])[和与](?!{goes_on})|(?<![局委办厅部])和(?!{goes_on}|{may})"
    )


@cache
def organ() -> re.Pattern[str]:
    return re.compile(rf"(?:{either(group_of('body-words', 'organ'))})$")


@cache
def _leading() -> re.Pattern[str]:
    return re.compile(rf"^(?:{either(group_of('body-words', 'note-opening'))}|\d+个)")


@cache
def _filler() -> re.Pattern[str]:
    return re.compile(rf"等?(?:{either(group_of('body-words', 'note-filler'))})?(?:单位|部门)?等?$")


def only_bodies(characters: str, start: int, end: int, register: Register) -> bool:
    """Whether a bracket behind a sentence holds nothing but bodies, the first of them one of a level: …。(市财政局)"""
    if characters[max(0, start - 2) : start].strip()[-1:] not in ("。", "；", ";"):
        return False
    parts = between().split(characters[start + 1 : end - 1])
    known = parts[0].startswith(tuple(level_words())) or register.body_name(parts[0]).found == "register"
    return known and all(2 < len(p) <= LONGEST_BODY and organ().search(p) and not OPENED.search(p) for p in parts)


def without(aside: re.Pattern[str], text: str) -> str:
    return aside.sub(lambda m: "\0" * len(m.group()), text)


def bodies_of(characters: str, start: int, end: int, names: Sequence[Name], register: Register) -> Iterator[Agent]:
    """The bodies between these places: names that the reader saw, and other parts that end as a body's name does. What
    stands in brackets inside (各区政府〈含开发区〉) belongs to the body before it."""
    text = without(AND_OTHERS, without(NESTED, characters[start:end]))
    inside = [n for n in names if start <= n.start and n.end <= end and n.type in ("organisation", "site", "place")]
    at = 0
    for part in [*between().finditer(text), None]:
        stop = part.start() if part else len(text)
        seen = [n for n in inside if n.start < start + stop and start + at < n.end]
        if (parted := PARTED.fullmatch(text, at, stop)) and TERMS.search(characters, start + at, start + stop):
            yield _parted(characters, start + parted.start("whose"), start + parted.end("body"), parted, register)
            at = part.end() if part else stop
            continue
        spelled = _spelled(text, at, stop)
        bodies = [n for n in seen if n.type == "organisation" and "\0" not in text[n.start - start : n.end - start]]
        if spelled and (len(bodies) != 1 or bodies[0].end - bodies[0].start < spelled[1] - spelled[0]):
            yield _agent(characters, start + spelled[0], start + spelled[1], register, SHARE)
        else:
            for name in bodies or seen[:1]:
                if name.start >= start + at:
                    yield _agent(characters, name.start, name.end, register, max(name.lead, name.partner, SHARE))
        at = part.end() if part else stop


def _parted(characters: str, start: int, end: int, parted: re.Match[str], register: Register) -> Agent:
    """A body with a bracket inside its name."""
    name = register.body_name(parted["whose"] + parted["body"]).name
    return Agent(name, "lead", "explicit", Quote(start, end, characters[start:end]), SHARE)


def _spelled(text: str, start: int, end: int) -> tuple[int, int] | None:
    """A part of a list that ends as a body's name does, without the words around it."""
    part = text[start:end].split("\0", 1)[0].rstrip()
    if FIRST_LEADS.search(part) or WHICH_LEAD.search(part):
        return None
    lead = _leading().match(part.lstrip())
    start += len(part) - len(part.lstrip()) + (lead.end() if lead else 0)
    part = part.lstrip()[lead.end() if lead else 0 :]
    if (filler := _filler().search(part)) and filler.start() and organ().search(part[: filler.start()]):
        part = part[: filler.start()]
    return (start, start + len(part)) if 2 <= len(part) <= LONGEST_BODY and organ().search(part) else None


def _agent(characters: str, start: int, end: int, register: Register, score: float) -> Agent:
    text = characters[start:end]
    whole = text.replace("\n", "")
    name = government(whole, register) or register.body_name(whole).name
    return Agent(name, "lead", "explicit", Quote(start, end, text), round(score, 2))
