"""What validation found, as text or a page for people, as JSON, or as the standard's report in Turtle."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

from kg.cli.screen import Screen

if TYPE_CHECKING:
    from kg.graph.validation import Finding


def show(findings: Sequence[Finding], form: str, screen: Screen) -> str:
    """The findings in this format."""
    if form == "turtle":
        from kg.graph.validation import report_turtle

        return report_turtle(findings)
    if form == "html":
        from kg.showing.findings_page import findings_page

        return findings_page(findings, screen.language)
    if form == "json":
        return json.dumps([asdict(f) for f in findings], ensure_ascii=False, indent=1) + "\n"
    return "".join(f"{line}\n" for line in _text(findings, screen))


def _text(findings: Sequence[Finding], screen: Screen) -> list[str]:
    """A block a measure, worst first: its name, its sentence with the place, what was found; then the counts."""
    groups: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        groups.setdefault((finding.measure or finding.focus, finding.sentence), []).append(finding)
    lines = []
    for (measure, sentence), group in groups.items():
        lines.append(screen.say("finding-measure", measure=measure))
        place = group[0].place
        if place:
            where = screen.say(
                "finding-place", line=place.line, start=place.start, end=place.end, section=place.section
            )
            lines.append(f"  {where.rstrip()}")
        if sentence and sentence != measure:
            lines.append(f"  {sentence}")
        for f in _each_once(group, screen):
            lines.append(f"  [{screen.say(f.severity)}] {f.message(screen.language) or f.shape}")
            lines += [f"    → {remedy}"] if (remedy := f.remedy(screen.language)) else []
        lines.append("")
    counts = {level: sum(f.severity == level for f in findings) for level in ("violation", "warning", "info")}
    return [*lines, screen.say("findings-total", **counts)]


def _each_once(group: Sequence[Finding], screen: Screen) -> list[Finding]:
    return list({(f.severity, f.message(screen.language), f.shape): f for f in group}.values())
