"""The page in a narrow window, in both languages, in light and dark, and as text, in a real browser."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from kg.showing import show
from tests.showing.sample import example


def test_a_narrow_window_holds_the_page_in_its_width(browser: Browser, path: Path) -> None:
    page = browser.new_page(viewport={"width": 420, "height": 900})
    page.goto(path.as_uri())
    page.locator("#reports option").first.evaluate(
        "e => { e.textContent = '关于本区优化营商环境工作情况的报告'.repeat(9) }"
    )
    assert page.evaluate("document.documentElement.scrollWidth") <= 420
    for control in ("#language", "#reports", "#search", "#tab-outcomes"):
        box = page.locator(control).bounding_box()
        assert box is not None
        assert box["x"] + box["width"] <= 420
    page.close()


def test_every_control_has_a_name_in_both_languages(page: Page) -> None:
    unnamed = """() => [...document.querySelectorAll('button, select, input, [role]')].filter(e =>
        !e.closest('[hidden]') && !(e.getAttribute('aria-label') || e.textContent.trim() || e.labels?.length
        || e.id === 'status')).map(e => e.outerHTML)"""
    assert page.evaluate(unnamed) == []
    page.locator("#language").click()
    assert page.evaluate(unnamed) == []
    assert page.locator("#by-body option").first.inner_text() == "Body: all"
    assert page.locator("#graph .node.system").get_attribute("aria-label") == "System: “一网”系统"
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.locator("#status").get_attribute("aria-live") == "polite"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_in_light_and_dark(browser: Browser, path: Path, scheme: str) -> None:
    page = browser.new_page(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(path.as_uri())
    luminance = """([words, ground, property]) => {
        const light = (element, name) => {
            const [r, g, b] = getComputedStyle(document.querySelector(element))[name].match(/\\d+/g).map(c => {
                const v = c / 255; return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; });
            return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05; };
        const a = light(words, property), b = light(ground, property === 'color' ? 'backgroundColor' : 'fill');
        return Math.max(a, b) / Math.min(a, b); }"""
    for kind in ("body", "measure", "site", "system", "outcome"):
        assert page.evaluate(luminance, [f"#text span.{kind}", "#text", "color"]) >= 4.5
        drawn = f"#graph .node.{kind}"
        assert page.evaluate(luminance, [f"{drawn} text:last-child", f"{drawn} rect", "fill"]) >= 4.5
    page.close()


def ground(page: Page) -> str:
    return str(page.evaluate("getComputedStyle(document.querySelector('#text')).backgroundColor"))


LIGHT, DARK = "rgb(255, 255, 255)", "rgb(29, 31, 35)"


@pytest.mark.parametrize(("scheme", "first", "then"), [("light", LIGHT, DARK), ("dark", DARK, LIGHT)])
def test_the_keyboard_changes_light_and_dark_and_the_choice_lasts(
    browser: Browser, path: Path, scheme: str, first: str, then: str
) -> None:
    context = browser.new_context(color_scheme="dark" if scheme == "dark" else "light")
    page = context.new_page()
    page.goto(path.as_uri())
    assert ground(page) == first
    button = page.get_by_role("button", name="深色", exact=True)
    assert button.get_attribute("aria-pressed") == str(first == DARK).lower()
    page.locator("body").press("Tab")
    while page.evaluate("document.activeElement.id") != "theme":
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert ground(page) == then
    assert button.get_attribute("aria-pressed") == str(then == DARK).lower()
    page.locator("#language").click()
    assert page.get_by_role("button", name="Dark", exact=True).get_attribute("id") == "theme"
    for _ in range(5):  # a busy browser hands on what it remembers in its own time
        page.reload()
        if ground(page) == then:
            break
    assert ground(page) == then
    context.close()


def test_a_pressed_button_looks_pressed(browser: Browser, path: Path) -> None:
    page = browser.new_page(color_scheme="light")
    page.goto(path.as_uri())
    back = "getComputedStyle(document.querySelector('#theme')).backgroundColor"
    light = page.evaluate(back)
    page.locator("#theme").click()
    assert page.evaluate(back) == "rgb(232, 232, 232)" != light
    page.close()


def test_the_page_follows_the_system_until_one_chooses(browser: Browser, path: Path) -> None:
    context = browser.new_context(color_scheme="light")
    page = context.new_page()
    page.goto(path.as_uri())
    page.emulate_media(color_scheme="dark")
    expect(page.locator("html")).to_have_class(re.compile("dark"))
    assert ground(page) == DARK
    page.locator("#theme").click()
    page.emulate_media(color_scheme="light")
    page.emulate_media(color_scheme="dark")
    assert ground(page) == LIGHT
    context.close()


def test_a_browser_that_remembers_nothing_still_changes(browser: Browser, path: Path) -> None:
    page = browser.new_page(color_scheme="light")
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })"
    )
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(path.as_uri())
    page.locator("#theme").click()
    assert ground(page) == DARK
    assert complaints == []
    page.close()


def test_the_page_is_the_same_each_time_and_keeps_hostile_words_as_text(path: Path) -> None:
    made = path.read_text("utf-8")
    assert made == show(example(), "html", "zh").decode()
    assert "<img" not in made
    assert made.count("</script>") == 3
    assert "default-src 'none'" in made
