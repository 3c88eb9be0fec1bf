"""The words that a question looks for, and how reports write them."""

from __future__ import annotations

import re
from itertools import islice
from string import ascii_lowercase, digits

from kg.asking.indicators import called_otherwise
from kg.asking.phrasings import plain_name
from kg.words import group_of

WAYS = 3
"""Names of one thing that are looked for."""
WIDE = {ord(c): ord(c) + 0xFEE0 for c in ascii_lowercase + digits}
"""Letters and digits as some reports write them: Ｍ２, １１０个."""
_NARROW = {chr(wide): chr(narrow) for narrow, wide in WIDE.items()}
_WIDE = re.compile(f"[{''.join(_NARROW)}]")
NUMERALS = str.maketrans("一二三四五六七八九", "123456789")
AMOUNT = re.compile("(?<![一-龥])[一二三四五六七八九](?:万亿|亿|万)(?![一-龥])")
"""What reports write with a figure: 四万亿, 4万亿."""


def plainly(text: str) -> str:
    """A text in small letters, wide ones and wide figures as usual ones. Most texts have few: each is put in by itself,
    since to translate all characters takes ten times as long."""
    return _WIDE.sub(lambda m: _NARROW[m[0]], text.lower())


def words_in(text: str) -> list[str]:
    """The words that a text is cut into."""
    from kg.language.tagger import tag

    return [token.text for part in text.split() for token in tag(part).tokens]


def ways_of(text: str) -> list[str]:
    """The words of a text and of its other names, parted by spaces; such of one character alone are one word. Where the
    last names an act, also with that first, as predicates stand: 老旧 小区 改造, 改造 老旧 小区."""
    called = ((way, words_in(way)) for way in islice(called_otherwise(plain_name(text)), WAYS))
    ways = [" ".join(words) if len(max(words, key=len, default="")) > 1 else way for way, words in called]
    ways += [way.translate(NUMERALS) for way in ways if AMOUNT.search(way)]
    parted = (way.rpartition(" ") for way in ways)
    ways += [f"{act} {thing}" for thing, _, act in parted if thing and act in group_of("verbs", "act")]
    return list(dict.fromkeys((*ways, *(way.translate(WIDE) for way in ways))))
