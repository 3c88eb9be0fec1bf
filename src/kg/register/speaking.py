"""Who speaks in a document, and so how its register reads names: its signature, its title, else what it names most."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from kg.register.divisions import Division, Jurisdiction, around, jurisdiction, leading, provinces, table
from kg.register.names import OFFICE, Register
from kg.register.standard import central, departments
from kg.resources import rows
from kg.words import either, group_of, words_of

HAN = re.compile(r"[\u4e00-\u9fff]")
BRANCH = re.compile("[\u4e00-\u9fff]{2,12}?(?:税务局|分行|支行|监管分?局|营业管理部|调查总?队)")
"""How the name of an office of a body of the state goes on behind that body's: 中国人民银行|淮北市中心支行."""
OF_A_PROVINCE = re.compile("我省|省政府各部门")
OF_A_SMALLER = re.compile("我[市县区州旗盟]")
BEGINS = ("中华", "中国", "中央", "中共", "全国", "国家", "国务院")
"""How the next body of the state begins behind one that ends in no word for a body: 共青团中央|全国妇联."""
PARTY = "中共"
"""It begins the name of a committee, whatever stands before it."""
OF_GOVERNMENT = re.compile("[\u4e00-\u9fff]{2,12}?(?:人民)?政府(?=[\u4e00-\u9fff])(?!办公[厅室])")
BREAK = re.compile(r"[ \u3000、\n]+")


@cache
def _issues_for_the_state() -> tuple[str, ...]:
    return tuple(group_of("body-words", "state") | group_of("body-words", "state-issuer"))


@cache
def _organ_end() -> re.Pattern[str]:
    return re.compile(either(group_of("body-words", "side-end")))


@cache
def _joint() -> re.Pattern[str]:
    """A first body of those that stand side by side without a mark: 中共中央|国务院, 省委|省政府."""
    return re.compile(
        rf"(?:中共中央|党中央|国务院)(?=(?:{either(group_of('body-words', 'beside-centre'))})+$)"
        "|.*?(?P<level>[省市区县州旗]|自治区)委(?=(?P=level)(?:人民)?政府$)"
    )


def first_of_joint(text: str) -> int:
    """Where the first of several bodies ends that stand side by side without a mark; 0 where there are none."""
    joint = _joint().match(text)
    return joint.end() if joint else 0


def bodies_in(issuer: str) -> tuple[str, ...]:
    """The bodies that sign side by side, also where nothing parts them: 广州市财政局广州市民政局."""
    found: list[str] = []
    for body in (body for part in BREAK.split(issuer) if part for body in _apart(part)):
        if found and _goes_on(found[-1], body):
            found[-1] += body
        else:
            found.append(body)
    return tuple(found)


def _apart(text: str) -> Iterator[str]:
    if text in central():
        yield text
        return
    while joint := first_of_joint(text):
        yield text[:joint]
        text = text[joint:]
    while first := _first_of_state(text):
        yield text[:first]
        text = text[first:]
    at = 0
    for match in _organ_end().finditer(text):
        body, rest = text[at : match.end()], text[match.end() :]
        if len(body) > 2 and not _goes_on(body, rest) and _is_another(rest, text) and not _of_both(body, rest):
            yield body
            at = match.end()
    yield text[at:]


def _first_of_state(text: str) -> int:
    """Where a body of the state ends that the text begins with, if another one begins there; 0 where none does.
    国务院 begins the names of its own bodies; before others `first_of_joint` finds its end."""
    begun = (len(body) for body in central() if text.startswith(body) and body != "国务院")
    return max((end for end in begun if text.startswith((*BEGINS, *central()), end)), default=0)


def _is_another(rest: str, text: str) -> bool:
    """Whether ``rest`` is a body beside those before it in ``text``: one of the state, or of the same place as they."""
    place = leading(rest)[:1]
    return rest.startswith((PARTY, *central())) or (place != () and leading(text)[:1] in ((), place))


def _of_both(body: str, rest: str) -> bool:
    """Whether a committee's name goes on with that of its government, as that of what both lead:
    中共海滨省委|海滨省人民政府农村工作领导小组办公室."""
    led = OF_GOVERNMENT.match(rest) if body.endswith("委") else None
    return led is not None and not _is_another(rest[led.end() :], rest)


