"""A comparison of two reports, or of demands with a report, as text for people and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from decimal import Decimal
from itertools import groupby

from kg.asking.acts import Act
from kg.asking.answers import Answers, Demand, Headed
from kg.asking.compare import SHARES, Change, Comparison, Row, Thing
from kg.asking.likeness import UNCERTAIN, Likeness
from kg.graph.held import StoredReport
from kg.messages import say
from kg.showing.labels import label

_ENDS = " 。；;，,"
"""What a demand may end on that its heading leaves out."""


def comparison_json(comparison: Comparison) -> str:
    """Everything that the comparison holds: counts by kind, rows, things."""
    told = {
        "first": _report(comparison.first),
        "second": _report(comparison.second),
        "apart": comparison.apart,
        "counts": {kind: len(comparison.of(kind)) for kind in comparison.kinds}
        | {"uncertain": len(comparison.uncertain()), "moved": len(comparison.moved())},
        "rows": [asdict(row) | {"uncertain": row.uncertain} for row in comparison.rows],
        "went": [asdict(thing) for thing in comparison.went],
        "came": [asdict(thing) for thing in comparison.came],
    }
    return json.dumps(told, ensure_ascii=False, indent=1, default=str) + "\n"


def comparison_text(comparison: Comparison, language: str) -> str:
    """A head with the counts, a block a measure by kind, then programmes, systems and sites that went or came."""
    lines = [f"A  {title(comparison.first)}", f"B  {title(comparison.second)}", counts_line(comparison, language)]
    for kind in comparison.kinds:
        rows = comparison.of(kind)
        lines += ["", f"== {label(kind, language)} ({len(rows)})"] if rows else []
        for row in rows:
            lines += _row(row, language)
    for key, things in things_of(comparison):
        lines += ["", f"== {label(key, language)} ({len(things)})"] if things else []
        lines += [thing_line(thing, language) for thing in things]
    return "\n".join(lines) + "\n"


def answers_json(answers: Answers) -> str:
    """The demands with their answers, each with its score and parts."""
    told = {
        "source": answers.source,
        "report": _report(answers.report),
        "answered": answers.answered(),
        "by_heading": answers.by_heading(),
        "by_matter": answers.by_matter(),
        "unanswered": len(answers.demands) - answers.answered(),
        "demands": [
            asdict(demand)
            | {"answers": [_answer(*found) for found in demand.answers]}
            | {"nearest": _answer(*demand.nearest) if demand.nearest else None}
            for demand in answers.demands
        ],
    }
    return json.dumps(told, ensure_ascii=False, indent=1, default=str) + "\n"


def answers_text(answers: Answers, language: str) -> str:
    """A block a demand: its words, the measures and the section that answer it, or that none does and the nearest."""
    lines = [f"{answers.source} → {title(answers.report)}", answered_line(answers, language)]
    for demand in answers.demands:
        lines += ["", f"▶ {stands_under(demand)}{demand.text}"]
        for found, act in demand.answers:
            lines += _answer_lines(f"{found.score:.2f} {act.text}", act, language)
        if demand.headed:
            lines += [f"  {headed_line(demand.headed, language)}"]
            for acts in by_sentence(demand.headed.measures):
                lines += [f"       {act.text}  [{label(act.status, language)}]" for act in acts]
                lines += [f"       {places(acts)} {acts[0].sentence}"]
        lines += [] if answered(demand) else [f"  {label('no-answer', language)}"]
        if demand.nearest:
            found, act = demand.nearest
            lines += _answer_lines(f"{label('nearest', language)} {found.score:.2f}: {act.text}", act, language)
    return "\n".join(lines) + "\n"


def _answer(found: Likeness, act: Act) -> dict[str, object]:
    return {"likeness": asdict(found), "measure": asdict(act)}


def _answer_lines(words: str, act: Act, language: str) -> list[str]:
    return [f"  {words}  [{label(act.status, language)}]", f"       {place(act)}"]


def stands_under(demand: Demand) -> str:
    """The number and heading that a demand stands under: 一 提高知晓度：要加强宣传. '' where it has none."""
    heads = demand.heading if demand.heading.strip(_ENDS) != demand.text.strip(_ENDS) else ""
    return (f"{demand.number} " if demand.number else "") + (f"{heads}：" if heads else "")


def answered(demand: Demand) -> bool:
    """Whether a measure answers it, or a section as a whole."""
    return bool(demand.answers or demand.headed)


def headed_line(headed: Headed, language: str) -> str:
    """The section that answers a demand as a whole, its score, and how many measures stand in it."""
    return say(
        "answers-headed" if headed.said else "answers-matter",
        language,
        score=f"{headed.likeness.score:.2f}",
        number=headed.head.number,
        heading=headed.head.text,
        line=headed.head.line,
        under=headed.under,
        shown=len(headed.measures),
    ).replace("  ", " ")


def title(report: StoredReport) -> str:
    """Title and number, else the file's name; then who answers for it, where the title does not say so, and its day:
    of two years' reports both may be called 政府工作报告."""
    name = " ".join(filter(None, (report.title, report.number))) or report.source
    issuer = report.answers if report.answers and report.answers not in name else None
    told = ", ".join(filter(None, (issuer, str(report.date or ""))))
    return f"{name} ({told})" if told else name


def counts_line(comparison: Comparison, language: str) -> str:
    """How many measures each report has, how many pairs there are of each kind and how many measures have none."""
    return say(
        "compare-counts-apart" if comparison.apart else "compare-counts",
        language,
        first=comparison.first.measures,
        second=comparison.second.measures,
        uncertain=len(comparison.uncertain()),
        least=UNCERTAIN,
        moved=len(comparison.moved()),
        **{kind.replace("-", "_"): len(comparison.of(kind)) for kind in comparison.kinds},
    )


