"""The responsibility table as one page that works from disk and prints."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from kg.asking.rows import Row
from kg.messages import say
from kg.showing.responsibilities import COLUMNS, Shown, cells, text

_FIRST = ("section", "measure", "sentence")
_ORDER = (*_FIRST, *(column for column in COLUMNS if column not in (*_FIRST, "report")), "report")
"""The sentence stands beside its measure, and what each row repeats comes last."""

_STYLE = """
:root { color-scheme: light dark; --paper: #fff; --ink: #1b1b1b; --line: #d0d0d0; --head: #e7ecf3; --group: #f4f5f7;
  --gap: #8a5a00; --link: #0059b3; }
@media (prefers-color-scheme: dark) { :root { --paper: #1d1f23; --ink: #e8e8e8; --line: #44474d; --head: #2b313b;
  --group: #25282d; --gap: #ffc766; --link: #8ab4f8; } }
body { margin: 0; padding: 1rem; color: var(--ink); background: var(--paper);
  font: 14px/1.6 system-ui, "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif; }
h1 { font-size: 1.4rem; margin: 0 0 .3rem; } p { margin: 0 0 .8rem; }
table { border-collapse: separate; border-spacing: 0; border-left: 1px solid var(--line); }
th, td { border-right: 1px solid var(--line); border-bottom: 1px solid var(--line); padding: .3rem .5rem;
  text-align: left; vertical-align: top; overflow-wrap: anywhere; white-space: pre-line; min-width: 4em; }
thead th { position: sticky; top: 0; z-index: 2; background: var(--head); white-space: nowrap; }
td.measure { position: sticky; left: 0; z-index: 1; background: var(--paper); }
thead th.measure { left: 0; z-index: 3; }
tbody th { background: var(--group); } tbody th span { position: sticky; left: .5rem; }
a { color: var(--link); }
.report, .section, .basis { min-width: 11em; } .measure { min-width: 16em; }
.sentence { min-width: 26em; } .lead, .partners, .sites, .programmes, .documents, .outcome { min-width: 8em; }
.gaps { min-width: 8em; color: var(--gap); } .as_of { min-width: 6.5em; }
.value, .line, .start, .end { text-align: right; font-variant-numeric: tabular-nums; }
@media screen { .value, .unit, .modifier, .as_of { white-space: pre; overflow-wrap: normal; } }
@page { size: A4 landscape; margin: 10mm; }
@media print {
  :root { --paper: #fff; --ink: #000; --line: #999; --head: #eee; --group: #f4f4f4; --gap: #000; --link: #000; }
  body { padding: 0; font-size: 6pt; line-height: 1.35; } thead { display: table-header-group; }
  thead th, td.measure { position: static; white-space: pre-line; } tr { break-inside: avoid; }
  table { width: 100%; table-layout: fixed; } th, td { min-width: 0 !important; padding: 1pt 2pt; }
  .change, .value, .unit, .modifier, .as_of, .start, .end { display: none; } /* the outcome says them in words */
  thead .measure, thead .outcome { width: 11%; } thead .sentence { width: 20%; }
  thead .line, thead .status { width: 3%; }
}
"""


def responsibilities_page(shown: Shown) -> Iterator[str]:
    """A self-contained HTML document in parts; its policy forbids every request and script."""
    language = shown.language
    title = escape(say("table-title", language))
    count = say("table-count", language, measures=len(shown.rows), gaps=sum(bool(row.gaps) for row in shown.rows))
    heads = "".join(f'<th scope="col" class="{column}">{escape(shown.head(column))}</th>' for column in _ORDER)
    yield (
        f'<!DOCTYPE html>\n<html lang="{"zh-CN" if language == "zh" else "en"}">\n<head><meta charset="utf-8">'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline';"
        " base-uri 'none'; form-action 'none'\">"
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{title}</title><style>{_STYLE}</style></head>\n"
        f"<body><h1>{title}</h1><p>{escape(count)}</p>\n<table><thead><tr>{heads}</tr></thead>\n"
    )
    for group in shown.groups():
        yield "<tbody>\n"
        if shown.key:
            name = f"{escape(group.name)} ({len(group.rows)})"
            yield f'<tr><th scope="rowgroup" colspan="{len(COLUMNS)}"><span>{name}</span></th></tr>\n'
        for row in group.rows:
            yield _row(shown, row)
        yield "</tbody>\n"
    yield "</table></body></html>\n"


def _row(shown: Shown, row: Row) -> str:
    made = []
    said_of = dict(zip(COLUMNS, cells(row, shown.language), strict=True))
    for column in _ORDER:
        said = escape(text(said_of[column], "\n"))
        if column == "measure" and (link := shown.link(row)):
            said = f'<a href="{escape(link)}">{said}</a>'
        made.append(f'<td class="{column}">{said}</td>')
    return f"<tr>{''.join(made)}</tr>\n"
