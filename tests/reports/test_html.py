"""The page of lint as a file: what is on it, and that no text of a vault is part of its HTML."""

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

import pytest

from pages import PNG, write_hostile_vault
from vaultgraph.reports import lint_html
from vaults import SAMPLE_VAULT, write_vault

HEAT = """
    -- Heat.md --
    # First law

    See [[Entorpy]] and [[Old/Work]].
    -- Entropy.md --
    See [[Heat]].
"""
LINKED = "-- D.md --\n[[E]]\n-- E.md --\n[[D]]\n"

OURS = {
    "a", "b", "body", "button", "code", "del", "details", "dialog", "div", "footer", "h1", "h2", "head", "header", "html",
    "img", "input", "ins", "label", "li", "main", "mark", "meta", "nav", "option", "output", "p", "script", "section", "select",
    "small", "span", "style", "summary", "title", "ul",
}  # fmt: skip


def page_of(run, vault, *words, **environment):
    return run("lint", vault, "--format", "html", *words, **environment).stdout


def plain(html):
    """The text of *html* as a reader sees it."""
    return " ".join(re.sub(r"<[^>]*>", " ", body(html)).split())


def body(html):
    """The body of *html* without our script."""
    return html.partition("<body>")[2].partition("<script>")[0]


def test_a_finding_has_its_place_text_and_fix(run, tmp_path):
    html = page_of(run, write_vault(tmp_path / "notes", HEAT), "--select", "broken-link")
    address = "obsidian://open?vault=notes&amp;file=Heat%23first%20law"
    assert f'<a href="{address}"><span class="folder"></span><b>Heat.md</b></a><small>:3:5<' in html
    assert "<code>See <mark>[[Entorpy]]</mark> and [[Old/Work]].</code>" in html
    assert "<del>[[Entorpy]]</del> → <ins>[[Entropy]]</ins>" in html
    assert "nothing in the vault is called Entorpy" in plain(html)
    assert "did you mean [[Entropy]]?" in plain(html)


def test_rules_are_in_order_of_severity(run):
    html = page_of(run, SAMPLE_VAULT)
    severities = re.findall(r'data-severity="(\w+)"', html)
    assert severities == sorted(severities, key=["error", "warning", "info"].index)
    assert len(severities) > 40
    totals = run("lint", SAMPLE_VAULT, "--statistics").stdout.splitlines()[-1]
    assert totals in plain(html)


def test_what_all_findings_of_a_rule_share_is_there_once(run, tmp_path):
    vault = write_vault(
        tmp_path, "".join(f"-- {name}.md --\nText of {name}.\n" for name in "ABC") + LINKED
    )
    text = plain(page_of(run, vault, "--select", "orphan-note"))
    assert text.count("no note links here") == 1
    assert text.count("link to it from a related note") == 1
    assert all(f"{name}.md" in text for name in "ABC")


def test_a_page_in_the_vault_may_be_renewed_and_uses_no_image(run, tmp_path):
    vault = write_vault(tmp_path / "v", "-- Heat.md --\nText.", {"wheel.png": PNG})
    first = page_of(run, vault, "-o", vault / "lint.html")
    for _ in range(2):
        assert run("lint", vault, "-o", vault / "lint.html").returncode == 0
    assert "wheel.png" in (vault / "lint.html").read_text("utf-8")
    assert "wheel.png" in run("lint", vault, "--select", "unused-attachment").stdout
    assert first == ""


def test_the_same_findings_are_the_same_bytes(run, tmp_path):
    vault = write_vault(tmp_path / "v", HEAT, {"wheel.png": PNG})
    first, again = (page_of(run, vault, *words) for words in ((), ("--no-cache",)))
    run("lint", vault, "-o", tmp_path / "lint.html")
    assert first == again
    here = (tmp_path / "lint.html").read_bytes()
    assert b"\r" not in here
    assert here.decode().count("<li>") == first.count("<li>") > 2


