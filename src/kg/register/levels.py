"""The word for a level before a name (市, 省 …), and what stands behind a division, written in full."""

from __future__ import annotations

import re
from functools import cache

from kg.words import group_of

OTHER_WORD = re.compile(
    "(?:地区|[省市区县州盟旗])(?:[级域属际间]|以下|部(?=共建|级|合作)|长(?![江城征期效途三者]))|市(?:场(?![监景])|民(?![政族宗办兵航间营生俗警主])|政(?![府务协法策治]))"
)
"""A level word that is a part of another word: 市场, 市民, 市长, 市政工程, 区域, 省际, 省以下; not 市民政局, 市政府."""
SEVERAL = re.compile(
    "(?:地区|[省市县州盟旗])(?:[、（(]|[市区县州乡](?![域间位村]|场|民|监|政(?![府协])))|[区县](?:[、（(]|乡(?!村))"
)
"""Several levels side by side, of which none is one division's: 省市县三级, 市（州）, 市、区两级; not 市乡村振兴局."""
AGENCY = "行署"
"""The government of a prefecture or league: 行政公署 in full."""

STANDING = re.compile("(?<=人民代表大会)常委会")
NUMBER = "[一二三四五六七八九十百]+"
SESSION = re.compile(
    rf"(?P<whose>[^届第]*?)第?(?P<term>{NUMBER})届(?P<state>全国)?(?:人大|人民代表大会)"
    rf"(?P<standing>常委会|常务委员会)?第?(?P<which>{NUMBER})次(?:全体)?会议"
)
"""A session of a congress: 十六届人大二次会议."""


@cache
def level_words() -> dict[str, str]:
    """Word → level of the divisions whose names end so."""
    return {
        word: level for level in ("county", "city", "province") for word in sorted(group_of("division-words", level))
    }


@cache
def _of(body: str) -> tuple[str, ...]:
    """What follows 政府 or 人大 where that is the body; 政府采购 and 政府投资 are words of their own."""
    return tuple(group_of("body-words", f"of-{body}"))


def division_word(text: str) -> str:
    """The level word that ``text`` begins with and that means one division; empty where it begins with none."""
    if text.startswith("自治区"):
        return "" if text.startswith("自治区级") else "自治区"
    word = next((w for w in level_words() if text.startswith(w)), "")
    return "" if OTHER_WORD.match(text) or SEVERAL.match(text) else word


def written_out(rest: str) -> str:
    """What stands behind a division with the government and the congress in full: 政府各部门 → 人民政府各部门."""
    if rest.startswith(AGENCY):
        return "行政公署" + rest.removeprefix(AGENCY)
    if rest.startswith("政府"):
        return rest.replace("政府", "人民政府", 1) if rest.startswith(_of("government"), 2) else rest
    if rest.startswith("人大") and rest.startswith(_of("congress"), 2):
        return STANDING.sub("常务委员会", "人民代表大会" + rest[2:])
    return rest


def session(text: str) -> str:
    """The session of a congress as its papers call it: 十六届人大二次会议 → 第十六届人民代表大会第二次会议."""
    if (found := SESSION.fullmatch(text)) is None:
        return text
    standing = "常务委员会" if found["standing"] else ""
    congress = f"第{found['term']}届{found['state'] or ''}人民代表大会{standing}"
    return f"{found['whose']}{congress}第{found['which']}次会议"
