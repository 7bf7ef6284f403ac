"""Accessibility, as axe sees it: WCAG 2.2 A and AA."""

from playwright.sync_api import Page

# From the server, so that the browser keeps it compiled.
SOURCE = "/static/vendor/axe.min.js"
# The rows of a list come from one template: the first of them speak for all, and axe takes long over hundreds.
MORE_OF_THE_SAME = "tr:nth-child(n+9), li:nth-child(n+13), .v-card:nth-child(n+6)"
OPTIONS = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "resultTypes": ["violations"],
    # Style sheets are our own and no page holds a frame: nothing to be fetched or asked for.
    "preload": False,
    "iframes": False,
}


def assert_accessible(page: Page) -> None:
    """Fails with a line for each element that breaks a rule."""
    if not page.evaluate("'axe' in window"):
        page.add_script_tag(url=SOURCE)
    answer = page.evaluate("options => axe.run(document, options)", OPTIONS)
    faults = [
        f"{violation['id']}: {violation['help']}: {node['html'][:200]} {node['failureSummary']}"
        for violation in answer["violations"]
        for node in violation["nodes"]
    ]
    assert not faults, f"{page.url}\n" + "\n".join(faults)


def thin_out(page: Page) -> None:
    """Of a long list its beginning stays."""
    page.evaluate("more => document.querySelectorAll(more).forEach((row) => row.remove())", MORE_OF_THE_SAME)


def assert_fits(page: Page) -> None:
    """No page scrolls sideways."""
    wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wider <= 0, f"{page.url} is {wider} px wider than the screen"