def _goes_on(body: str, rest: str) -> bool:
    """Whether the name of a body of the state goes on with the place of its office: 国家税务总局|淮北市税务局."""
    return body in central() and BRANCH.match(rest) is not None


def _of_the_state(body: str) -> bool:
    """True for a body of the state, or an office of one: 民政部办公厅."""
    return body.startswith(_issues_for_the_state()) or OFFICE.sub("", body) in central()


def register_for(issuer: str | None, title: str | None, text: str = "") -> Register:
    """The register as the issuer of a document sees it; without an issuer the division that the text names most."""
    bodies = bodies_in(issuer or "")
    if bodies and _of_the_state(bodies[0]):
        return Register(None, central().get(bodies[0], bodies[0]) if len(bodies) == 1 else None, True)
    place = jurisdiction(issuer, title) or _most_named(text)
    plain = Register(place)
    return Register(place, plain.body_name(bodies[0]).name if len(bodies) == 1 else None)


def _most_named(text: str) -> Jurisdiction | None:
    """The division that a text without an issuer speaks from.

    It is of the level whose departments the text names (市商务局, 市财政局 …), if it does. Its full name stands most
    often, twice or more and more often than any other; else it is named most often without its type word, and at least
    twice as often as the next.
    """
    level = _level_of_departments(text)
    if level in (None, "省") and (province := _province_spoken_for(text)) is not None:
        return around(province)
    known = [name for name in _countable() if level is None or name.endswith(level)]
    full = _first_of(text, known)
    if full and full[0][0] >= 2 and (len(full) == 1 or full[1][0] < full[0][0]):
        return around(table()[full[0][1]][0])
    if level is None:
        return None
    # 购买新建商品住房 names no 新建区
    short = _first_of(
        text, [name[:-1] for name in known if len(name) > 2 and name[:-1] not in words_of("place-homographs")]
    )
    if (
        short
        and short[0][0] >= NAMED
        and not _within_a_word(text, short[0][1])
        and (len(short) == 1 or 2 * short[1][0] <= short[0][0])
    ):
        return around(table()[short[0][1] + level][0])
    return None


def _first_of(text: str, names: Sequence[str]) -> list[tuple[int, str]]:
    """How often each name stands in a text, the two most frequent first."""
    counted = ((text.count(name), name) for name in names if name in text)
    return sorted(counted, key=lambda row: (-row[0], row[1]))[:2]


def _within_a_word(text: str, name: str) -> bool:
    """True where the same character always stands before what looks like a name: 资金安全 names no 金安区."""
    before = {text[max(0, m.start() - 1)] for m in re.finditer(name, text)}
    return len(before) == 1 and HAN.match(before.pop()) is not None


@cache
def _countable() -> tuple[str, ...]:
    """Names of one division only that are not the end of a field of government: 自然资源、县级… names no 资源县."""
    fields = (full for _, full, *_ in rows("seeds/gazetteer/stems.tsv"))
    ends = {field[at:] for field in fields for at in range(len(field))}
    return tuple(name for name, found in table().items() if len(found) == 1 and name[:-1] not in ends)


NAMED = 4
"""Least times that the short name of a division stands in a text that speaks from it."""

NAMED_PROVINCE = 2
"""The same of a province that is the only one a text names."""

BODIES = 3
"""Least times that a text names departments of its own level."""


def _level_of_departments(text: str) -> str | None:
    """省, 市, 区 or 县, as it stands most often before the name of a standard department; None where seldom."""
    counts = Counter(match[1] for match in _with_level().finditer(text))
    best = counts.most_common(1)
    return best[0][0] if best and best[0][1] >= BODIES else None


def _province_spoken_for(text: str) -> Division | None:
    """The only province that a text names which speaks as a province does and for no smaller division."""
    if not OF_A_PROVINCE.search(text) or OF_A_SMALLER.search(text):
        return None
    named = [(short, division) for short, division in provinces().items() if short in text]
    if len(named) != 1 or not named[0][1].name.endswith("省") or text.count(named[0][0]) < NAMED_PROVINCE:
        return None
    return named[0][1]


@cache
def _with_level() -> re.Pattern[str]:
    known = sorted((name for name in departments() if len(name) > 2), key=len, reverse=True)
    return re.compile("(?<![各省市区县])([省市区县])(?:" + "|".join(map(re.escape, known)) + ")")
