"""What keeps strangers out: headers, cookies, limits of attempts, second steps, and the end of a session."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from django.core.cache import cache
from django.test import Client

from tests.api.caller import Caller
from tests.cast import Cast
from tests.web.visitor import text_of
from vedu.foundation.people.token import ApiToken

SIGN_IN = "/accounts/login/"
ROOT = Path(__file__).parents[2]
ASKED = (
    "IS_HTTPS SESSION_COOKIE_SECURE CSRF_COOKIE_SECURE SESSION_COOKIE_HTTPONLY CSRF_COOKIE_HTTPONLY "
    "SESSION_COOKIE_SAMESITE CSRF_COOKIE_SAMESITE SECURE_HSTS_SECONDS ALLAUTH_TRUSTED_PROXY_COUNT"
).split()


@pytest.fixture(autouse=True)
def no_attempts_yet() -> None:
    cache.clear()


def installed_with(**environment: str) -> dict[str, object]:
    """The settings of an installation with this environment."""
    code = (
        "import json; from django.conf import settings as s; "
        f"print(json.dumps({{name: getattr(s, name, None) for name in {ASKED!r}}}))"
    )
    kept = {name: text for name, text in os.environ.items() if not name.startswith("VEDU_")}
    mine = {"DJANGO_SETTINGS_MODULE": "vedu.settings", "VEDU_SECRET_KEY": "only-for-tests"} | environment
    command = [sys.executable, "-c", code]
    said = subprocess.run(command, cwd=ROOT, env=kept | mine, capture_output=True, text=True, check=True)
    found: dict[str, object] = json.loads(said.stdout)
    return found


@pytest.mark.parametrize("name", ["VEDU_ADDRESS", "VEDU_TRUSTED_ORIGINS"])
def test_an_https_address_makes_cookies_secure_and_tells_browsers_to_stay(name: str) -> None:
    found = installed_with(**{name: "https://crm.example.ru"})
    assert (found["SESSION_COOKIE_SECURE"], found["CSRF_COOKIE_SECURE"]) == (True, True)
    assert found["SECURE_HSTS_SECONDS"] == 31_536_000
    assert found["ALLAUTH_TRUSTED_PROXY_COUNT"] == 1


def test_without_https_cookies_still_travel_and_nobody_is_trusted() -> None:
    found = installed_with()
    assert not found["SESSION_COOKIE_SECURE"]
    assert not found["SECURE_HSTS_SECONDS"]
    assert found["ALLAUTH_TRUSTED_PROXY_COUNT"] is None


def test_no_script_reads_a_cookie_and_no_other_site_sends_one(cast: Cast) -> None:
    answer = sign_in(Client(), "anna")
    assert {"sessionid", "csrftoken"} <= set(answer.cookies)
    for cookie in answer.cookies.values():
        if cookie.key in {"sessionid", "csrftoken"}:
            assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")


@pytest.mark.parametrize("path", ["/accounts/login/", "/", "/me", "/imports/", "/no-such-page/", "/api/docs"])
def test_a_page_runs_only_scripts_of_ours(cast: Cast, path: str) -> None:
    client = Client()
    client.force_login(cast.anna)
    answer = client.get(path, follow=True)
    policy = dict(part.strip().split(" ", 1) for part in answer.headers["Content-Security-Policy"].split(";"))
    scripts = policy.get("script-src", policy["default-src"])
    assert scripts == "'self'"
    assert policy["object-src"] == policy["frame-ancestors"] == "'none'"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def sign_in(client: Client, login: str, password: str = "correct-horse"):
    client.get(SIGN_IN)
    return client.post(SIGN_IN, {"login": login, "password": password, "next": "/me"})


def test_attempts_are_counted_by_all_server_processes_together() -> None:
    """Each process has a cache of its own, unless it stands in a file."""
    code = "import django; django.setup(); from django.core.cache import cache; cache.set('attempts', 5)"
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "vedu.settings"}
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=environment, check=True)
    assert cache.get("attempts") == 5


def second_step(cast: Cast) -> str:
    """Anna's secret of the second step; her recovery codes are made as well."""
    secret = generate_totp_secret()
    TOTP.activate(cast.anna, secret)
    RecoveryCodes.activate(cast.anna)
    return secret


def code_of(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


def test_a_second_step_is_asked_for_and_opens(cast: Cast) -> None:
    secret, client = second_step(cast), Client()
    assert sign_in(client, "anna")["Location"].startswith("/accounts/2fa/authenticate/")
    assert client.get("/me").status_code == 302
    answer = client.post("/accounts/2fa/authenticate/?next=/me", {"code": code_of(secret)})
    assert (answer.status_code, client.get("/me").status_code) == (302, 200)


def test_a_recovery_code_opens_once(cast: Cast) -> None:
    second_step(cast)
    code = Authenticator.objects.get(user=cast.anna, type="recovery_codes").wrap().get_unused_codes()[0]
    first, second = Client(), Client()
    sign_in(first, "anna")
    first.post("/accounts/2fa/authenticate/", {"code": code})
    assert first.get("/me").status_code == 200
    sign_in(second, "anna")
    second.post("/accounts/2fa/authenticate/", {"code": code})
    assert second.get("/me").status_code == 302


def test_after_wrong_codes_the_second_step_waits(cast: Cast) -> None:
    secret, client = second_step(cast), Client()
    sign_in(client, "anna")
    for _attempt in range(12):
        client.post("/accounts/2fa/authenticate/", {"code": "000000"})
    client.post("/accounts/2fa/authenticate/", {"code": code_of(secret)})
    assert client.get("/me").status_code == 302


def test_a_changed_password_ends_other_sessions_and_keeps_this_one(cast: Cast) -> None:
    here, elsewhere = Client(), Client()
    sign_in(here, "anna")
    sign_in(elsewhere, "anna")
    said = {"oldpassword": "correct-horse", "password1": "battery-staple-9", "password2": "battery-staple-9"}
    assert here.post("/accounts/password/change/", said).status_code == 302
    assert (here.get("/me").status_code, elsewhere.get("/me").status_code) == (200, 302)


def test_who_has_left_is_out_at_once(cast: Cast) -> None:
    client, caller = Client(), Caller(cast.anna)
    sign_in(client, "anna")
    cast.anna.is_active = False
    cast.anna.save(update_fields=["is_active"])
    assert (client.get("/me").status_code, caller.get("/users/me").status) == (302, 401)


def test_a_token_that_is_the_only_one_ends_the_others(cast: Cast) -> None:
    lost, other = Caller(cast.anna), Caller(cast.igor)
    kept = Client(headers={"authorization": f"Bearer {ApiToken.issue(cast.anna, only=True)}"})
    assert lost.get("/users/me").status == 401
    assert other.get("/users/me").status == 200
    assert kept.get("/api/v1/users/me").status_code == 200


def test_a_token_cannot_be_guessed(cast: Cast) -> None:
    """256 bits need no limit of attempts: a thousand million a second would go on for longer than there were stars."""
    assert len(ApiToken.issue(cast.anna).removeprefix("vedu_")) >= 43


def test_too_many_attempts_are_said_in_words(cast: Cast) -> None:
    client = Client(headers={"accept-language": "en"})
    for _attempt in range(5):
        sign_in(client, "anna", "wrong")
    assert "Too many attempts" in text_of(sign_in(client, "anna"))
