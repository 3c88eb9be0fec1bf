"""Numerals, Arabic and Chinese, as decimals (GB/T 15835-2011 tells how both are written)."""

from __future__ import annotations

from decimal import Decimal

DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
SMALL = {"十": 10, "百": 100, "千": 1000}
LARGE = {"万": 10_000, "亿": 100_000_000}
POINT = "点"
HALF = "半"
NARROW = str.maketrans("０１２３４５６７８９．·，", "0123456789..,")


def value_of(text: str) -> Decimal | None:
    """The value of a numeral: 1.2万, 3,000, 一百二十, 二〇二三, 3千, 1亿2000万, 十三点四, 半; None where it is none."""
    text = text.translate(NARROW).replace(",", "")
    if not text:
        return None
    if text == HALF:
        return Decimal("0.5")
    if POINT in text:
        return _with_point(*text.split(POINT, 1))
    total, section, figure, digits = Decimal(0), Decimal(0), None, ""
    for c in text + "\0":
        if c.isascii() and (c.isdigit() or c == "."):
            digits += c
            continue
        if digits:
            if digits.count(".") > 1 or digits == "." or figure is not None:
                return None
            figure, digits = Decimal(digits), ""
        if c == "\0":
            break
        if c in DIGITS:
            figure = Decimal(DIGITS[c]) if figure is None else figure * 10 + DIGITS[c]
        elif c in SMALL:
            section += (Decimal(1) if figure is None else figure) * SMALL[c]
            figure = None
        elif c in LARGE:
            part = section + (figure or 0)
            if not part and not total:
                return None
            total = (total + part) * LARGE[c] if c == "亿" else total + part * LARGE[c]
            section, figure = Decimal(0), None
        else:
            return None
    return total + section + (figure or 0)


def _with_point(whole: str, rest: str) -> Decimal | None:
    """The value of a Chinese decimal, which a scale may follow: 十三|四, 三|二亿."""
    digits = rest.rstrip("".join(LARGE))
    before, scale = value_of(whole), value_of("一" + rest[len(digits) :])
    if before is None or scale is None or not digits or any(c not in DIGITS for c in digits):
        return None
    return (before + Decimal("0." + "".join(str(DIGITS[c]) for c in digits))) * scale
