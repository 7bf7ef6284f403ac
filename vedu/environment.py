"""Reads the settings of an installation from the environment: the only place that does."""

import os
import secrets
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import parse_qsl, unquote, urlsplit

# A page asks many small questions: to compile one or to start a helper process for it costs more than the answer.
PAGES_NOT_REPORTS = "-c jit=off -c max_parallel_workers_per_gather=0 -c random_page_cost=1.1"


def text(name: str, default: str = "") -> str:
    """The setting as text; an empty variable counts as not set."""
    return os.environ.get(name) or default


def flag(name: str) -> bool:
    return text(name).lower() in {"1", "true", "yes", "on"}


def words(name: str, default: str) -> list[str]:
    """A comma-separated setting as a list."""
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def database(url: str) -> dict[str, Any]:
    """Django's DATABASES entry for ``sqlite:///path`` or ``postgres://user:password@host:port/name``.

    Raises ValueError for any other scheme.
    """
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        name = unquote(parts.path[1:] or ":memory:")
        # To open the file anew for each request would cost more than most requests do.
        return {"ENGINE": "vedu.foundation.sqlite", "NAME": name, "CONN_MAX_AGE": None}
    if parts.scheme in {"postgres", "postgresql"}:
        return _postgres(parts.path, parts.query, url)
    raise ValueError(f"VEDU_DATABASE_URL starts with sqlite:/// or postgres://, not {parts.scheme or url!r}")


def _postgres(path: str, query: str, url: str) -> dict[str, Any]:
    parts = urlsplit(url)
    options: dict[str, Any] = dict(parse_qsl(query))
    options.setdefault("options", PAGES_NOT_REPORTS)
    host = options.pop("host", "") or unquote(parts.hostname or "")
    return {
        "ENGINE": "vedu.foundation.postgresql",
        "NAME": unquote(path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": host,
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {**options, "server_side_binding": True},
    }


class MailServer(NamedTuple):
    host: str
    port: int
    user: str
    password: str
    starts_tls: bool
    is_tls: bool


def mail_server(url: str) -> MailServer:
    """``smtp://user:password@host:port`` in the clear, ``smtp+tls://`` with STARTTLS, ``smtps://`` with TLS.

    Raises ValueError for any other scheme, and without a host."""
    parts = urlsplit(url)
    ports = {"smtp": 25, "smtp+tls": 587, "smtps": 465}
    if parts.scheme not in ports or not parts.hostname:
        raise ValueError("VEDU_EMAIL_URL is smtp://host:25, smtp+tls://host:587 or smtps://host:465")
    user, password = unquote(parts.username or ""), unquote(parts.password or "")
    port = parts.port or ports[parts.scheme]
    return MailServer(parts.hostname, port, user, password, parts.scheme == "smtp+tls", parts.scheme == "smtps")


def secret_key(home: Path) -> str:
    """VEDU_SECRET_KEY, else a key made once and kept in the data folder, readable by its owner only."""
    given = text("VEDU_SECRET_KEY")
    if given:
        return given
    file = home / "secret_key"
    if not file.exists():
        home.mkdir(parents=True, exist_ok=True)
        file.touch(mode=0o600)
        file.write_text(secrets.token_urlsafe(50))
    return file.read_text().strip()
