"""The numbers of headings: which grammars there are, and how deep each stands (GB/T 9704-2012, 7.3.3)."""

from __future__ import annotations

import re
from dataclasses import dataclass

_HAN = "[一二三四五六七八九十百〇零]"


@dataclass(frozen=True, slots=True)
class Grammar:
    """A form of number. ``level`` is that of the standard; 0 marks the forms that stand above 一、."""

    name: str
    level: int
    pattern: str
    """Matches at the start of a line; the group is the number as it is given out."""
    example: str


GRAMMARS = (
    Grammar("part", 0, rf"(第\s*(?:{_HAN}{{1,3}}|\d{{1,2}})\s*(?:编|篇|部分))[、：:.．]?", "第一部分 工作回顾"),
    Grammar("chapter", 0, rf"(第\s*(?:{_HAN}{{1,3}}|\d{{1,2}})\s*章)[、：:.．]?", "第一章 总则"),
    Grammar("division", 0, rf"(第\s*(?:{_HAN}{{1,3}}|\d{{1,2}})\s*节)[、：:.．]?", "第一节 一般规定"),
    Grammar("han", 1, rf"({_HAN}{{1,3}})\s*[、.．]", "一、总体要求"),
    Grammar("han in brackets", 2, rf"([（(]\s*{_HAN}{{1,3}}\s*[)）]|[㈠-㈩])[、.．]?", "（一）加强领导"),
    Grammar("figure", 3, r"(\d{1,3})\s*[.．﹒、](?!\d)|([⒈-⒛])", "1.加强领导"),
    Grammar("figure in brackets", 4, r"([（(]\s*\d{1,3}\s*[)）]|\d{1,3}[)）]|[⑴-⒇])[、.．]?", "（1）加强领导"),
    Grammar("circle", 5, r"([①-⑳])[、.．]?", "①加强领导"),
)

OUTER = tuple(g.name for g in GRAMMARS if g.level == 0)

_ARTICLE = re.compile(rf"第\s*(?:{_HAN}{{1,4}}|\d{{1,3}})\s*条[、：:.．]?\s*")
_POINT = re.compile(rf"{_HAN}{{1,2}}是[要：:]?|其{_HAN}(?:是[要：:]?|[、：:])")

_COMPILED = tuple((g, re.compile(g.pattern)) for g in GRAMMARS)
_DECIMAL = re.compile(r"(\d{1,2}(?:[.．]\d{1,2}){1,4})(?![\d.．%％])\s*(?=[^\d\s])")
_DECIMAL_TOP = re.compile(r"(\d{1,2})[.．、\s]\s*(?=[^\d\s])")
_SECOND = re.compile(r"\d{1,2}[.．]2(?![\d.．%％])")


@dataclass(frozen=True, slots=True)
class Number:
    """A number at the start of a line: ``end`` is where the words after it begin, counted from the line's start."""

    grammar: str
    level: int
    text: str
    end: int


def number_of(line: str, decimal: bool = False) -> Number | None:
    """The number at the start of a line; ``decimal`` where the document counts 1, 1.1, 1.1.1."""
    if decimal and (found := _decimal(line)):
        return found
    for grammar, pattern in _COMPILED:
        if match := pattern.match(line):
            text = next(g for g in match.groups() if g)
            end = match.end()
            while end < len(line) and line[end] in " \u3000\t\xa0":
                end += 1
            return Number(grammar.name, grammar.level, text, end)
    return None


def words_at(text: str) -> int:
    """Where the words of an item begin, behind the number of an article, a heading or a point: 第三条, （一）, 二是."""
    at = len(text) - len(text.lstrip())
    if article := _ARTICLE.match(text, at):
        at = article.end()
    if number := number_of(text[at:]):
        at += number.end
    if point := _POINT.match(text, at):
        at = point.end()
    return at


def counts_in_decimals(lines: list[str]) -> bool:
    """Whether the document's headings are 1, 1.1, 1.1.1, as in emergency plans: it then has an x.1 and an x.2."""
    first = any(t.startswith(("1.1", "1．1", "１．１")) for t in lines)
    return first and any(_SECOND.match(t) and _DECIMAL.match(t) for t in lines)


def _decimal(line: str) -> Number | None:
    if match := _DECIMAL.match(line):
        parts = re.split("[.．]", match[1])
        return Number("decimal", len(parts), match[1], match.end())
    if match := _DECIMAL_TOP.match(line):
        return Number("decimal", 1, match[1], match.end())
    return None
