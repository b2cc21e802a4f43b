"""The page of the plan in a real browser: it fits, it can be read, and it asks for nothing."""

from datetime import date, timedelta

import pytest

from pages import CONTRASTS, found_by_axe
from vaultgraph import VaultGraph, audit, plan, read_vault
from vaultgraph.reports import plan_page
from vaults import SAMPLE_VAULT

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    """The file of the page of the sample vault."""
    graph = VaultGraph(read_vault(str(SAMPLE_VAULT)))
    exam = (date.today() + timedelta(days=12)).isoformat()
    file = tmp_path_factory.mktemp("page") / "plan.html"
    found = plan(audit(graph, exam=exam), rest=["sunday"])
    file.write_text(plan_page.render(found, lang="pt"), "utf-8")
    return file


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1200])
def test_it_fits_and_can_be_read(chromium, page, scheme, width):
    complaints, asked = [], []
    context = chromium.new_context(
        color_scheme=scheme, viewport={"width": width, "height": 800}, offline=True
    )
    tab = context.new_page()
    tab.on("console", lambda message: complaints.append(message.text))
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto(page.as_uri())
    assert tab.evaluate("document.documentElement.scrollWidth") <= width
    assert min(tab.evaluate(CONTRASTS)) >= 4.5
    assert tab.locator(".days > li").count() == 12
    assert complaints == []
    assert found_by_axe(tab) == []
    assert asked == [page.as_uri()]
    context.close()
