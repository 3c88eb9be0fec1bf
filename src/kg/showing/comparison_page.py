"""A comparison as one page that works from disk: both reports side by side, kinds to be switched on and off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from kg.asking.acts import Act
from kg.asking.answers import Answers, Demand
from kg.asking.compare import KINDS, KINDS_APART, Comparison, Row, Thing
from kg.messages import say
from kg.showing.comparison import (
    answered,
    answered_line,
    by_sentence,
    change_lines,
    counts_line,
    headed_line,
    moved_line,
    places,
    reason_line,
    stands_under,
    thing_line,
    things_of,
    title,
    uncertain_mark,
)
from kg.showing.labels import label, of_report, tag
from kg.showing.panels import listed

_STYLE = """
:root { color-scheme: light dark; --line: #8884; --fulfilled: #1b6e3c; --continued: #2257a0; --new: #6a3fa0;
  --unanswered: #b3261e; --dropped: #8a5a00; --both: #2257a0; --first-only: #8a5a00; --second-only: #6a3fa0; }
@media (prefers-color-scheme: dark) { :root { --fulfilled: #7bd69b; --continued: #8ab4f8; --new: #c9a7ff;
  --unanswered: #ff8a80; --dropped: #ffc766; --both: #8ab4f8; --first-only: #ffc766; --second-only: #c9a7ff; } }
body { font: 16px/1.6 system-ui, "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; max-width: 76rem;
  margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.3rem; } h2 { font-size: 1.05rem; margin: 1.2rem 0 .3rem; }
fieldset { border: 1px solid var(--line); margin: 0 0 1rem; } label { margin-right: 1.5rem; display: inline-block; }
article { border-top: 1px solid var(--line); padding: .6rem 0; display: grid; gap: .2rem 1.5rem;
  grid-template-columns: 1fr 1fr; }
article > *, article p { margin: 0; min-width: 0; } article > .both { grid-column: 1 / -1; }
.place, .why, .state { opacity: .75; font-size: .88rem; } .state { white-space: nowrap; }
ul { margin: .2rem 0; padding-left: 1.2rem; }
mark { background: #fd06; color: inherit; print-color-adjust: exact; }
article.doubtful { border-left: 3px dashed; padding-left: .6rem; }
@media print { body { max-width: none; padding: 0; font-size: 10pt; } fieldset { display: none; }
  article { break-inside: avoid; } h2 { break-after: avoid; } mark { text-decoration: underline; } }
@media (max-width: 40rem) { article { grid-template-columns: 1fr; } }
"""
_HIDE_UNCERTAIN = "body:has(#show-uncertain:not(:checked)) article.doubtful { display: none; }\n"
_HIDE = "body:has(#show-{kind}:not(:checked)) :is(section, article).{kind} {{ display: none; }}\n"


def comparison_page(comparison: Comparison, language: str) -> str:
    """A self-contained HTML document; its policy forbids every request and script."""
    heads = f"<p{of_report(language)}>A: {escape(title(comparison.first))}<br>B: {escape(title(comparison.second))}</p>"
    boxes = "".join(
        _box(kind, f"{label(kind, language)} ({len(comparison.of(kind))})", f' class="{kind}"')
        for kind in comparison.kinds
    )
    if doubtful := sum(row.uncertain for row in comparison.rows):
        boxes += _box("uncertain", f"{label('uncertain', language)} ({doubtful})")
    parts = [heads, f"<p>{escape(counts_line(comparison, language))}</p>", _boxes(boxes, language)]
    for kind in comparison.kinds:
        if rows := comparison.of(kind):
            parts.append(f'<section class="{kind}"><h2>{escape(label(kind, language))} ({len(rows)})</h2>')
            parts += [_row(row, language) for row in rows]
            parts.append("</section>\n")
    for key, things in things_of(comparison):
        parts += _things(key, things, language)
    return _page(label("comparison", language), "".join(parts), language)


def answers_page(answers: Answers, language: str) -> str:
    """Demands on the left, the measures that answer them on the right."""
    states = ("answered", "unanswered")
    boxes = "".join(_box(state, label(state, language)) for state in states)
    parts = [
        f"<p{of_report(language)}>{escape(answers.source)} → {escape(title(answers.report))}</p>"
        f"<p>{escape(answered_line(answers, language))}</p>",
        _boxes(boxes, language),
    ]
    for demand in answers.demands:
        found = "".join(_answers(demand, language))
        state = states[not answered(demand)]
        parts.append(
            f'<article class="{state}"><div{of_report(language)}>'
            f"<strong>{escape(stands_under(demand))}</strong>{escape(demand.text)}"
            f'<p class="place">{demand.line}: [{demand.start}, {demand.end})</p></div>'
            f"<div>{found}</div></article>\n"
        )
    return _page(label("answers", language), "".join(parts), language)


def _box(name: str, words: str, more: str = "") -> str:
    return f'<label{more}><input type="checkbox" id="show-{name}" checked> {escape(words)}</label>'


def _boxes(boxes: str, language: str) -> str:
    return f"<fieldset><legend>{escape(say('findings-show', language))}</legend>{boxes}</fieldset>"


def _answers(demand: Demand, language: str) -> Iterator[str]:
    for likeness, act in demand.answers:
        yield f"<div><strong>{likeness.score:.2f}</strong> {_act(act, language)}"
        yield f'<p class="why">{escape(reason_line(likeness, language))}</p></div>'
    if demand.headed:
        yield f"<p><strong>{escape(headed_line(demand.headed, language))}</strong></p>"
        yield from (f"<div>{_acts(acts, language)}</div>" for acts in by_sentence(demand.headed.measures))
    if not answered(demand):
        yield f"<p>{escape(label('no-answer', language))}</p>"
    if demand.nearest:
        likeness, act = demand.nearest
        yield f'<div class="why">{escape(label("nearest", language))} {likeness.score:.2f}: {_act(act, language)}</div>'


def _page(name: str, body: str, language: str) -> str:
    rules = "".join(_HIDE.format(kind=kind) for kind in (*KINDS, *KINDS_APART, "answered"))
    rules += _HIDE_UNCERTAIN
    rules += "".join(f".{kind} h2, label.{kind} {{ color: var(--{kind}); }}\n" for kind in (*KINDS, *KINDS_APART))
    return (
        f'<!DOCTYPE html>\n<html lang="{tag(language)}">\n<head><meta charset="utf-8">'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(name)}</title><style>{_STYLE}{rules}</style></head>\n"
        f"<body><main><h1>{escape(name)}</h1>{body}</main></body></html>\n"
    )


def _row(row: Row, language: str) -> str:
    sides = "".join(
        f"<div>{mark} {_act(act, language)}</div>" if act else "<div></div>"
        for mark, act in (("A", row.first), ("B", row.second))
    )
    state = ' class="doubtful"' if row.uncertain else ""
    return f"<article{state}>{sides}{''.join(_told(row, language))}</article>\n"


def _told(row: Row, language: str) -> Iterator[str]:
    lines = change_lines(row, language)
    lines += [moved] if (moved := moved_line(row, language)) else []
    yield from (f'<p class="both">{escape(line)}</p>' for line in lines)
    if row.likeness:
        mark = f"<strong>{escape(uncertain)}</strong> " if (uncertain := uncertain_mark(row, language)) else ""
        score = f"{label('score', language)} {row.likeness.score:.2f}: {reason_line(row.likeness, language)}"
        score += f" ({label('joined', language)})" if row.joined else ""
        yield f'<p class="both why">{mark}{escape(score)}</p>'


def _act(act: Act, language: str) -> str:
    return _acts((act,), language)


def _acts(acts: Sequence[Act], language: str) -> str:
    """The sentence of these measures with each marked in it, their states and places."""
    sentence, words, at = acts[0].sentence, "", 0
    for act in acts:
        if (start := sentence.find(act.text, at)) >= 0:
            words += f"{escape(sentence[at:start])}<mark>{escape(act.text)}</mark>"
            at = start + len(act.text)
    states = listed(dict.fromkeys(label(act.status, language) for act in acts), language)
    where = f"{places(acts)} {acts[0].heading}"
    of = of_report(language)
    return (
        f'<span{of}>{words}{escape(sentence[at:])}</span> <span class="state">[{escape(states)}]</span>'
        f'<br><span class="place"{of}>{escape(where.rstrip())}</span>'
    )


def _things(key: str, things: tuple[Thing, ...], language: str) -> list[str]:
    if not things:
        return []
    items = "".join(f"<li>{escape(thing_line(thing, language).strip())}</li>" for thing in things)
    return [f"<h2>{escape(label(key, language))} ({len(things)})</h2><ul>{items}</ul>"]
