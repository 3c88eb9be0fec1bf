"""Chinese in an SVG where the reader's machine has none: glyphs that come along, or outlines."""

from __future__ import annotations

import functools
import os
import re
import shutil
import xml.etree.ElementTree as ET
from base64 import b64decode
from importlib.resources import files
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from playwright.sync_api import Playwright, Request

from kg.asking.view import View
from kg.errors import UnreadableInput
from kg.showing import fonts, show
from kg.showing.fonts import BOLD, small_font
from kg.showing.layout import FONT, INDENT, PAD, layout, width_of, wrap
from kg.showing.outlines import outlined
from kg.showing.paper import on_paper
from tests.showing.test_pdf import reports
from tests.showing.test_pictures import HOSTILE, example

SVG = "{http://www.w3.org/2000/svg}"


def embedded(picture: bytes) -> TTFont:
    data = re.search(rb"url\(data:font/woff;base64,([^)]+)\)", picture)
    assert data
    return TTFont(BytesIO(b64decode(data[1])))


def test_a_small_font_has_the_characters_and_no_others() -> None:
    made = TTFont(BytesIO(small_font("静安区𠮷A静\U000f0000\n")))
    assert {chr(c) for c in made.getBestCmap()} == set("静安区𠮷A")
    assert made["maxp"].numGlyphs == 6
    assert small_font("静安区") == small_font("区安静静") != small_font("静安区", BOLD)
    assert made["OS/2"].usWeightClass == 400
    assert made["hmtx"]["uni9759"][0] == 1000


def test_the_picture_brings_along_every_character_that_it_draws() -> None:
    picture = show(example(5), "svg", "zh")
    drawn = {c for e in ET.fromstring(picture).iter(f"{SVG}text") for c in e.text or ""}
    assert drawn <= {chr(c) for c in embedded(picture).getBestCmap()}
    assert len(picture) < 100_000
    assert b"@import" not in picture
    assert b"http" not in picture.replace(b"http://www.w3.org/2000/svg", b"")


@pytest.fixture
def without_chinese(tmp_path: Path) -> dict[str, str | float | bool]:
    """The environment of a machine whose only font has no Chinese."""
    latin = Path("/usr/share/fonts/truetype/dejavu")
    if shutil.which("chromium") is None or not latin.is_dir():
        if os.environ.get("CI"):
            pytest.fail("the browser tests need chromium and a Latin font: make system")
        pytest.skip("chromium or its Latin font is not installed: make system")
    (tmp_path / "fonts.conf").write_text(
        f"<?xml version='1.0'?><fontconfig><dir>{latin}</dir><cachedir>{tmp_path}/cache</cachedir></fontconfig>"
    )
    return {**os.environ, "FONTCONFIG_FILE": str(tmp_path / "fonts.conf")}


def noted(requests: list[str], request: Request) -> None:
    requests.append(request.url)


@pytest.mark.parametrize("outline", [False, True])
def test_a_browser_without_chinese_fonts_draws_chinese(
    tmp_path: Path, without_chinese: dict[str, str | float | bool], playwright: Playwright, outline: bool
) -> None:
    browser = playwright.chromium.launch(
        executable_path=shutil.which("chromium"), args=["--no-sandbox"], env=without_chinese
    )
    seen = []
    for label in ("静", "安", "\U000f0000"):
        page = browser.new_page(viewport={"width": 1100, "height": 300})
        requests: list[str] = []
        page.on("request", functools.partial(noted, requests))
        (tmp_path / "x.svg").write_bytes(show(example(1, label), "svg", "zh", outline))
        page.goto((tmp_path / "x.svg").as_uri())
        page.evaluate("document.fonts.ready")
        assert page.evaluate("[...document.fonts].map(f => f.status)") == ([] if outline else ["loaded"])
        assert [url for url in requests if not url.startswith(("file:", "data:"))] == []
        seen.append(page.screenshot())
        page.close()
    browser.close()
    assert len(set(seen)) == 3


def test_outlines_look_like_the_words() -> None:
    """Drawn by a program that knows no font at all: the same ink in the same places."""
    import numpy as np
    import resvg_py
    from PIL import Image

    from kg.showing.svg import svg

    def ink(picture: str) -> np.ndarray:
        with_font = {"skip_system_fonts": True, "font_files": [str(fonts.font())], "font_family": fonts.FAMILY}
        options = with_font if "<text" in picture else {"skip_system_fonts": True}
        drawn = bytes(resvg_py.svg_to_bytes(svg_string=picture, background="#ffffff", **options))
        return np.asarray(Image.open(BytesIO(drawn)).convert("L"), dtype=float)

    picture = svg(example(3), "zh", embed=False)[0]
    words, shapes = ink(picture), ink(outlined(picture))
    assert words.shape == shapes.shape
    blank = ink(re.sub(r"<text[^>]*>[^<]*</text>", "", picture))
    # The font of words is of many weights, of which that program draws the thinnest.
    assert abs(blank - shapes).sum() > 0.8 * abs(blank - words).sum()
    dark = abs(blank - words) > 60
    assert (abs(blank - shapes)[dark] > 20).mean() > 0.9


