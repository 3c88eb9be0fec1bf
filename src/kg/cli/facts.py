"""``kg facts``: what was read in each report, as JSON in the gold form."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.help import pick
from kg.cli.options import PATH, command_of, sources_argument
from kg.cli.reading import documents
from kg.cli.screen import STDOUT, Screen, put
from kg.errors import KgError, UsageMistake
from kg.sharing import ENOUGH, processors, shared

if TYPE_CHECKING:
    from kg.facts import Facts


def command(language: str) -> click.Command:
    """The command with its help in this language."""
    return command_of(
        language,
        "facts",
        run,
        sources_argument(),
        click.Option(
            ["--unread"],
            is_flag=True,
            help=pick(
                language,
                "列出看到而未能读懂之处：不属于任何举措的数字、未识别出单位的责任注记。",
                "List what was seen and not read: figures of no measure, notes that name no known body.",
            ),
        ),
        click.Option(
            ["-o", "--output"],
            metavar="DIR",
            type=PATH,
            help=pick(
                language,
                "写入此文件夹，每份报告一个 JSON 文件；多份报告时必需。",
                "Write into this folder, a JSON file a report; needed for more than one.",
            ),
        ),
        zh="输出报告中的事实（JSON）。一份报告输出到标准输出；多份写入 -o 文件夹。不需要图库。",
        en="Print the facts of reports as JSON. One report goes to standard output, several into the folder of -o."
        " Needs no store.",
    )


def run(sources: tuple[Path, ...], unread: bool, output: Path | None, screen: Screen) -> int:
    """Read each report and write its facts; one that fails stops none of the others (exit status 3)."""
    in_json = unread_in_json if unread else facts_in_json
    files = documents(sources)
    if output is None or output == STDOUT:
        if len(files) > 1:
            raise UsageMistake("facts-need-folder", count=len(files))
        from kg.pipeline import read_facts

        put(in_json(read_facts(files[0])), None)
        return 0
    names = _names(files)
    output.mkdir(parents=True, exist_ok=True)
    failures, before = [], 0
    read = shared(partial(_read, in_json), screen.steps(files, "reading"), processors() if len(files) >= ENOUGH else 1)
    for name, found in zip(names, read, strict=True):
        if isinstance(found, KgError):
            failures.append(found)
            continue
        replaced = put(found, output / name)
        before += replaced
        screen.detail("replaced" if replaced else "written", path=output / name)
    for failure in failures:
        screen.fail(failure.in_language(screen.language))
    screen.tell("facts-written", count=len(files) - len(failures), folder=output)
    if before:
        screen.tell("facts-replaced", count=before)
    return failures[0].exit_status if failures else 0


def _read(in_json: Callable[[Facts], str], path: Path) -> str | KgError:
    """A report as JSON, or why it can't be read."""
    from kg.pipeline import read_facts

    try:
        return in_json(read_facts(path))
    except KgError as error:
        return error


def facts_in_json(facts: Facts) -> str:
    """The gold form, a line a field, Chinese as it is."""
    from kg.facts import to_gold

    return json.dumps(to_gold(facts), ensure_ascii=False, indent=1) + "\n"


def unread_in_json(facts: Facts) -> str:
    """What was seen and not read: reason, words and place, and the sentence around them."""
    from kg.extraction.unread import unread

    found = [
        {
            "reason": u.reason,
            "start": u.quote.start,
            "end": u.quote.end,
            "text": u.quote.text,
            "sentence": u.sentence.text,
        }
        for u in unread(facts)
    ]
    return json.dumps({"source": facts.source, "unread": found}, ensure_ascii=False, indent=1) + "\n"


def _names(files: Sequence[Path]) -> list[str]:
    """STEM.json for each file. Raises UsageMistake where two files would get the same name."""
    seen: dict[str, Path] = {}
    for path in files:
        name = f"{path.stem}.json"
        if name in seen:
            raise UsageMistake("facts-same-stem", first=seen[name], second=path, name=name)
        seen[name] = path
    return list(seen)
