"""Who answers for a document that names no issuer: the government of the division that it speaks for."""

from __future__ import annotations

import re
from functools import cache

from kg.register.divisions import Jurisdiction
from kg.register.names import Register
from kg.words import either, group_of, words_of

OPENING = 800
"""Characters of a document in which it says by whose consent it is issued."""
CONSENT = re.compile(
    r"经(?:[省市区县州旗盟]|自治[区州县旗])(?:委、?[省市区县州旗盟])?(?:人民)?政府[^，,。；;]{0,8}?同意"
)
"""What a department or an office writes, never the government itself."""
STATISTICS = "统计公报"
"""A statement of results, which the statisticians of a division issue."""
OFFICES = ("地区", "盟")
"""Divisions that have no government of their own, but an office of the one above."""
WE = "我们"
"""What speeches say too; the other words for oneself are a department's."""


def speaks_unsigned(title: str | None, recipient: str | None, text: str, register: Register) -> str | None:
    """The government that a document without an issuer speaks for, or its office; None where neither can be known.

    It speaks of its division as its own (我市), has its name in the title, or is addressed to its departments. One that
    the government consented to is its office's where it is addressed to all its departments, else some department's.
    """
    place = register.place
    if place is None or place.own.name.endswith(OFFICES) or STATISTICS in (title or "") or _named().search(title or ""):
        return None
    if any(word in text for word in words_of("speakers") if word != WE):
        return None
    to_departments = _to_departments(place).search(recipient or "") is not None
    if not (to_departments or "我" + place.own.name[-1] in text or place.own.name in (title or "")):
        return None
    government = register.government_of(place.own.name)
    if government is None or CONSENT.search(text, 0, OPENING) is None:
        return government
    if not to_departments or place.own.level == "city":  # a city's office is a 办公厅 or a 办公室
        return None
    return government + ("办公厅" if place.own.level == "province" else "办公室")


@cache
def _named() -> re.Pattern[str]:
    """A title that says whose it is, in words that are no issuer's name by themselves: …领导小组办公室关于…."""
    return re.compile(rf"(?:{either(group_of('body-words', 'side-end'))}|组)(?:关于|印发)")


def _to_departments(place: Jurisdiction) -> re.Pattern[str]:
    return re.compile(rf"{place.own.name[-1]}(?:人民)?政府各(?:有关)?(?:工作|组成)?(?:部门|[委办局])")
