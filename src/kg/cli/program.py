"""The command ``kg``: the list of its commands."""

from __future__ import annotations

import click

from kg import __version__
from kg.cli import (
    answers,
    ask,
    build,
    compare,
    export,
    facts,
    names,
    query,
    reason,
    remove,
    reports,
    stats,
    table,
    trace,
    validate,
    view,
    why,
)
from kg.cli.help import Command, Group, in_chinese, pick
from kg.cli.options import common, help_option

COMMANDS = (
    build,
    facts,
    validate,
    query,
    ask,
    trace,
    table,
    compare,
    answers,
    why,
    reason,
    names,
    stats,
    export,
    view,
    reports,
    remove,
)


def program(language: str) -> click.Group:
    """The whole command line with its help in ``zh`` or ``en``."""
    group = Group(
        "kg",
        params=[
            *common(language),
            click.Option(
                ["--version"],
                is_flag=True,
                is_eager=True,
                expose_value=False,
                callback=_print_version,
                help=pick(language, "显示版本号。", "Show the version."),
            ),
            help_option(language),
        ],
        help=pick(
            language,
            "把政府报告读成知识图谱：每一条事实都指向原文中说出它的字句。全程离线。",
            "Reads Chinese government reports into a knowledge graph in which every fact points at the characters"
            " that say it. Works offline.",
        ),
        epilog=pick(
            language,
            "退出码：0 完成；1 发现问题或未找到；2 用法有误；3 文件或图库无法读写。",
            "Exit status: 0 done; 1 something found wrong, or nothing found; 2 usage mistake;"
            " 3 a file or store can't be read or written.",
        ),
        add_help_option=False,
        no_args_is_help=True,
    )
    for module in COMMANDS:
        group.add_command(module.command(language))
    if language == "zh":
        commands = [c for c in group.commands.values() if isinstance(c, Command)]
        in_chinese(group, *commands)
    return group


def _print_version(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted and not context.resilient_parsing:
        print(f"kg {__version__}")
        context.exit()
