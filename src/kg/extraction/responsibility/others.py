"""Acts of enterprises and people that no name says: 所有企业都要完善制度。要加强管理。 and what those do whom an act
encourages: 鼓励企业利用数据,开展研究."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from kg.extraction.phrases import edges, known_predicates
from kg.extraction.responsibility.subjects import Subject
from kg.facts import Sentence
from kg.language.parsed import Act, Name, Token
from kg.words import either, group_of, words_of

GOES_ON = re.compile(r"[（(]?[一二三四五六七八九十\d]*[）)、]?(?:还|也|更|同时)?要(?![求点素件])")
"""How a sentence opens that still speaks to those whom the one before it addresses."""
GROWS = re.compile(r"(?:做[大强优精专细]){2}|做[大强优精专细]做?[大强优精专细]|上市|转型升级|创新发展")
ACTIVE = frozenset({"v", "vd", "vn", "p", "ad", "d", "a", "c", "w"})
"""Parts of speech of words that may tell what somebody is to do."""


@cache
def _addressed() -> re.Pattern[str]:
    """Enterprises or people with what they must do, as the opening of a clause."""
    who, every = either(words_of("private-actors")), either(group_of("who-words", "every"))
    return re.compile(
        rf"(?:{every})?(?:{who}|[\u4e00-\u9fff]{{2,8}}工作者)(?:都|均|也|还|一定)?"
        r"(?:要(?![求点素件])|应当?(?!对|急|用|收|付|届)|必须|须)"
    )


@cache
def _undone() -> re.Pattern[str]:
    """Somebody with a phrase and no act yet: 企业利用数据,; nobody need be named: 依托服务中心,."""
    by = either(group_of("phrase-words", "by"))
    amid = "(?:前提下|基础上|情况下|条件下|中|期间)"
    return re.compile(
        rf"(?P<said>[^，,；;。]{{0,24}}?(?P<how>{by}|参照|在(?=[^，,；;。]*{amid}[，,])|(?<![面反应绝核])对)[^，,；;。：:]+)"
        rf"(?:[，,](?:采取|采用|通过)[^，,；;。：:]*方式)?(?:[，,]在[^，,；;。：:]{{2,16}}{amid})?"
        r"[，,](?:在[^，,；;。：:]*|[^，,；;。：:]{0,16})"
    )


def addressing(characters: str, sentences: Sequence[Sentence], said: Sequence[Sequence[Subject]]) -> Iterator[bool]:
    """For each sentence whether it addresses enterprises or people, itself or as the next to one that does."""
    paragraph, goes_on = -1, False
    for one, subjects in zip(sentences, said, strict=True):
        stays = goes_on and one.paragraph == paragraph and GOES_ON.match(characters, one.start, one.end) is not None
        goes_on = not subjects and (stays or _addressed().match(characters, one.start, one.end) is not None)
        paragraph = one.paragraph
        yield goes_on


def encouraged(characters: str, acts: Sequence[Act], tokens: Sequence[Token]) -> tuple[Act, ...]:
    """The acts, those who are encouraged with a phrase first joined with what they are to do: 鼓励企业利用A,开展B."""
    found: list[Act] = []
    for act in acts:
        if found and _completes(characters, found[-1], act, tokens):
            found[-1] = replace(found[-1], end=act.end)
        elif not (found and _grows(characters, found[-1], act)):
            found.append(act)
    return tuple(found)


def made_to_act(characters: str, acts: Sequence[Act], tokens: Sequence[Token], names: Sequence[Name]) -> Iterator[Name]:
    """The names without those that only tell of what is encouraged: 支持企业的信贷需求, 支持企业股权融资."""
    for name in names:
        act = next((a for a in acts if a.verb_end <= name.start and name.end <= a.end), None)
        if act is None or characters[act.verb : act.verb_end] not in edges("encourage") or _acts_in(act, tokens, name):
            yield name


def _acts_in(act: Act, tokens: Sequence[Token], name: Name) -> bool:
    """Whether a word that may be what somebody is to do follows his name."""
    behind = [t for t in tokens if name.end <= t.start < act.end]
    links = [t.start for t in behind if t.text == "的"]
    if links and behind[0].text in ("对", "的"):
        return any(t.pos in ("v", "vd") and t.start > links[-1] for t in behind)
    return not behind or any(t.pos in ACTIVE for t in behind)


def _grows(characters: str, before: Act, act: Act) -> bool:
    """Whether an act only tells how those grow who are encouraged: 引导企业发掘需求,|做精做专."""
    pushed = characters[before.verb : before.verb_end] in edges("encourage")
    between = characters[before.end : act.start]
    return pushed and between in ("，", ",", "、") and GROWS.fullmatch(characters, act.verb, act.end) is not None


def _completes(characters: str, before: Act, act: Act, tokens: Sequence[Token]) -> bool:
    again = characters[act.verb : act.verb_end] in edges("encourage")  # 鼓励企业利用A,|鼓励平台开展B
    if again or characters[before.verb : before.verb_end] not in edges("encourage"):
        return False
    undone = _undone().fullmatch(characters, before.verb_end, act.start)
    if undone is None:
        return False
    how = undone.start("how")
    actor = max(characters.rfind("的", before.verb_end, how) + 1, before.verb_end)
    verbs = [t for t in tokens if t.pos == "v" and actor <= t.start < undone.end("said") and not t.start <= how < t.end]
    return all(t.start > how and t.text not in known_predicates() for t in verbs)
