"""No page runs a script that is not ours."""

from django.test import Client


def test_every_page_names_its_sources(db: None) -> None:
    policy = Client().get("/accounts/login/").headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe-eval" not in policy
    assert "script-src" not in policy  # falls back to default-src: our own files only


def test_no_template_has_an_inline_script() -> None:
    from pathlib import Path

    import vedu.web

    for template in Path(vedu.web.__file__).parent.glob("*/templates/**/*.html"):
        for tag in template.read_text().split("<script")[1:]:
            assert "src=" in tag.split(">")[0] or "application/json" in tag.split(">")[0], template
