"""How a command is made, and the options that several share, so that they mean the same everywhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import click

from kg.cli.help import Command, pick
from kg.messages import LANGUAGES

PATH = click.Path(path_type=Path, readable=False)
"""Who opens a file tells why it can't be read, in the reader's language: click would say so in English, as misuse."""


def common(language: str) -> list[click.Parameter]:
    """``--lang``, ``-q``, ``-v``: before or after the command's name."""
    return [
        click.Option(
            ["--lang"],
            type=click.Choice(LANGUAGES),
            expose_value=False,
            help=pick(
                language,
                "界面语言，默认取自系统区域设置。",
                "Language of messages and tables; default from the locale.",
            ),
        ),
        click.Option(
            ["-q", "--quiet"],
            is_flag=True,
            expose_value=False,
            callback=_quieter,
            help=pick(language, "只输出数据与错误。", "Nothing but data and errors."),
        ),
        click.Option(
            ["-v", "--verbose"],
            is_flag=True,
            expose_value=False,
            callback=_louder,
            help=pick(language, "输出更多过程信息。", "Tell more about what is done."),
        ),
    ]


def command_of(
    language: str, name: str, run: Callable[..., int | None], *parameters: click.Parameter, zh: str, en: str
) -> Command:
    """A command that calls ``run`` with what these parameters say and a `Screen`; after them it has the common ones.

    ``run`` returns the exit status, None for 0. ``zh`` and ``en`` are its help.
    """
    return Command(
        name,
        callback=run,
        params=[*parameters, *common(language), help_option(language)],
        help=pick(language, zh, en),
        add_help_option=False,
    )


def help_option(language: str) -> click.Option:
    """``--help``, also ``-h``."""
    return click.Option(
        ["-h", "--help"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=_print_help,
        help=pick(language, "显示本帮助。", "Show this help."),
    )


def store_option(language: str) -> click.Option:
    """``--store``, else the environment's KG_STORE, else kg.store in the current folder."""
    return click.Option(
        ["--store"],
        metavar="DIR",
        type=PATH,
        envvar="KG_STORE",
        default=Path("kg.store"),
        help=pick(
            language,
            "图库所在文件夹；默认取环境变量 KG_STORE，否则为 kg.store。",
            "Folder of the graph; default is the environment's KG_STORE, else kg.store.",
        ),
    )


def output_option(language: str) -> click.Option:
    """``-o``: a file that is written whole or not at all; ``-`` is stdout."""
    return click.Option(
        ["-o", "--output"],
        metavar="FILE",
        type=PATH,
        help=pick(language, "写入此文件；默认输出到标准输出。", "Write to this file; default is standard output."),
    )


def format_option(language: str, names: Sequence[str], default: str | None = None) -> click.Option:
    """``--format`` by name, extension or media type; without it the output file's extension decides."""
    known = pick(language, "、", ", ").join(names)
    fallback = pick(language, f"；否则为 {default}", f", else {default}") if default else ""
    return click.Option(
        ["--format", "format_name"],
        metavar="FORMAT",
        help=pick(
            language,
            f"输出格式：{known}（可写名称、扩展名或媒体类型）。默认由 -o 的扩展名决定{fallback}。",
            f"One of {known}, by name, extension or media type. Default is what the extension of -o says{fallback}.",
        ),
    )


def report_options(language: str) -> tuple[click.Option, click.Option]:
    """``--report`` and ``--issuer``: of which reports alone the store is asked."""
    return (
        click.Option(
            ["--report"],
            metavar="TEXT",
            help=pick(
                language,
                "只看一份报告，用发文字号、标题、文件名或其中一部分指明。",
                "Only the report with this number, title or file name, or with TEXT in one of them.",
            ),
        ),
        click.Option(
            ["--issuer"],
            metavar="NAME",
            help=pick(
                language,
                "只看此机关发出的报告，写全名或其中一部分。",
                "Only the reports of this issuer, by its name or a part of it.",
            ),
        ),
    )


def sources_argument(required: bool = True) -> click.Argument:
    """One or more files or folders."""
    metavar = "SOURCE..." if required else "[SOURCE]..."
    return click.Argument(["sources"], metavar=metavar, nargs=-1, required=required, type=PATH)


def _quieter(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        context.meta["kg.loudness"] = -1


def _louder(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        context.meta["kg.loudness"] = 1


def _print_help(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted and not context.resilient_parsing:
        print(context.get_help())
        context.exit()
