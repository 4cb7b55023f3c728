"""The page in a real headless Chromium, opened from a disk."""

import io
import json
import time
from pathlib import Path

import pypdfium2
import pytest
from chromium import Page, found
from documents import document, together
from page_frames import HOSTILE, hostile, small

from analysis.briefing.page import write_page

pytestmark = pytest.mark.skipif(found() is None, reason="没有找到 Chromium，网页未在浏览器中检验")
AXE = (Path(__file__).parent / "axe.min.js").read_text(encoding="utf-8")
PAGES = {"one": small, "many": lambda: together(small("甲"), small("乙")), "hostile": hostile, "large": lambda: document(60, 40)}
THEMES, WIDTHS = ("light", "dark"), (1280, 390)
CELL = ".document:not([hidden]) .matrix tbody tr:nth-child({}) td:nth-of-type({})"


@pytest.fixture(scope="session")
def files(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pages")
    return {name: write_page(frames(), folder / f"{name}.html") for name, frames in PAGES.items()}


@pytest.fixture(scope="session")
def browser(tmp_path_factory):
    page = Page(found(), tmp_path_factory.mktemp("profile"))
    yield page
    page.close()


@pytest.fixture
def at(browser, files):
    """Opens a page at a width in a theme, and when the test ends looks for complaints and requests."""

    def opened(name: str = "one", fragment: str = "", width: int = 1280, theme: str = "light"):
        browser.size(width, 860, mobile=width < 700)
        browser.prefer(prefers_color_scheme=theme, prefers_reduced_motion="reduce")
        browser.open(files[name], fragment)
        return browser

    yield opened
    assert browser.faults() == []
    assert {address.split(":")[0] for address in browser.requests()} == {"file"} and len(browser.requests()) == 1


def text(page, selector):
    return page.run(f"document.querySelector({json.dumps(selector)})?.innerText")


def count(page, selector):
    return page.run(f"[...document.querySelectorAll({json.dumps(selector)})].filter(e => e.checkVisibility()).length")


def focused(page):
    return page.run("document.activeElement.tagName + ' ' + (document.activeElement.id || document.activeElement.className)")


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("theme", THEMES)
def test_no_request_no_complaint_and_no_page_wider_than_the_window(at, name, theme):
    for width in WIDTHS:
        page = at(name, width=width, theme=theme)
        assert page.run("document.documentElement.scrollWidth") == width, (name, width)
        page.click(CELL.format(1, 1))
        assert count(page, "#panel") == 1
        assert page.run("document.documentElement.scrollWidth") == width, (name, width)


@pytest.mark.parametrize("name, theme, width", [*(("many", theme, width) for theme in THEMES for width in WIDTHS), ("hostile", "light", 390), ("hostile", "dark", 1280)])
def test_axe_finds_no_serious_fault(at, name, theme, width):
    page = at(name, theme=theme, width=width)
    page.run("document.querySelectorAll('.more').forEach(more => more.click())")
    for step in (None, CELL.format(1, 1)):
        if step:
            page.click(step)
        page.run(AXE + ";0")
        result = json.loads(page.run("axe.run().then(r => JSON.stringify({done: r.passes.map(v => v.id), faults: r.violations.map(v => [v.impact, v.id, v.nodes[0].html.slice(0, 200), v.nodes[0].failureSummary])}))"))
        assert {"color-contrast", "aria-required-children", "label"} <= set(result["done"])
        assert [fault for fault in result["faults"] if fault[0] in ("serious", "critical")] == []


def test_a_click_shows_the_two_texts_with_their_marks(at):
    page = at()
    page.click(CELL.format(1, 1))
    assert text(page, "#panel h2") == "问题1 × 措施1" and "直接对应" in text(page, "#panel header")
    assert page.run("[...document.querySelectorAll('#panel .left .evidence')].map(e => e.innerText)") == ["停车难。老旧小区"]
    assert page.run("[...document.querySelectorAll('#panel .right .word')].map(e => e.innerText)") == ["消防通道占用"]
    assert "0.60" in text(page, "#panel .contribution .sum")
    assert "可能性80%" in text(page, "#panel .made") and "用词 75% · 原文配对 25%" in text(page, "#panel .made")
    assert page.run("location.hash") == "#P01/M01"


def test_marks_bear_characters_beyond_the_basic_plane(at, files, tmp_path):
    frames = small(problems=(("𠮷停车难", "𠮷停车难。𠮷𠮷车位不足。", "交通", "covered"),), levels=((2, 0),))
    frames["links"].loc[0, ["evidence_problem", "shared_terms"]] = ["𠮷𠮷车位", "车位"]
    files["plane"] = write_page(frames, tmp_path / "plane.html")
    page = at("plane", "#P01/M01")
    assert text(page, "#panel .left .evidence") == "𠮷𠮷车位" and text(page, "#panel .left .word") == "车位"


def test_hovering_shows_a_card_and_leaving_hides_it(at):
    page = at()
    page.hover(CELL.format(1, 1))
    assert "停车难。老旧小区" in text(page, "#card") and count(page, "#card") == 1
    page.hover("h1")
    assert count(page, "#card") == 0


def test_the_grid_by_keyboard(at):
    page = at()
    assert count(page, ".matrix td[tabindex='0']") == 1
    page.run(f"document.querySelector({json.dumps(CELL.format(1, 1))}).focus()")
    page.press("ArrowDown", "ArrowRight")
    assert "部分涉及" in page.run("document.activeElement.innerText")
    page.press("ArrowRight", "Enter")
    assert text(page, "#panel h2") == "问题2 × 措施2" and "panel-title" in focused(page)
    page.press("Escape")
    assert count(page, "#panel") == 0 and page.run("document.activeElement.tagName") == "TD"
    page.press("Home")
    assert page.run("document.activeElement.cellIndex") == 1
    page.press("Enter", "Tab")
    assert page.run("document.activeElement.closest('#panel') !== null")


def test_arrows_lead_the_open_panel_from_pair_to_pair(at):
    page = at()
    page.click(CELL.format(1, 1))
    page.press("ArrowDown")
    assert text(page, "#panel h2") == "问题2 × 措施1"
    page.click("#panel [aria-label=下一措施]")
    assert text(page, "#panel h2") == "问题2 × 措施2" and page.run("document.querySelector('#panel [aria-label=下一措施]').disabled")


def test_filters_change_what_is_shown_and_say_how_many_are_hidden(at):
    page = at()
    before = page.run("document.querySelector('.numbers').innerText")
    page.click(".chip input[value=covered]")
    assert text(page, ".shown") == "显示2个问题，筛选隐去1个（共3个）"
    assert (count(page, ".problem"), count(page, ".matrix tbody tr")) == (2, 2)
    assert page.run("document.querySelector('.numbers').innerText") == before
    page.click("button[type=reset]")
    assert text(page, ".shown") == "显示全部3个问题" and count(page, ".problem") == 3


@pytest.mark.parametrize(
    "field, value, shown",
    [("category", "市政", ["P03", "P02"]), ("measure", "M02", ["P02"]), ("text", "垃圾", ["P03"]), ("text", "没有的字", [])],
)
def test_filter_by_category_measure_and_text(at, field, value, shown):
    page = at()
    page.run(f"(f => {{ f.value = {json.dumps(value)}; f.dispatchEvent(new Event('input', {{bubbles: true}})) }})(document.forms[0].elements[{json.dumps(field)}])")
    assert page.run("[...document.querySelectorAll('.problem:not([hidden])')].map(e => e.id)") == shown


def test_typing_into_the_text_filter(at):
    page = at()
    page.run("document.querySelector('[name=text]').focus()")
    page.write("路灯")
    assert count(page, ".problem") == 1


@pytest.mark.parametrize(
    "name, address, opened",
    [("one", "#P02", "P02"), ("many", "#乙/P02", "%E4%B9%99/P02"), ("many", "#%E4%B9%99/P02", "%E4%B9%99/P02"), ("hostile", "#" + "%E7%94%B2%20%3Cb%3E%231/%25/P02", "P02")],
)
def test_a_shared_link_opens_its_problem(at, name, address, opened):
    page = at(name, address)
    if name == "hostile":
        page.open(page.run("location.pathname"), "#P02")
    assert page.run("document.querySelector('.problem.target').id") == opened
    assert page.run("document.activeElement.id") == opened and count(page, ".problem.target .depth") == 1
    top = page.run("document.querySelector('.problem.target').getBoundingClientRect().top")
    assert 0 <= top < 400


def test_a_shared_link_to_a_pair_opens_it_in_its_document(at):
    page = at("many", "#乙/P01/M01")
    assert text(page, ".document:not([hidden]) h1") == "乙街道整改方案" and text(page, "#panel h2") == "问题1 × 措施1"
    page.press("Escape")
    assert page.run("decodeURIComponent(location.hash)") == "#乙/P01"


def test_a_link_to_a_hidden_problem_clears_the_filters(at):
    page = at()
    page.click(".chip input[value=covered]")
    page.run("location.hash = '#P01'")
    page.settle()
    assert count(page, ".problem.target") == 1 and text(page, ".shown") == "显示全部3个问题"


def test_the_chooser_shows_one_document(at):
    page = at("many")
    assert count(page, ".document") == 1
    page.click(".shelf tbody tr:nth-child(2) a")
    assert text(page, ".document:not([hidden]) h1") == "乙街道整改方案"
    page.run("(s => { s.value = '甲'; s.dispatchEvent(new Event('change', {bubbles: true})) })(document.getElementById('chooser'))")
    page.settle()
    assert text(page, ".document:not([hidden]) h1") == "甲街道整改方案"


def test_hostile_texts_stay_text(at):
    page = at("hostile", "#P01/M01")
    assert page.run("document.title").startswith("问题与措施对照") and page.run("document.images.length") == 0
    assert page.run("document.scripts.length") == 2
    assert page.run("document.querySelector('#panel .left .text').textContent").startswith(HOSTILE)
    assert HOSTILE in page.run("[...document.querySelectorAll('#panel .terms li')].map(e => e.textContent)")


def test_theme_follows_the_system_until_the_reader_chooses(at):
    page = at(theme="dark")
    dark = page.run("getComputedStyle(document.body).backgroundColor")
    page.click("#theme")
    light = page.run("getComputedStyle(document.body).backgroundColor")
    assert dark != light and page.run("document.getElementById('theme').getAttribute('aria-pressed')") == "false"
    page.run("localStorage.clear()")


def test_without_script_all_is_there(browser, files):
    browser.send("Emulation.setScriptExecutionDisabled", value=True)
    try:
        browser.load(files["many"])
        assert count(browser, ".problem") == 6 and count(browser, ".matrix td.l2") == 2
    finally:
        browser.send("Emulation.setScriptExecutionDisabled", value=False)


def test_print_shows_everything_expanded(at):
    page = at()
    with pypdfium2.PdfDocument(io.BytesIO(page.printed())) as printed:
        said = "".join(sheet.get_textpage().get_text_range() for sheet in printed)
        widths = [sheet.get_width() > sheet.get_height() for sheet in printed]
    assert "三处楼院没有物业" in said and "背街小巷路灯巡查" in said and "显示全部" not in said
    assert True in widths and widths[0] is False  # the matrix lies across, the rest stands


def test_a_large_document_answers_at_once(at):
    page = at("large")
    start = time.perf_counter()
    page.click(CELL.format(30, 20))
    page.press(*["ArrowDown"] * 10)
    assert time.perf_counter() - start < 5
    cost = page.run("(() => { const from = performance.now(); for (let n = 0; n < 10; n++) document.forms[0].elements.text.dispatchEvent(new Event('input', {bubbles: true})); return performance.now() - from })()")
    assert cost / 10 < 200
