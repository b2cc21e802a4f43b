"""What the tests of our HTML pages have in common."""

import pytest

from vaults import SAMPLE_VAULT, write_vault

__all__ = ["CONTRASTS", "HOSTILE", "PNG", "found_by_axe", "write_hostile_vault"]

STANDARDS = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


def found_by_axe(page):
    """What axe-core complains about in a page, as lines to read."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    found = axe.run(page, options=STANDARDS).response["violations"]
    return [f"{each['id']}: {each['nodes'][0]['html'][:200]}" for each in found]


PNG = (SAMPLE_VAULT / "Imagens" / "mapa-de-atencao.png").read_bytes()

# The contrast of two colours, as WCAG defines it, of every text and what is behind it.
CONTRASTS = """() => {
  const rgb = (text) => text.match(/[\\d.]+/g).map(Number);
  const shine = (c) => {
    const part = (v) => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
    return 0.2126 * part(c[0]) + 0.7152 * part(c[1]) + 0.0722 * part(c[2]);
  };
  const behind = (node) => {
    const colour = rgb(getComputedStyle(node).backgroundColor);
    return colour[3] === 0 && node.parentElement ? behind(node.parentElement) : colour;
  };
  return [...document.querySelectorAll("h1,h2,p,a,b,small,span,dt,code,del,ins,label,summary,option,output,td:not(.none),th")]
    .filter((node) => node.textContent.trim())
    .map((node) => {
      const [dark, light] = [shine(rgb(getComputedStyle(node).color)), shine(behind(node))].sort((a, b) => a - b);
      return (light + 0.05) / (dark + 0.05);
    });
}"""

HOSTILE = [
    "</script><script>PWNED=1</script>",
    "<img src=x onerror=PWNED=1>",
    "</style><svg onload=PWNED=1>",
    '" onmouseover="PWNED=1',
    "' onfocus='PWNED=1",
    "{{7*7}}{% raw %}",
    "&lt;b&gt;&amp;",
    "<!--",
    "javascript:PWNED=1",
    "a\u202egnp.exe",
]
"""Texts that would run, or end what they are in, if they were not escaped."""


def write_hostile_vault(folder):
    """Write a vault that has each of the hostile texts in names, links, headings and lines."""
    notes = "".join(
        f"-- n{number}.md --\n# {text}\n[[Old/{text}]] {text} [[{text}|{text}]]\n"
        for number, text in enumerate(HOSTILE)
    )
    names = [text.replace("/", "∕") for text in HOSTILE]
    linking = {f"{name}/{name}.md": f"[[Gone/{name}]]".encode() for name in names}
    images = {f"{name}/{name}.png": PNG + name.encode() for name in names}
    return write_vault(folder / '"><script>PWNED=1<', notes, {**linking, **images})
