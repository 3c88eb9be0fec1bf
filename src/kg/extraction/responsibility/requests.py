"""What others are asked for, which nobody has done: 你省请求,国家给予支持; 请区人大常委会继续监督; and what a letter
only names as its matter: 您提出的关于加装电梯的建议收悉."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.facts import Sentence
from kg.language.parsed import Act

UPWARD = r"(?:国家|中央|国务院|上级|省|市|自治区|有关部委|各级领导)"
"""Whom somebody asks who stands below."""
OVERSEEING = r"(?:[省市区县州]|全国)?(?:人大|政协|各位|代表|委员|您|领导|常委会)"
"""Who oversees or receives a report."""
REQUEST = re.compile(
    r"(?:^|[，,；;。：:\s])(?:同时|在此|最后|也|还|并|再次|再一次|诚挚|衷心|非常|十分|真诚)*[，,]?(?:"
    r"(?:恳请|敬请|盼望)(?!查[阅看收])|希望(?!工程|小学|之)|感谢(?:您|你们?|贵|各位|代表|委员|社会各界|大家)"
    rf"|请{OVERSEEING}[^，,；;。]{{0,12}}?(?:继续|给予|加大|多|一如既往|提出|支持|监督|审议|审查|批评)"
    r"|请[^，,；;。]{0,16}(?:反馈给我[们局委办]|多提)"
    rf"|建议(?={UPWARD}(?!政府(?:要|应|加)))"
    r"|[\u4e00-\u9fff]{1,8}(?<!根据)(?<!按照)(?<!提出)(?<!共享)(?<!收到)请求"
    rf"(?=[，,]|(?:在|将|对|把|由|尽快|适当|适时|继续|给予|支持|帮助|加大|批准|同意|审批|{UPWARD})))"
)
"""From here on a sentence asks others, or thanks them."""
MATTER = re.compile(
    r"(?:您|你们?|贵[\u4e00-\u9fff]{1,3}|代表们?|委员们?)[^，,。；;]{0,30}?提出的[^，,。；;“]{2,60}?的?(?:建议|提案|议案|意见)"
    r"(?:》?”?(?:[（(][^（()）]{1,20}[）)])?(?:第?\d{1,4}号)?(?:建议|提案|议案)?"
    r"[^，,。；;]{0,4}?(?:收悉|(?:交|转)[^，,。；;]{0,20}办理))?"
    r"|《[^《》]{2,80}》[^，,。；;《]{0,30}?收悉"
    r"|(?:(?:您|你们?)[^，,。；;]{0,8}?提出)?关于[^，,。；;《》]{2,60}的(?:建议|提案|议案|请示|来信|来函|函|意见)(?=[^，,。；;]{0,20}(?:收悉|收到))"
)
"""What a letter answers to."""


def asked(sentences: Sequence[Sentence]) -> Iterator[tuple[int, tuple[int, int]]]:
    """For each sentence where it begins to ask others, in code points of the document, its end where it doesn't; and
    the stretch that names the matter of a letter, an empty one where none does."""
    for one in sentences:
        request, matter = REQUEST.search(one.text), MATTER.search(one.text)
        begins = one.end if request is None else one.start + request.start()
        start, end = matter.span() if matter else (0, 0)
        yield begins, (one.start + start, one.start + end)


def own(acts: Sequence[Act], until: int, begins: int, matter: tuple[int, int]) -> list[Act]:
    """The acts before ``until`` that are neither asked of others nor a letter's matter."""
    start, end = matter
    return [a for a in acts if a.start < min(until, begins) and not start <= a.verb < end]
