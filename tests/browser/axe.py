"""Accessibility, as axe sees it: WCAG 2.2 A and AA."""

from playwright.sync_api import Page

# From the server, so that the browser keeps it compiled.
SOURCE = "/static/vendor/axe.min.js"
RULES: dict[str, object] = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
COLOURS: dict[str, object] = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}


def assert_accessible(page: Page) -> None:
    """Fails with a line for each element that breaks a rule."""
    page.add_script_tag(url=SOURCE)
    assert_kept(page, RULES)


def assert_readable(page: Page) -> None:
    """The rules that another scheme of colours may break; the page has been before :func:`assert_accessible`."""
    assert_kept(page, COLOURS)


def assert_kept(page: Page, rules: dict[str, object]) -> None:
    answer = page.evaluate("rules => axe.run(document, {runOnly: rules, resultTypes: ['violations']})", rules)
    faults = [
        f"{violation['id']}: {violation['help']}: {node['html'][:200]} {node['failureSummary']}"
        for violation in answer["violations"]
        for node in violation["nodes"]
    ]
    assert not faults, f"{page.url}\n" + "\n".join(faults)


def assert_fits(page: Page) -> None:
    """No page scrolls sideways."""
    wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wider <= 0, f"{page.url} is {wider} px wider than the screen"