@pytest.mark.parametrize("language", ["zh", "en"])
def test_outlines_hold_no_words_to_draw_and_keep_names_for_screen_readers(language: str) -> None:
    picture = show(example(3, HOSTILE), "svg", language, outline=True)
    root = ET.fromstring(picture)
    assert list(root.iter(f"{SVG}text")) == []
    shapes = {e.get("id") for e in root.iter(f"{SVG}path") if e.get("id")}
    used = {(e.get("{http://www.w3.org/1999/xlink}href") or "")[1:] for e in root.iter(f"{SVG}use")}
    assert used == shapes
    assert len(used) > 20
    named = [e.get("aria-label") for e in root.iter(f"{SVG}g") if e.get("aria-label")]
    assert any("<script>alert(1)</script>" in (name or "") for name in named)
    assert picture == show(example(3, HOSTILE), "svg", language, outline=True)


@pytest.mark.parametrize("form", ["svg", "png", "pdf"])
def test_without_the_font_it_says_what_to_install(form: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def gone(package: str) -> Path:
        if package == "manimgx_fonts_cjk":
            raise ModuleNotFoundError(package)
        return Path(str(files(package)))

    monkeypatch.setattr(fonts, "files", gone)
    with pytest.raises(UnreadableInput, match="pip install manimgx-fonts-cjk") as caught:
        show(example(1), form, "zh")
    assert caught.value.exit_status == 3
    monkeypatch.setattr(fonts, "files", lambda package: tmp_path)
    with pytest.raises(UnreadableInput):
        show(example(1), form, "zh")


def test_boxes_say_status_day_and_relation_and_the_legend_what_lines_mean() -> None:
    said = [e.text for e in ET.fromstring(show(reports(["推行"], ["扩大"]), "svg", "zh")).iter(f"{SVG}text")]
    for word in ("已完成", "使用", "报告0", "报告1", "牵头", "配合", "未点名（署名或所代表单位）"):
        assert word in said
    assert any("虚线框" in (word or "") for word in said)
    assert said.count("一业一证") == 3, "the title and once in each report"
    english = show(example(1), "svg", "en").decode()
    assert "no date</text>" in english
    assert "dashed: nobody named" in english


def test_words_do_not_run_into_the_small_words() -> None:
    for shown in (example(30, "设立服务窗口123"), example(3, "设" * 21), example(3, "设" * 19)):
        root = ET.fromstring(show(shown, "svg", "zh"))
        for group in (g for g in root.iter(f"{SVG}g") if (g.get("class") or "").startswith("node ")):
            texts = [(float(t.get("x", 0)), float(t.get("y", 0)), t) for t in group.iter(f"{SVG}text")]
            small = [(x, y, t) for x, y, t in texts if t.get("text-anchor") == "end"]
            for x, y, note in small:
                left = x - 12.5 * len(note.text or "")
                for start, line, label in texts:
                    if label is not note and abs(line - y) < 8 and label.get("font-size") is None:
                        wide = sum(14 if ord(c) > 255 else 8 for c in label.text or "")
                        assert start + wide <= left or "-" in (note.text or ""), (label.text, note.text)


@pytest.mark.parametrize(("count", "fits"), [(5, True), (60, False)])
def test_what_does_not_fit_on_a_sheet_is_known(count: int, fits: bool) -> None:
    paper = on_paper(example(count))
    assert paper.fits is fits
    assert paper.width == 187
    assert paper.percent == 100
    assert on_paper(example(600)).percent < 100
    assert on_paper(View("", (), (), ())).fits


@pytest.mark.parametrize("language", ["zh", "en"])
def test_legend_and_headings_do_not_run_into_each_other(language: str) -> None:
    root = ET.fromstring(show(example(1), "svg", language))
    signs = [float(e.get("y") or 0) for e in root.findall(f"{SVG}text")]
    group = root.find(f"{SVG}g")
    assert group is not None
    top = float((group.get("transform") or "").split()[1].rstrip(")"))
    title, *heads = group.findall(f"{SVG}text")
    assert len(heads) == 4
    assert max(signs) < top + float(title.get("y") or 0) - 15
    for head, after in pairwise(heads):
        assert float(head.get("x") or 0) + width_of(head.text or "", 12.5) < float(after.get("x") or 0)


@pytest.mark.parametrize(
    "label",
    [
        "占地方生产总值和服务业比重分别达到11%和18%左右",
        "2025年88%的100%达标率不低于99%和98%、97%、96%、95%",
        "RCEP、AEO、BMW、WTO、OECD规则衔接MMMMWWWW试点",
        "全区小微企业贷款余额突破1200亿元,同比增长12.5%",
    ],
)
def test_no_line_is_wider_than_its_box(label: str) -> None:
    box = next(b for b in layout(example(1, label)).boxes if b.node.kind == "measure")
    font = TTFont(BytesIO(small_font(label)))
    names, advances = font.getBestCmap(), font["hmtx"]
    for line in box.lines[:-1]:
        drawn = sum(advances[names[ord(c)]][0] for c in line) / font["head"].unitsPerEm * FONT
        assert drawn <= box.width - PAD - INDENT
        assert drawn > 0.7 * (box.width - 2 * PAD - INDENT), "a line is used"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("突破1500亿元多 (金融业)", ("突破1500亿元多 ", "(金融业)")),
        ("突破了1500亿多元 (金融业)", ("突破了1500亿多元 ", "(金融业)")),
        ("金融业增加值突破1500亿元", ("金融业增加值突破", "1500亿元")),
        ("服务业比重达到了18%左右", ("服务业比重达到了", "18%左右")),
        ("制定了工作的方案《办法》", ("制定了工作的方案", "《办法》")),
        ("甲" * 8 + "乙", ("甲" * 8, "乙")),
        ("1" * 18, ("1" * 16, "11")),
    ],
)
def test_a_line_ends_where_a_reader_would_end_it(text: str, lines: tuple[str, ...]) -> None:
    assert wrap(text, 16) == lines