@pytest.mark.parametrize(("file", "words", "begins"), [
    ("x.html", (), "<!DOCTYPE html>"), ("x.HTM", (), "<!DOCTYPE html>"), ("x.json", (), "{\n  \"schema\": \"vaultgraph-lint/1\""),
    ("x.sarif", (), '{\n  "$schema"'), ("x.md", (), "---\nvaultgraph"), ("x.txt", (), "Heat.md:3:5: error: "), ("x", (), "Heat.md:3:5: error: "),
    ("x.json", ("--format", "text"), "Heat.md:3:5: error: "), ("x.html", ("--format", "github"), "::error "),
    ("x.json", ("--statistics",), "findings  notes"), ("x.json", ("--diff", "--unsafe"), "--- a/Heat.md"),
])  # fmt: skip
def test_the_name_of_the_file_chooses_the_format_unless_that_is_given(
    run, tmp_path, file, words, begins
):
    vault = write_vault(tmp_path / "v", HEAT)
    run("lint", vault, "--select", "broken-link", *words, "-o", tmp_path / file, cwd=vault)
    assert (tmp_path / file).read_text("utf-8").startswith(begins)


def test_the_page_is_in_the_language_of_the_reader(run, tmp_path):
    vault = write_vault(tmp_path, HEAT)
    html = page_of(run, vault, LANGUAGE="pt")
    assert '<html lang="pt-BR">' in html
    assert "nada no cofre se chama Entorpy" in plain(html)
    assert '<html lang="en">' in page_of(run, vault, "--lang", "en", LANGUAGE="pt")


class Elements(HTMLParser):
    """The names of the elements and attributes of a page, and the addresses of its links."""

    def __init__(self):
        super().__init__()
        self.names, self.attributes, self.addresses = set(), set(), set()

    def handle_starttag(self, tag, attrs):
        self.names.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.addresses |= {value for name, value in attrs if name == "href" and value[:1] != "#"}


def test_no_text_of_a_vault_is_html(run, tmp_path):
    html = page_of(run, write_hostile_vault(tmp_path), "--select", "*")
    page = Elements()
    page.feed(html)
    assert page.names <= OURS
    assert html.count("<script") == html.count("<style") == 1
    assert not any(name.startswith("on") or name == "style" for name in page.attributes)
    assert {address.partition(":")[0] for address in page.addresses} == {"obsidian"}
    assert "PWNED=1&lt;/script&gt;" in html
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", html)


def test_only_our_style_and_script_are_allowed(run):
    html = page_of(run, SAMPLE_VAULT)
    policy = re.search(r'Policy" content="([^"]+)"', html)[1].replace("&#39;", "'")
    for kind, tag in (("style-src", "style"), ("script-src", "script")):
        text = re.search(rf"<{tag}>(.*?)</{tag}>", html, re.DOTALL)[1]
        digest = b64encode(sha256(text.encode()).digest()).decode()
        assert f"{kind} 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy


def test_images_are_embedded_if_they_can_be_read_and_broken_ones_are_left_out(run, tmp_path):
    vault = write_vault(
        tmp_path / "v",
        "-- Heat.md --\nText.",
        {"wheel.png": PNG, "gone.png": b"", "a.svg": b"<svg/>"},
    )
    run("lint", vault, "--select", "unused-attachment", "--select", "corrupt-image", "-o", tmp_path / "x.html")  # fmt: skip
    html = (tmp_path / "x.html").read_text("utf-8")
    sources = re.findall(r'data-whole="([^"]+)" disabled><img src="([^":,]+)', html)
    assert sources == [("./v/a.svg", "./v/a.svg"), ("./v/wheel.png", "data")]
    assert "gone.png" in html


def test_a_page_without_images_allows_none(run, tmp_path):
    html = page_of(run, write_vault(tmp_path, HEAT))
    assert "img-src" not in html
    assert "<dialog" not in html


def test_a_page_has_a_bound(run, tmp_path, monkeypatch):
    monkeypatch.setattr(lint_html, "_MAX_FINDINGS", 7)
    vault = write_vault(tmp_path, "-- A.md --\n" + "[[Old/Work]]\n" * 30)
    html = page_of(run, vault, "--no-cache")
    assert html.count("<code>") == 7
    assert "… and 23 more" in plain(html)
    assert "30 errors, 0 warnings, 0 info" in plain(html)


def test_a_vault_without_findings_is_a_page_that_says_so(run, tmp_path):
    html = page_of(run, write_vault(tmp_path, "-- A.md --\n[[B]]\n-- B.md --\nText."))
    assert "0 errors, 0 warnings, 0 info" in plain(html)
    assert 'id="filters"' not in html


@pytest.mark.parametrize("encoding", ["utf-8", "latin-1"])
def test_a_printed_page_is_utf_8(run, tmp_path, encoding):
    vault = write_vault(tmp_path, "-- Ação.md --\n[[Old/Ação]]")
    html = page_of(run, vault, PYTHONIOENCODING=encoding)
    assert "Ação.md" in html
