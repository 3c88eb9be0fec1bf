"""``kg view`` of pictures: what it writes, and what it says on stderr."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import networkx as nx
import pypdfium2 as pdfium
import pytest

from kg.cli import main
from tests.cli.conftest import Ran

LANGUAGES = pytest.mark.parametrize("language", ["zh", "en"])


@pytest.fixture(scope="module")
def large(seed: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the seed report."""
    path = tmp_path_factory.mktemp("large") / "kg.store"
    assert main(["build", "-q", "--store", str(path), str(seed)]) == 0
    return path


@LANGUAGES
def test_a_picture_too_large_for_a4_is_told_with_the_way_out(
    kg: Callable[..., Ran], large: Path, tmp_path: Path, language: str
) -> None:
    for form in ("svg", "png"):
        ran = kg("view", "--store", large, "-o", tmp_path / f"x.{form}", "--lang", language)
        assert ran.status == 0
        assert "187 × " in ran.err
        assert "A4" in ran.err
        assert ".pdf" in ran.err
    small = kg("view", "--store", large, "--focus", "一业一证", "-o", tmp_path / "y.svg", "--lang", language)
    assert "A4" not in small.err
    assert "A4" not in kg("view", "-q", "--store", large, "-o", tmp_path / "x.svg").err


@LANGUAGES
def test_a_picture_without_legible_words_is_not_written(
    kg: Callable[..., Ran], large: Path, tmp_path: Path, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kg.showing.png.HIGHEST", 400)
    ran = kg("view", "--store", large, "-o", tmp_path / "x.png", "--lang", language)
    assert (ran.status, ran.out) == (2, "")
    assert all(way in ran.err for way in (".pdf", "--focus", "--report"))
    assert list(tmp_path.glob("x*")) == []
    assert kg("view", "--store", large, "-o", tmp_path / "x.svg", "--lang", language).status == 0


def test_pdf_by_extension_name_or_media_type(kg: Callable[..., Ran], large: Path, tmp_path: Path) -> None:
    written = []
    for i, form in enumerate(((), ("--format", "pdf"), ("--format", "application/pdf"))):
        path = tmp_path / (f"{i}.pdf" if not form else f"{i}.bin")
        path.write_text("what stood here before", "utf-8")
        assert kg("view", "--store", large, *form, "-o", path).status == 0
        written.append(path.read_bytes())
    assert written[0] == written[1] == written[2]
    assert len(pdfium.PdfDocument(written[0])) > 3


@LANGUAGES
def test_a_name_of_several_things_is_told(kg: Callable[..., Ran], large: Path, tmp_path: Path, language: str) -> None:
    ran = kg("view", "--store", large, "--focus", "窗口", "-o", tmp_path / "x.pdf", "--lang", language)
    assert ran.status == 0
    told = ran.err.splitlines()[0]
    assert "“窗口”" in told
    assert f"知识产权综合公共服务窗口 ({'服务点' if language == 'zh' else 'Site'})" in told
    whole = ("--focus", "知识产权综合公共服务窗口")
    alone = kg("view", "--store", large, *whole, "-o", tmp_path / "y.pdf", "--lang", language)
    assert alone.err.count("\n") == 1
    assert "y.pdf" in alone.err


@LANGUAGES
@pytest.mark.parametrize("form", [("-o", "x.png"), ("--terminal",)])
def test_outlines_are_for_svg(
    kg: Callable[..., Ran], large: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, language: str, form: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = kg("view", "--store", large, "--outline", *form, "--lang", language)
    assert ran.status == 2
    assert "--outline" in ran.err
    assert list(tmp_path.iterdir()) == []


def test_outlined_svg_has_no_text(kg: Callable[..., Ran], large: Path, tmp_path: Path) -> None:
    assert kg("view", "--store", large, "--outline", "-o", tmp_path / "x.svg").status == 0
    picture = (tmp_path / "x.svg").read_text("utf-8")
    assert "<text" not in picture
    assert "font-face" not in picture
    assert picture.count("<use ") > 1000


@pytest.mark.parametrize("form", ["graphml", "gexf"])
def test_a_network_has_what_is_asked_for(kg: Callable[..., Ran], large: Path, tmp_path: Path, form: str) -> None:
    read = nx.read_graphml if form == "graphml" else nx.read_gexf
    made = {}
    for name, more in (("all", ()), ("one", ("--focus", "一业一证"))):
        ran = kg("view", "--store", large, *more, "-o", tmp_path / f"{name}.{form}", "--lang", "en")
        assert (ran.status, ran.err) == (0, f"Written: {tmp_path / name}.{form}\n")
        made[name] = read(tmp_path / f"{name}.{form}")
    whole = tmp_path / f"export.{form}"
    assert kg("export", "--store", large, "-o", whole).status == 0
    assert whole.read_bytes() == (tmp_path / f"all.{form}").read_bytes()
    labels = {d["label"] for _, d in made["one"].nodes(data=True)}
    assert "制发2048张行业综合许可证,涉及15个业态" in labels
    assert 3 < len(labels) < len(made["all"]) / 5
    assert (
        kg("view", "--store", large, "--format", form, "--focus", "一业一证").out.encode()
        == (tmp_path / f"one.{form}").read_bytes()
    )
