"""Whether a result misses its target, or reaches it: what was to be the least or the most, and what was to be come
near."""

from __future__ import annotations

from decimal import Decimal

from kg.asking.acts import Act, Count
from kg.asking.gauges import gauges
from kg.language.quantities import SHARES
from kg.words import pattern

NEAR = Decimal("0.1")
"""By this part of itself a figure that is told with 左右 may be missed, or as far as it is rounded: 2%左右 → 1.6%."""


def missed(plan: Act, target: Count, result: Count) -> bool:
    """Whether the result is none of those that the target of the plan allows: 5%以上 → 3.7%, 5%以内 → 5.2%,
    6%左右 → 4%, 增长6%左右 → 下降1%, 增长4% → 0.4%. Without such a word and no growth a figure sets no bound."""
    turned = target.change != result.change
    if turned and not (target.change and result.change):
        return False
    short = turned or result.value < target.value
    beyond = not turned and result.value > target.value
    if target.modifier == "over":
        return short
    if target.modifier == "at_most":
        return beyond
    bounds = target.modifier == "about" or (target.modifier == "exact" and target.change and target.unit in SHARES)
    if not bounds or (not turned and _near(target.value, result.value)):
        return False
    return beyond if _to_be_low(plan, target) else short


def reached(plan: Act, target: Count, result: Count) -> bool:
    """Whether the result is clearly one of those that the target of the plan allows: 110万人以上 → 149万人, 5%左右 →
    5.2%, 失业率5.5%左右 → 5%, 500个 → 682个. 2%左右 → 1.6% neither misses it nor clearly reaches it; nor does 近100家,
    or a fall of prices where a small rise was planned."""
    if target.change != result.change or missed(plan, target, result) or result.modifier in ("under", "at_most"):
        return False
    if target.modifier not in ("about", "exact"):
        return target.modifier in ("over", "at_most")
    if _to_be_low(plan, target):
        return not target.change and result.value <= target.value
    return result.value >= target.value


def _near(target: Decimal, result: Decimal) -> bool:
    exponent = target.as_tuple().exponent
    rounded = Decimal(5).scaleb(exponent - 1) if isinstance(exponent, int) else Decimal(0)
    return abs(result - target) <= max(abs(target) * NEAR, rounded)


def _to_be_low(plan: Act, target: Count) -> bool:
    """Whether the figure is of a thing of which less is better, and no fall of it: 失业率5.5%左右, 价格涨幅3%左右."""
    things = (gauge.thing for gauge in gauges(plan) if gauge.count == target)
    return target.change != "decrease" and any(pattern("gauge-words", "{low}").search(thing) for thing in things)
