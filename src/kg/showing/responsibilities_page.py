"""The responsibility table as one page that works from disk and prints."""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from html import escape
from importlib.resources import files

from kg.asking.responsibilities import WEIGHTIEST
from kg.asking.rows import Row
from kg.messages import say
from kg.showing.labels import label, of_report, tag
from kg.showing.panels import listed
from kg.showing.responsibilities import COLUMNS, Shown, cells, named_groups, text

_FIRST = ("section", "measure", "sentence", "lead", "basis", "outcome", "status", "gaps")
_ORDER = (*_FIRST, *(column for column in COLUMNS if column not in (*_FIRST, "report")), "report")
"""What is asked of a measure first stands beside it and its sentence, and what each row repeats comes last."""
_SPOKEN = ("basis", "status", "gaps")
"""Columns in the reader's language; the others have the report's words."""

_STYLE = """
:root { color-scheme: light dark; --paper: #fff; --ink: #1b1b1b; --line: #d0d0d0; --head: #e7ecf3; --group: #f4f5f7;
  --gap: #8a5a00; --link: #0059b3; }
@media (prefers-color-scheme: dark) { :root { --paper: #1d1f23; --ink: #e8e8e8; --line: #44474d; --head: #2b313b;
  --group: #25282d; --gap: #ffc766; --link: #8ab4f8; } }
body { margin: 0; padding: 1rem; color: var(--ink); background: var(--paper);
  font: 14px/22px system-ui, "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif; }
h1 { font-size: 1.4rem; line-height: 1.6; margin: 0 0 .3rem; }
p { margin: 0 0 .8rem; } p.of { font-weight: 700; margin: 0 0 .3rem; }
#find { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; margin: 0 0 .8rem; }
#words { width: 22em; max-width: 100%; } #find :is(input, select) { font: inherit; }
[hidden] { display: none !important; }
table { border-collapse: separate; border-spacing: 0; border-left: 1px solid var(--line); }
th, td { border-right: 1px solid var(--line); border-bottom: 1px solid var(--line); padding: 5px 8px;
  text-align: left; vertical-align: top; overflow-wrap: anywhere; white-space: pre-line; min-width: 4em; }
thead th { position: sticky; top: 0; z-index: 2; background: var(--head); white-space: nowrap; }
td.measure { position: sticky; left: 0; z-index: 1; background: var(--paper); }
thead th.measure { left: 0; z-index: 3; }
tbody th { background: var(--group); } tbody th span { position: sticky; left: .5rem; }
a { color: var(--link); }
.report { min-width: 11em; } .section { min-width: 9em; } .measure { min-width: 16em; }
.sentence { min-width: 24em; } .lead, .basis, .partners, .sites, .programmes, .documents { min-width: 8em; }
.outcome { min-width: 13em; }
.gaps { min-width: 8em; } td.gaps { color: var(--gap); } .as_of { min-width: 6.5em; }
.value, .line, .start, .end { text-align: right; font-variant-numeric: tabular-nums; }
@media (max-width: 700px) { td.measure, thead th.measure { left: auto; } }
@media screen { .status { white-space: nowrap; } }
@media screen { .value, .unit, .modifier, .as_of { white-space: pre; overflow-wrap: normal; } }
@page { size: A4 landscape; margin: 10mm; }
@media print {
  :root { --paper: #fff; --ink: #000; --line: #999; --head: #eee; --group: #f4f4f4; --gap: #000; --link: #000; }
  #find { display: none; }
  body { padding: 0; font-size: 7pt; line-height: 1.35; } thead { display: table-header-group; }
  thead th, td.measure { position: static; white-space: pre-line; } tr { break-inside: avoid; }
  table { width: 100%; table-layout: fixed; } th, td { min-width: 0 !important; padding: 1pt 2pt; }
  .change, .value, .unit, .modifier, .as_of, .start, .end { display: none; } /* the outcome says them in words */
  thead .measure, thead .outcome { width: 11%; } thead .sentence { width: 20%; }
  thead .line, thead .status { width: 3%; }
}
"""


