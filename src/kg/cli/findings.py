"""What validation found, as text or a page for people, as JSON, or as the standard's report in Turtle."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

from kg.cli.screen import Screen

if TYPE_CHECKING:
    from kg.graph.validation import Finding


def show(findings: Sequence[Finding], form: str, screen: Screen, titles: Mapping[str, str]) -> str:
    """The findings in this format; ``titles`` of the reports by IRI, as far as they are known."""
    if form == "turtle":
        from kg.graph.validation import report_turtle

        return report_turtle(findings)
    if form == "html":
        from kg.showing.findings_page import findings_page

        return findings_page(findings, screen.language, titles)
    if form == "json":
        told = [asdict(f) | {"title": titles.get(f.place.report, "") if f.place else ""} for f in findings]
        return json.dumps(told, ensure_ascii=False, indent=1) + "\n"
    return "".join(f"{line}\n" for line in _text(findings, screen, titles))


def _text(findings: Sequence[Finding], screen: Screen, titles: Mapping[str, str]) -> list[str]:
    """A block a measure, worst first: its name, its sentence with the place, what was found; then the counts."""
    from kg.graph.validation import by_measure

    lines = []
    for group in by_measure(findings):
        measure, sentence = group[0].measure or group[0].focus, group[0].sentence
        lines.append(screen.say("finding-measure", measure=measure))
        place = group[0].place
        if place:
            where = screen.say(
                "finding-place", line=place.line, start=place.start, end=place.end, section=place.section
            )
            title = titles.get(place.report)
            lines.append(f"  {title} · {where.rstrip()}" if title else f"  {where.rstrip()}")
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
