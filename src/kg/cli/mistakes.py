"""click's own errors and the system's in the reader's language."""

from __future__ import annotations

import os

import click

from kg.messages import say, system_reason


def explain(error: click.ClickException, language: str) -> str:
    """What is wrong with the arguments, and where to look; several lines."""
    context = error.ctx if isinstance(error, click.UsageError) else None
    lines = []
    if context is not None:
        lines += [context.get_usage(), say("usage-hint", language, command=context.command_path)]
    return "\n".join([*lines, say("error", language, message=_message(error, language))])


def _message(error: click.ClickException, language: str) -> str:
    if isinstance(error, click.exceptions.NoSuchOption):
        return say("option-unknown", language, name=error.option_name) + _nearest(error.possibilities, language)
    if isinstance(error, click.exceptions.NoSuchCommand):
        return say("command-unknown", language, name=error.command_name) + _nearest(error.possibilities, language)
    if isinstance(error, click.exceptions.BadOptionUsage):
        return say(_option_usage(error), language, name=error.option_name)
    if isinstance(error, click.exceptions.MissingParameter) and error.param is not None:
        return say("argument-missing", language, name=error.param.make_metavar(error.ctx) if error.ctx else "")
    if isinstance(error, click.exceptions.BadParameter) and error.param is not None:
        kind = error.param.type
        if isinstance(kind, click.Choice):
            choices = " ".join(str(choice) for choice in kind.choices)
            return say("choice-unknown", language, name=error.param.opts[0], choices=choices)
    return say("usage-mistake", language, message=error.format_message())


def _option_usage(error: click.exceptions.BadOptionUsage) -> str:
    """A value is missing, or stands where none may be: click tells the two apart by their wording alone."""
    return "option-without-value" if "does not take" in error.message else "option-needs-value"


def _nearest(names: object, language: str) -> str:
    found = [str(name) for name in names] if isinstance(names, (list, tuple)) else []
    return say("did-you-mean", language, names=" ".join(found)) if found else ""


def explain_os_error(error: OSError, language: str) -> str:
    """Where it went wrong and why, the reason in the reader's language where we have a word for it."""
    reason = system_reason(error, language)
    where = error.filename if error.filename is not None else say("standard-output", language)
    return say("os-failure", language, path=os.fsdecode(where) if isinstance(where, bytes) else where, reason=reason)
