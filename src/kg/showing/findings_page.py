"""What validation found as one page that works from disk: by measure, with its sentence and what to do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from kg.graph.validation import SEVERITIES, Finding, by_measure
from kg.messages import say
from kg.showing.labels import of_report, tag

_STYLE = """
:root { color-scheme: light dark; --line: #8884; --violation: #b3261e; --warning: #8a5a00; --info: #2257a0; }
@media (prefers-color-scheme: dark) { :root { --violation: #ff8a80; --warning: #ffc766; --info: #8ab4f8; } }
body { font: 16px/1.6 system-ui, "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; max-width: 60rem;
  margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.4rem; } h2 { font-size: 1.05rem; margin: 0; }
fieldset { border: 1px solid var(--line); margin: 0 0 1rem; } label { margin-right: 1.5rem; }
section { border-top: 1px solid var(--line); padding: .8rem 0; }
blockquote { margin: .3rem 0; padding-left: .8rem; border-left: 3px solid var(--line); }
ul { margin: .3rem 0; padding-left: 1.2rem; } .place, .remedy { opacity: .75; font-size: .9rem; }
.violation strong { color: var(--violation); } .warning strong { color: var(--warning); }
.info strong { color: var(--info); } mark { background: #fd06; color: inherit; print-color-adjust: exact; }
@media print { body { max-width: none; padding: 0; } fieldset { display: none; } section { break-inside: avoid; }
  mark { text-decoration: underline; } }
"""
_HIDE = "body:has(#show-{level}:not(:checked)) .{level} {{ display: none; }}\n"


def findings_page(findings: Sequence[Finding], language: str, titles: Mapping[str, str]) -> str:
    """A self-contained HTML document; its policy forbids every request and script. ``titles`` of the reports by IRI."""
    title = say("findings-title", language)
    counts = {level: sum(f.severity == level for f in findings) for level in SEVERITIES}
    legend = say("findings-show", language)
    boxes = "".join(
        f'<label><input type="checkbox" id="show-{level}" checked> {say(level, language)} ({counts[level]})</label>'
        for level in SEVERITIES
    )
    blocks = "".join(_block(group, language, titles) for group in by_measure(findings))
    return (
        f'<!DOCTYPE html>\n<html lang="{tag(language)}">\n<head><meta charset="utf-8">'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{_STYLE}{_filters()}</style></head>\n"
        f"<body><h1>{escape(title)}</h1><p>{escape(say('findings-total', language, **counts))}</p>"
        f"<fieldset><legend>{escape(legend)}</legend>{boxes}</fieldset>\n"
        f"<main>{blocks}</main></body></html>\n"
    )


def _filters() -> str:
    """An unchecked level hides its findings, and the measures that have no others."""
    rules = "".join(_HIDE.format(level=level) for level in SEVERITIES)
    for bits in range(1, 2 ** len(SEVERITIES)):
        off = [level for i, level in enumerate(SEVERITIES) if bits >> i & 1]
        on = [level for level in SEVERITIES if level not in off]
        unchecked = "".join(f":has(#show-{level}:not(:checked))" for level in off)
        keep = f":not(:has({', '.join('.' + level for level in on)}))" if on else ""
        rules += f"body{unchecked} section{keep} {{ display: none; }}\n"
    return rules


def _block(group: Sequence[Finding], language: str, titles: Mapping[str, str]) -> str:
    first = group[0]
    parts = [f"<h2{of_report(language)}>{escape(first.measure or first.focus)}</h2>"]
    if first.place:
        place = first.place
        where = say("finding-place", language, line=place.line, start=place.start, end=place.end, section=place.section)
        title = titles.get(place.report, "")
        named = f"<cite{of_report(language)}>{escape(title)}</cite> · " if title else ""
        parts.append(f'<p class="place">{named}{escape(where.strip())}</p>')
    if first.sentence:
        parts.append(f"<blockquote{of_report(language)}>{_marked(first.sentence, first.measure)}</blockquote>")
    items = {(f.severity, f.message(language), f.remedy(language)): None for f in group}
    parts.append("<ul>")
    for severity, message, remedy in items:
        parts.append(
            f'<li class="{severity}"><strong>{escape(say(severity, language))}</strong> {escape(message)}'
            f' <span class="remedy">{escape(remedy)}</span></li>'
        )
    parts.append("</ul>")
    return f"<section>{''.join(parts)}</section>\n"


def _marked(sentence: str, words: str) -> str:
    at = sentence.find(words) if words else -1
    if at < 0:
        return escape(sentence)
    end = at + len(words)
    return f"{escape(sentence[:at])}<mark>{escape(words)}</mark>{escape(sentence[end:])}"
