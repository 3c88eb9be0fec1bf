"""The project's own files: whole, of one size, and speaking of nothing but the project."""

from __future__ import annotations

import ast
import pkgutil
import re
import subprocess
import tomllib
from pathlib import Path
from string import Formatter

import pytest

from kg.messages import MESSAGES, SUBJECTS, say

CHINESE = re.compile(r"[\u4e00-\u9fff]")
MACHINE = re.compile(r"/(home|root|Users|work|tmp)/\w|[a-z0-9.-]*pypi\.(org|python)|registry\.npmjs|deb\.debian\.org")
LONGEST = 320
ALWAYS_SEVERAL = {"ask-several", "facts-need-folder", "focus-several", "table-too-long", "view-too-large"}
"""Messages that are only told of more than one."""

REFERENCE = re.compile(r"(?<!`)`(kg(?:\.[a-z_]\w*)+(?:\.[A-Z]\w*)?)`(?!`)")
"""A module in a text, or what one has; the names of files stand in two marks."""


def files(root: Path, *suffixes: str) -> list[Path]:
    """The project's files with these endings, without what was made or installed."""
    skipped = {".git", ".venv", "out", "dist", "build"}
    found = [p for p in sorted(root.rglob("*")) if p.is_file() and p.suffix in suffixes]
    return [
        p for p in found if not any(part in skipped or part.endswith("cache") for part in p.relative_to(root).parts)
    ]


@pytest.mark.parametrize("code", MESSAGES)
def test_messages_say_the_same_in_both_languages(code: str) -> None:
    chinese, english = MESSAGES[code]
    assert chinese
    assert english
    assert not CHINESE.search(re.sub(r"[“‘'\"（(].*?[”’'\"）)]|=\S+", "", english)), english
    named = [{field for _, field, _, _ in Formatter().parse(text) if field} for text in (chinese, english)]
    assert named[0] == named[1]


def test_a_count_of_one_stands_before_a_word_for_one() -> None:
    english = {code: texts[1] for code, texts in MESSAGES.items()}
    told = [one for text in english.values() for one in re.findall(r"\{([a-z]+):[a-z ]+\|([a-z]+s)\b", text)]
    counts, words = ("|".join(sorted(set(one))) for one in zip(*told, strict=True))
    counted = re.compile(rf"\{{(?:{counts}|rows)\}} (?:{words})\b")
    assert {code for code, text in english.items() if counted.search(text)} == ALWAYS_SEVERAL
    assert say("stats-title", "en", reports=1, measures=1) == "Measures counted: 1 report, 1 measure"
    assert say("stats-title", "en", reports=2, measures=0) == "Measures counted: 2 reports, 0 measures"


def test_every_message_exists_and_is_used(root: Path) -> None:
    calls = re.compile(
        r"(?:NothingFound|UsageMistake|UnreadableInput|KgError|say|tell|detail|steps)"
        r"\(\s*(?:[\w.]+, )?\"([a-z][\w-]+)\""
    )
    text = "\n".join(p.read_text("utf-8") for p in files(root / "src", ".py") if "messages" not in p.parts)
    raised = set(calls.findall(text))
    assert raised - set(MESSAGES) == set()
    assert {code for code in MESSAGES if f'"{code}"' not in text and not code.startswith(("os-", "column-"))} == set()


def test_each_message_is_given_its_values(root: Path) -> None:
    lacking = []
    for path in files(root / "src", ".py"):
        for call in ast.walk(ast.parse(path.read_text("utf-8"))):
            said = called(call) if isinstance(call, ast.Call) else None
            if said is not None and not said[1] >= wanted(said[0]):
                lacking.append((path.name, *said))
    assert lacking == []


