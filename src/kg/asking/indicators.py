"""What the thing is called that a figure measures, so that two names of one thing are alike and no others are."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from unicodedata import normalize

from kg.resources import rows
from kg.words import either, group_of, pattern

KINDS = ("total", "up", "down", "level", "new")
"""Kinds of figures that a word tells; of words that end at one place the longest counts: 增加到 is no 增加."""

_LETTERS = re.compile(r"[^\w%]|_")
_ASIDE = re.compile(r"[(（][^()（）]*[)）]")
_SINCE = re.compile(r"[比较](?:(?:19|20)\d\d年|十[一二三四五]五)(?:时期|同期|[末底])?|较上年$")
_EDGES = re.compile(r"^[和与及在的]+(?=..)|[和与及在的要将]+$|[达超为近约]+$")
_OF_NOUN = re.compile("[业性率费者员型量]")
"""A verb in front of one of these is a part of a noun: 服务业增加值, 保障性住房."""
SHORT = 2
"""So few letters are no name without their plain words: 投资 of 项目投资."""


def one_thing(one: str, other: str) -> bool:
    """Whether two names are of one thing: they are alike, words that make no other thing aside.

    A word that only one of them has makes it another, wherever it stands: 开工率 is no 竣工率.
    """
    return one == other or _core(one) == _core(other)


def bare(text: str) -> str:
    """Without the words in front that make no other thing."""
    return pattern("gauge-words", "^(?:{front})+").sub("", text)


def near(one: str, other: str) -> bool:
    """Whether one name is the other with words within it or behind it: 发明专利拥有量, 发明专利有效拥有量.

    Figures of such are no change, but may be told of one matter."""
    shorter, longer = sorted((_core(one), _core(other)), key=len)
    front = next((i for i, (a, b) in enumerate(zip(shorter, longer, strict=False)) if a != b), len(shorter))
    return front >= SHORT and longer.endswith(shorter[front:])


@cache
def _told() -> re.Pattern[str]:
    words = {word for kind in (*KINDS, "mean") for word in group_of("gauge-words", kind) if len(word) > 1}
    return telling(words)


def telling(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern of these words where they tell a kind of figure; 增加 in 增加值 tells none."""
    return re.compile(f"(?:{either(words)})(?!值|浓度|建筑)")


@cache
def name_of(words: str, verb: str = "") -> str:
    """The name of a thing as it is compared, without the verb that it is the object of."""
    name = bare(_told().sub("", _SINCE.sub("", _LETTERS.sub("", _ASIDE.sub("", normalize("NFKC", words))))))
    name = _EDGES.sub("", bare(_object(name, verb)))
    name = _EDGES.sub("", pattern("gauge-words", "(?:{front}|{behind})+$").sub("", name))
    for written, meant in _written():
        name = name.replace(written, meant)
    return name


def called_otherwise(name: str) -> tuple[str, ...]:
    """The name and, by one word each, its other ways of writing."""
    pairs = [pair for written, meant in _written() for pair in ((written, meant), (meant, written))]
    lower = ((_marked(one.lower()), _marked(other.lower())) for one, other in pairs)
    return tuple(dict.fromkeys((name, *(name.replace(one, other) for one, other in lower if one in name))))


def _marked(name: str) -> str:
    """A name in small letters as reports write it: names are compared without their marks, PM2.5 as PM25."""
    return name.replace("pm25", "pm2.5")


def _object(name: str, verb: str) -> str:
    """Without the verbs that it begins with: the measure's own, and those of making (新建改造农村公路)."""
    making = pattern("gauge-words", "^{making}")
    rest = name
    while rest:
        begins = len(verb) if verb and rest.startswith(verb) else len(found[0]) if (found := making.match(rest)) else 0
        again = rest != name and len(rest) - begins <= SHORT
        if not begins or again or _OF_NOUN.match(rest[begins:]):
            break
        rest = rest[begins:]
    return rest or name


@cache
def _core(name: str) -> str:
    """A name without the words that make no other thing; itself where too little else is in it."""
    core = pattern("gauge-words", "{plain}").sub("", name)
    return core if len(core) > SHORT else name


@cache
def _written() -> tuple[tuple[str, str], ...]:
    return tuple((written, meant) for written, meant, *_ in rows("seeds/lexicon/indicator-names.tsv"))