def responsibilities_page(shown: Shown) -> Iterator[str]:
    """A self-contained HTML document in parts; its policy forbids every request, and every script but its own.

    Without that it is the whole table. A report is named once: above its rows, or where they are grouped otherwise and
    are of several, in a column.
    """
    language = shown.language
    title = escape(say("table-title", language))
    script = (files("kg.showing") / "table_find.js").read_text("utf-8")
    digest = b64encode(sha256(script.encode()).digest()).decode()
    columns = _ORDER if shown.key and not _is_of_one(shown.rows) else _ORDER[:-1]
    heads = "".join(f'<th scope="col" class="{column}">{escape(shown.head(column))}</th>' for column in columns)
    yield (
        f'<!DOCTYPE html>\n<html lang="{tag(language)}">\n<head><meta charset="utf-8">'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline';"
        f" script-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'\">"
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{title}</title><style>{_STYLE}</style></head>\n"
        f"<body><h1>{title}</h1>{_above(shown)}\n<table><thead><tr>{heads}</tr></thead>\n"
    )
    numbers: dict[str, int] = {}
    for name, rows in _groups(shown):
        yield f"<tbody{of_report(language)}>\n"
        if name:
            head = f'<th scope="rowgroup" colspan="{len(columns)}"><span>{escape(name)}</span></th>'
            yield f'<tr class="group">{head}</tr>\n'
        for row in rows:
            own = f' data-m="{numbers.setdefault(row.iri, len(numbers))}"' if shown.key else ""
            yield f'<tr{own} data-gap="{" ".join(row.gaps)}" data-status="{row.status}">'
            yield _cells(shown, row, columns) + "</tr>\n"
        yield "</tbody>\n"
    yield f"</table><script>{script}</script></body></html>\n"


def _is_of_one(rows: Sequence[Row]) -> bool:
    """Whether the rows, which come in order of their reports, are of one."""
    return not rows or rows[0].report_iri == rows[-1].report_iri


def _groups(shown: Shown) -> Iterator[tuple[str, Iterable[Row]]]:
    """The rows under what they are grouped by, else under their reports; '' where one report has them all."""
    if shown.key:
        yield from ((f"{group.name} ({len(group.rows)})", group.rows) for group in shown.groups())
    elif _is_of_one(shown.rows):
        yield "", shown.rows
    else:
        yield from named_groups(shown)


def _above(shown: Shown) -> str:
    """Whose rows these are, how many, what they lack, and what finds some of them once the script runs."""
    language = shown.language
    lacking, states = Counter[str](), Counter[str]()
    count = 0
    for row in shown.rows:
        count += bool(row.gaps)
        lacking.update(row.gaps)
        states[row.status] += 1
    of = (
        f'<p class="of"{of_report(language)}>{escape(shown.rows[0].report)}</p>'
        if shown.rows and _is_of_one(shown.rows)
        else ""
    )
    said = say("table-count", language, measures=len(shown.rows), gaps=count)
    kinds = listed((f"{label(gap, language)} {lacking[gap]}" for gap in WEIGHTIEST if lacking[gap]), language)
    more = f" {escape(shown.head('gaps'))}: {escape(kinds)}" if kinds else ""
    find = escape(say("table-find", language))
    shown_of = escape(say("table-shown", language, count="{count}"))
    gaps = _choice("gap", shown.head("gaps"), language, {gap: lacking[gap] for gap in WEIGHTIEST if lacking[gap]})
    status = _choice(
        "status", shown.head("status"), language, {s: states[s] for s in ("done", "ongoing", "planned") if states[s]}
    )
    return (
        f'{of}<p>{escape(said)}{more}</p>\n<form id="find" role="search" hidden>'
        f'<input id="words" type="search" aria-label="{find}" placeholder="{find}">{gaps}{status}'
        f'<output id="count" data-said="{shown_of}"></output></form>'
    )


def _choice(name: str, head: str, language: str, counts: dict[str, int]) -> str:
    head = escape(head)
    every = f'<option value="">{head}: {escape(label("page-all", language))}</option>'
    some = "".join(f'<option value="{key}">{escape(label(key, language))} ({n})</option>' for key, n in counts.items())
    return f'<select id="{name}" aria-label="{head}">{every}{some}</select>'


def _cells(shown: Shown, row: Row, columns: Sequence[str]) -> str:
    made = []
    other = of_report(shown.language)
    said_of = dict(zip(COLUMNS, cells(row, shown.language), strict=True))
    for column in columns:
        said = escape(text(said_of[column], "\n"))
        if column == "measure" and (link := shown.link(row)):
            said = f'<a href="{escape(link)}">{said}</a>'
        spoken = f' lang="{tag(shown.language)}"' if other and column in _SPOKEN else ""
        made.append(f'<td class="{column}"{spoken}>{said}</td>')
    return "".join(made)
