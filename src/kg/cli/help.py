"""Help in the reader's language: a command that knows its screen, and click's own words in Chinese."""

from __future__ import annotations

import inspect
import re
import unicodedata
from collections.abc import Iterable
from typing import Any

import click

from kg.cli.screen import Screen
from kg.errors import UsageMistake

HEADINGS = {"Options": "选项", "Commands": "命令", "Positional arguments": "参数", "Arguments": "参数"}
CLOSING = "，。；：、！？）》”』】,.;:!?)"  # never at the start of a line

_FIRST_PART = re.compile("[。；：]|[.;:] ")


def pick(language: str, zh: str, en: str) -> str:
    """The text of this language."""
    return zh if language == "zh" else en


class Command(click.Command):
    """A command whose callback gets a `Screen` beside its options."""

    allow_extra_args = True  # told below, in the reader's language

    def get_short_help_str(self, limit: int = 45) -> str:
        """What the command does in one sentence, whole: it is wrapped where it is shown, and Chinese has no spaces at
        which click could cut it."""
        return _FIRST_PART.split(self.help or "")[0].rstrip(".")

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Raises UsageMistake where arguments are left over."""
        rest = super().parse_args(ctx, args)
        if rest and not ctx.resilient_parsing:
            raise UsageMistake("arguments-left", command=ctx.command_path, names=" ".join(rest))
        return rest

    def invoke(self, ctx: click.Context) -> Any:
        """Run the callback and give its exit status."""
        ctx.params["screen"] = Screen(ctx.obj, ctx.meta.get("kg.loudness", 0))
        return super().invoke(ctx)


class Group(click.Group):
    """The commands in the order in which they are used, not by letter."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names as they were added."""
        return list(self.commands)


def in_chinese(*commands: click.Command) -> None:
    """Give these commands Chinese headings and lines broken where Chinese may break."""
    for command in commands:
        command.context_class = _ChineseContext
        command.options_metavar = "[选项]"
        if isinstance(command, click.Group):
            command.subcommand_metavar = "命令 [参数]..."


class _ChineseFormatter(click.HelpFormatter):
    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        self.write(f"用法：{prog} {args}\n")

    def write_heading(self, heading: str) -> None:
        self.write(f"{'':>{self.current_indent}}{HEADINGS.get(heading, heading)}：\n")

    def write_text(self, text: str) -> None:
        indent = " " * self.current_indent
        for line in wrap(inspect.cleandoc(text), self.width - self.current_indent):
            self.write(f"{indent}{line}\n")

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        rows = list(rows)
        column = min(max(columns(name) for name, _ in rows), col_max) + col_spacing
        indent = " " * self.current_indent
        for name, text in rows:
            lines = wrap(text, max(self.width - self.current_indent - column, 20)) or [""]
            if columns(name) + col_spacing > column:
                self.write(f"{indent}{name}\n")
            else:
                self.write(f"{indent}{name}{' ' * (column - columns(name))}{lines.pop(0)}".rstrip() + "\n")
            for line in lines:
                self.write(f"{indent}{' ' * column}{line}\n")


class _ChineseContext(click.Context):
    formatter_class = _ChineseFormatter


def columns(text: str) -> int:
    """Columns that the text takes on a terminal: a full-width character takes two (Unicode UAX #11)."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def wrap(text: str, width: int) -> list[str]:
    """Lines of at most ``width`` columns, broken at spaces and between full-width characters."""
    lines, line = [], ""
    for piece in _pieces(text):
        if line and columns(line + piece.rstrip()) > width:
            lines.append(line.rstrip())
            line = ""
        line += piece.lstrip() if not line else piece
    return [*lines, line.rstrip()] if line.strip() else lines


def _pieces(text: str) -> list[str]:
    """Parts that stay whole: a word with the space after it, a full-width character with the marks after it."""
    pieces: list[str] = []
    for before, here in zip(" " + text, text, strict=False):
        wide = columns(here) == 2
        glued = here in CLOSING or here.isspace() or not (wide or columns(before) == 2 or before.isspace())
        if pieces and glued:
            pieces[-1] += here
        else:
            pieces.append(here)
    return pieces