def things_of(comparison: Comparison) -> tuple[tuple[str, tuple[Thing, ...]], ...]:
    """What the programmes, systems and sites that only one report names are called, and these."""
    end = "-apart" if comparison.apart else ""
    return (f"went{end}", comparison.went), (f"came{end}", comparison.came)


def by_sentence(acts: Sequence[Act]) -> list[tuple[Act, ...]]:
    """Measures that stand one after the other in one sentence together."""
    return [tuple(together) for _, together in groupby(acts, key=lambda act: (act.line, act.sentence))]


def places(acts: Sequence[Act]) -> str:
    """The line and the span of each."""
    return f"{acts[0].line}: " + " ".join(f"[{act.start}, {act.end})" for act in acts)


def answered_line(answers: Answers, language: str) -> str:
    """How many demands were answered."""
    have = answers.answered()
    unanswered = len(answers.demands) - have
    return say(
        "answers-counts",
        language,
        answered=have,
        headed=answers.by_heading(),
        matter=answers.by_matter(),
        unanswered=unanswered,
    )


def place(act: Act) -> str:
    """Line, span and sentence."""
    return f"{act.line}: [{act.start}, {act.end}) {act.sentence}"


def thing_line(thing: Thing, language: str) -> str:
    """A programme or site with the line that names it first."""
    return f"  {label(thing.kind.lower(), language)} {thing.name} ({thing.line})"


def change_lines(row: Row, language: str) -> list[str]:
    """A line an outcome that both have: of what was planned and is reported as done a target and its result, and
    whether the result misses the target or reaches it (`kg.asking.goals`)."""
    if row.kind != "fulfilled":
        return [f"{label('hasOutcome', language)}: {change_line(change, language)}" for change in row.changes]
    return [
        f"{label('target-result', language)}: {change_line(change, language, 'as-planned')}"
        + (f" {label('missed', language)}" if change.missed else "")
        + (f" {label('reached', language)}" if change.reached else "")
        for change in row.changes
    ]


def change_line(change: Change, language: str, unchanged: str = "unchanged") -> str:
    """企业 57件 → 63件 (+6 件, +10.5%); of shares the difference in points; the word for ``unchanged`` where there is
    none.

    100家 → 超过100家 is a change without a difference. 增长2% → 下降1% has none; that of two falls is one of the fall.
    """
    before, after = change.before, change.after
    words = f"{change.counted} {before.told or before.text} → {after.told or after.text}".lstrip()
    if change.difference is None:
        return words
    more = "" if change.percent is None else f", {change.percent:+}%"
    unit = label("points", language) if change.unit in SHARES else change.unit
    difference = (
        f"{_large(change.difference, language)} {unit}".replace("亿 ", "亿").replace("万 ", "万").rstrip() + more
    )
    same = unchanged if change.before.modifier == change.after.modifier else "same-figure"
    told = difference if change.difference else label(same, language)
    return f"{words} ({label('fall', language) + ' ' if after.change == 'decrease' else ''}{told})"


def _large(value: Decimal, language: str) -> str:
    """In 亿 or 万 from there on, exact: +121亿; in English with commas."""
    if language != "zh":
        whole, dot, rest = signed(value).partition(".")
        return f"{whole[0]}{int(whole[1:]):,}{dot}{rest}"
    for power, name in ((8, "亿"), (4, "万")):
        if abs(value) >= 10**power:
            return signed(value.scaleb(-power)) + name
    return signed(value)


def signed(value: Decimal) -> str:
    """With its sign and without an exponent or zeros at the end."""
    text = f"{value:+f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def reason_line(likeness: Likeness, language: str) -> str:
    """The parts of the score and the characters that decided most."""
    parts = ", ".join(f"{label(f'like-{name}', language)} {value:.2f}" for name, value in likeness.parts)
    return f"{parts}; {'、'.join(likeness.shared)}"


def uncertain_mark(row: Row, language: str) -> str:
    """The word for a pair of a low score, '' for all others."""
    return label("uncertain", language) if row.uncertain else ""


def moved_word(row: Row, language: str) -> str:
    """What it is called that other bodies lead: between two places nothing moves."""
    return label("moved-apart" if row.kind == "both" else "moved", language)


def moved_line(row: Row, language: str) -> str:
    """Lead bodies of the first → of the second, '' where nothing moved."""
    if not (row.moved and row.first and row.second):
        return ""
    return f"{moved_word(row, language)}: {'、'.join(row.first.leads)} → {'、'.join(row.second.leads)}"


def _row(row: Row, language: str) -> Iterator[str]:
    shown = [(mark, act) for mark, act in (("A", row.first), ("B", row.second)) if act]
    states = " → ".join(label(act.status, language) for _, act in shown)
    words = " → ".join(dict.fromkeys(act.text for _, act in shown))
    marks = f"  {uncertain}" if (uncertain := uncertain_mark(row, language)) else ""
    marks += f"  ({label('joined', language)})" if row.joined else ""
    yield f"▶ {words}  [{states}]" + (f"  {row.likeness.score:.2f}{marks}" if row.likeness else "")
    if row.likeness:
        yield f"  {reason_line(row.likeness, language)}"
    for mark, act in shown:
        yield f"  {mark} {place(act)}"
    for line in change_lines(row, language):
        yield f"  {line}"
    if moved := moved_line(row, language):
        yield f"  {moved}"


def _report(report: StoredReport) -> dict[str, object]:
    return {
        "iri": report.iri,
        "title": report.title,
        "number": report.number,
        "issuer": report.issuer,
        "date": report.date,
        "source": report.source,
        "measures": report.measures,
    }
