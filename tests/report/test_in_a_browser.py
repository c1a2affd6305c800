"""The pages in Chromium: nothing overflows at 320 pixels, amounts open down to a record, nothing is fetched."""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from books import hostile, orebro

from sifund_ledger.report import fund_report, year_report

pytestmark = pytest.mark.slow

FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update", "--virtual-time-budget=3000",
)  # fmt: skip
PROBE = """
const frame = document.querySelector("iframe");
frame.addEventListener("load", () => {
  const page = frame.contentDocument, seen = {};
  const wide = () => page.documentElement.scrollWidth - frame.clientWidth;
  seen.overflow = wide();
  const rows = [...page.querySelectorAll("#statement tr")];
  const row = rows.find(each => each.textContent.includes("Årets balanskravsresultat"));
  let part = row ? row.querySelector("details") : null;
  seen.opened = [];
  while (part) {
    part.querySelector("summary").click();
    seen.opened.push(part.open);
    seen.overflow = Math.max(seen.overflow, wide());
    seen.why = part.querySelector(".why, .o").innerText;
    const link = part.querySelector(".recs a");
    if (link) seen.record = page.querySelector(link.getAttribute("href"))?.innerText;
    part = part.querySelector("details");
  }
  page.querySelectorAll("details").forEach(each => { each.open = true; });
  seen.overflow = Math.max(seen.overflow, wide());
  seen.spilt = [...page.querySelectorAll("main *:not(svg *)")]
    .filter(each => each.getBoundingClientRect().right > frame.clientWidth + 1 && !each.closest("thead, .vh"))
    .filter(each => each.checkVisibility({contentVisibilityAuto: true, visibilityProperty: true}))
    .map(each => each.outerHTML.slice(0, 120)).slice(0, 5);
  seen.fetched = frame.contentWindow.performance.getEntriesByType("resource").map(each => each.name);
  seen.amounts = page.querySelectorAll("data").length;
  const out = document.createElement("pre");
  out.id = "seen";
  out.textContent = JSON.stringify(seen);
  document.body.append(out);
});
const kept = document.querySelector("template").innerHTML;
frame.srcdoc = kept.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&");
"""


def seen_by_chromium(page: str, folder: Path, width: int = 320) -> dict:
    """What a script beside the page sees of it in a frame so wide; the page itself has none."""
    browser = shutil.which("chromium") or shutil.which("chromium-browser")
    if browser is None:
        pytest.skip("Chromium is not installed")
    file = folder / "frame.html"
    frame = f'<iframe style="width:{width}px;height:4000px;border:0"></iframe>'
    body = f"{frame}<template>{html.escape(page, quote=False)}</template><script>{PROBE}</script>"
    file.write_text(f'<!doctype html><meta charset="utf-8"><body style="margin:0">{body}', encoding="utf-8")
    command = [browser, *FLAGS, f"--user-data-dir={folder / 'profile'}", "--dump-dom", file.as_uri()]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, timeout=60)
    found = re.search(r'<pre id="seen">(.*?)</pre>', done.stdout, re.DOTALL)
    assert found, done.stderr[-500:]
    return json.loads(html.unescape(found[1]))


@pytest.mark.parametrize("width", [320, 1100])
def test_an_amount_opens_down_to_its_record_and_nothing_overflows(tmp_path, width):
    report = year_report(orebro(), 2016, form="working")
    seen = seen_by_chromium(report.html(), tmp_path, width)
    assert seen["overflow"] <= 0
    assert seen["spilt"] == []
    assert seen["fetched"] == []
    assert seen["opened"] == [True, True, True]
    assert "registrera resultat" in seen["record"]
    assert "120 000 000" in seen["record"].replace("\xa0", " ")
    assert seen["amounts"] == sum(1 for table in report.tables for _ in table.amounts())


def test_names_of_any_length_break_no_layout(tmp_path):
    for report in (year_report(hostile(), 2013, form="working"), fund_report(hostile(), "x" * 190)):
        seen = seen_by_chromium(report.html(), tmp_path)
        assert seen["overflow"] <= 0
        assert seen["spilt"] == []
        assert seen["fetched"] == []
