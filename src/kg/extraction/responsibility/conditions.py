"""Lists of conditions, cases, papers and what is forbidden, in which nothing is done: 应符合以下条件:(一)…;
有下列情形之一的,不予受理:(一)…; 应提供以下材料:(一)…; 不得有下列行为:(一)…. Nor is where a table tells how an
indicator is reckoned: | 计算方法:…."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.facts import Sentence
from kg.structure.numbering import number_of

LEAD = re.compile(
    r"(?:(?:符合|满足|具备|具有|达到)(?:以下|下列|如下|其中)[^，,；;。：:]{0,8}(?:条件|要求|标准|情形)"
    r"|(?:提供|提交|报送|附|递交)(?:以下|下列|如下)[^，,；;。：:]{0,6}(?:材料|资料|文件|要件|证明)"
    r"|(?:不得|严禁|禁止|不准|不许|不应)(?:有|从事|实施|出现|存在|进行|发生)?(?:以下|下列|如下)[^，,；;。：:]{0,20}"
    r"(?:行为|活动|情形|情况|现象|问题|事项))[^；;。：:]*[：:]"
    r"|(?:有|属于|存在|符合|具有)?(?:以下|下列|如下)[^，,；;。：:]{0,8}之一[^。：:]*[：:]"
)
"""What opens such a list, up to its colon; in which cases what follows is told before them, over several clauses
(有下列情形之一的，由…处分；构成犯罪的，依法追究：)."""
RECKONED = re.compile(
    r"(?:[|]\s*|^\s*|[。；;]\s*)(?:计算方法|计算公式|计算方式|指标来源|指标说明|指标解释|指标定义|数据来源)[：:]"
)
"""What opens how an indicator is reckoned, in a sentence or a cell; the rest of a row tells no act either."""
BULLETS = "-—· \u3000\t\n"
BRACKETS = "(（)） \u3000"
FIRST = frozenset(("一", "1", "①", "⑴"))
NOWHERE = -1


def conditions(sentences: Sequence[Sentence]) -> Iterator[int]:
    """For each sentence where the conditions begin that it holds, or how an indicator is reckoned, in code points of
    the document; its end where it holds none."""
    kind: str | None = None  # the grammar of the items below the lead; None before the first
    listed, paragraph, row = False, NOWHERE, NOWHERE
    for one in sentences:
        opens = one.paragraph != paragraph
        paragraph = one.paragraph
        reckoned = RECKONED.search(one.text)
        if row == paragraph or reckoned:
            yield one.start + (reckoned.start() if reckoned and row != paragraph else 0)
            if reckoned and reckoned[0].startswith("|"):
                row = paragraph
            listed = False
            continue
        if listed and opens:
            item = number_of(one.text.lstrip(BULLETS))
            first = item is not None and item.text.strip(BRACKETS) in FIRST
            listed = item is not None and (first if kind is None else item.grammar == kind and not first)
            kind = item.grammar if item else None
        lead = LEAD.search(one.text)
        if listed:
            yield one.start
            continue
        yield one.start + lead.end() if lead else one.end
        # a list that goes on in the paragraphs below begins right behind the colon
        listed, kind = lead is not None and lead.end() == len(one.text), None