def called(call: ast.Call) -> tuple[str, set[str]] | None:
    """The code of the message that a call tells, and the values that it gives; None where it tells none, or where the
    values are passed on."""
    codes = [a.value for a in call.args[:2] if isinstance(a, ast.Constant) and a.value in MESSAGES]
    name = getattr(call.func, "id", getattr(call.func, "attr", ""))
    if not codes or name not in ("NothingFound", "UsageMistake", "UnreadableInput", "KgError", "say", "tell", "Part"):
        return None
    given = next((a for a in call.args if isinstance(a, ast.Dict)), None)
    if given is not None:
        return str(codes[0]), {str(key.value) for key in given.keys if isinstance(key, ast.Constant)}
    names = [keyword.arg for keyword in call.keywords]
    return None if None in names else (str(codes[0]), {name for name in names if name})


def wanted(code: str) -> set[str]:
    """The values that a message needs."""
    return {field for _, field, _, _ in Formatter().parse(MESSAGES[code][0]) if field}


def test_no_message_has_two_texts() -> None:
    assert len(MESSAGES) == sum(len(one.MESSAGES) for one in SUBJECTS)


def test_source_files_have_one_job_each(root: Path) -> None:
    long = {str(p.relative_to(root)): n for p in files(root / "src", ".py") if (n := _lines(p)) > LONGEST}
    assert long == {}


def test_no_path_or_host_of_a_machine(root: Path) -> None:
    texts = files(root, ".py", ".md", ".toml", ".tsv", ".ttl", ".rq", ".sh", ".txt", ".jsonld", ".html", ".js")
    texts += [root / "Makefile", root / ".ci" / "run"]
    found = [
        f"{path.relative_to(root)}:{number}: {line.strip()[:120]}"
        for path in texts
        if path != Path(__file__)
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if MACHINE.search(line)
    ]
    assert found == []


def test_the_seed_is_the_report_as_published(root: Path, shared: Path) -> None:
    published = shared / "seeds" / "jingan-2023-18.txt"
    assert (root / "seeds" / published.name).read_bytes() == published.read_bytes()


def test_licence_and_its_name_agree(root: Path) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["license"] == "Apache-2.0"
    text = (root / "LICENSE").read_text("utf-8")
    assert "Apache License" in text
    assert "END OF TERMS AND CONDITIONS" in text


def test_changelog_names_the_version_or_what_is_not_released(root: Path) -> None:
    text = (root / "CHANGELOG.md").read_text("utf-8")
    assert "## [Unreleased]" in text


def test_make_help_lists_every_target_for_people(root: Path) -> None:
    done = subprocess.run(["make", "-s", "help"], cwd=root, capture_output=True, text=True, check=True)
    listed = re.findall(r"^make (\w+) ", done.stdout, re.MULTILINE)
    assert {"run", "test", "bench", "clean", "help"} <= set(listed)
    told = (root / "CONTRIBUTING.md").read_text("utf-8")
    for target in re.findall(r"`make (\w+)`", told):
        assert target in listed


@pytest.mark.parametrize("name", ["Makefile", "scripts/system.sh", "scripts/smoke_wheel.sh", ".ci/run"])
def test_scripts_stop_at_the_first_failure(root: Path, name: str) -> None:
    text = (root / name).read_text("utf-8")
    assert name == "Makefile" or "set -euo pipefail" in text


def test_contributing_names_files_that_exist(root: Path) -> None:
    text = (root / "CONTRIBUTING.md").read_text("utf-8")
    for name in re.findall(r"`((?:src|seeds|queries|shapes|ontology|tests|scripts|benchmarks)/[\w./-]*)`", text):
        assert (root / name).exists(), name


def _lines(path: Path) -> int:
    return len(path.read_text("utf-8").splitlines())


def test_what_texts_and_docstrings_refer_to_is_there(root: Path) -> None:
    texts = [*root.glob("*.md"), *root.glob("docs/*.md"), *root.glob("src/**/*.py"), *root.glob("tests/**/*.py")]
    named = {(m[1], path.name) for path in texts for m in REFERENCE.finditer(path.read_text("utf-8"))}
    assert len(named) > 20
    assert [(name, where) for name, where in sorted(named) if not _is_there(name)] == []


def _is_there(name: str) -> bool:
    """Whether this is a module or what one has."""
    try:
        pkgutil.resolve_name(name)
    except (ImportError, AttributeError):
        return False
    return True
