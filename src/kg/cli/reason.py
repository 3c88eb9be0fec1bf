"""``kg reason``: what follows from the graph, into a graph of its own."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.help import pick
from kg.cli.options import command_of, store_option
from kg.cli.screen import Screen, put
from kg.cli.stores import open_store


def command(language: str) -> click.Command:
    """The command with its help in this language."""
    return command_of(
        language,
        "reason",
        run,
        store_option(language),
        click.Option(
            ["--check"],
            is_flag=True,
            help=pick(
                language,
                "用 HermiT（需要 Java）检查每份报告与本体是否矛盾。",
                "Check with HermiT, which needs Java, that no report contradicts the ontology.",
            ),
        ),
        zh="按 ontology/rules.ttl 的规则推出逆关系、组成与隶属、机构接替等，写入单独的图；kg why 说明每条推论。",
        en="Draw what follows by the rules of ontology/rules.ttl (inverses, parts and wholes, successors) into a graph"
        " of its own. kg why tells the rule and premises of each statement.",
    )


def run(store: Path, check: bool, screen: Screen) -> int:
    """Infer and say how much of what; 1 where a check finds a contradiction."""
    from kg.graph.ontology import consistent
    from kg.graph.reasoning import reason

    contradicting = 0
    with open_store(store, screen) as opened:
        if check:
            screen.tell("reason-checking", count=len(opened.reports()))
            for report in screen.steps(opened.reports(), "checking"):
                if not consistent(opened.graph_lines(report.graph), aligned=True):
                    contradicting += 1
                    screen.fail(screen.say("report-contradicts", report=report.title or report.source))
        counts = reason(opened)
    lines = [screen.say("reason-rule", rule=rule, count=count) for rule, count in _told(counts, screen.language)]
    put("".join(f"{line}\n" for line in (*lines, screen.say("reason-total", count=sum(counts.values())))), None)
    if check and not contradicting:
        screen.tell("reason-consistent")
    return 1 if contradicting else 0


def _told(counts: dict[str, int], language: str) -> list[tuple[str, int]]:
    from kg.graph.ontology import labels

    return [(labels()[rule][language == "en"], count) for rule, count in counts.items()]
