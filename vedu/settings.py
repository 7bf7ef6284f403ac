"""Settings of an installation. Every one that a person may set comes from the environment (docs/settings.md)."""

from pathlib import Path

from vedu import environment

PACKAGE = Path(__file__).resolve().parent

HOME = Path(environment.text("VEDU_HOME", "./var")).expanduser().resolve()
SECRET_KEY = environment.secret_key(HOME)
DEBUG = environment.flag("VEDU_DEBUG")
ALLOWED_HOSTS = environment.words("VEDU_ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]")
CSRF_TRUSTED_ORIGINS = environment.words("VEDU_TRUSTED_ORIGINS", "")

DATABASES = {
    "default": environment.database(environment.text("VEDU_DATABASE_URL", f"sqlite:///{HOME / 'vedu.sqlite3'}"))
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "foundation.User"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",  # its command clears what has run out, its table is no longer used
    "django.contrib.messages",
    "django.contrib.staticfiles",
    # Before the libraries: for the same string our own translation wins.
    "vedu.foundation",
    "vedu.clients",
    "vedu.sales",
    "vedu.insight",
    "vedu.integrations",
    "vedu.web",
    "vedu.api",
    "vedu.demo",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django_tasks",
    "django_tasks_db",
    "ninja",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "vedu.web.shell.content_policy.ContentPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "vedu.foundation.people.sign_in.SignedInMiddleware",
    "vedu.web.shell.language.LanguageMiddleware",
    "vedu.api.only_problems.OnlyProblems",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "vedu.web.shell.refused.RefusalMiddleware",
]

ROOT_URLCONF = "vedu.urls"
WSGI_APPLICATION = "vedu.wsgi.application"

# {% load i18n %} and {% load static %} mean our faster tags of that name, on purpose.
SILENCED_SYSTEM_CHECKS = ["templates.W003"]

FORM_RENDERER = "vedu.web.shell.widgets.QuickWidgets"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": sorted(str(folder) for folder in PACKAGE.glob("web/*/templates")),
        "APP_DIRS": False,
        "OPTIONS": {
            "libraries": {"i18n": "vedu.web.shell.translated", "static": "vedu.web.shell.links"},
            "builtins": ["vedu.web.shell.links"],
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    [
                        "django.template.loaders.filesystem.Loader",
                        "django.template.loaders.app_directories.Loader",
                    ],
                )
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "vedu.web.shell.context.shell",
            ],
        },
    }
]

STATIC_URL = "/static/"
STATIC_ROOT = HOME / "static"
STATICFILES_DIRS = [PACKAGE / "web" / "static"]
MEDIA_ROOT = HOME / "files"

LANGUAGE_CODE = environment.text("VEDU_LANGUAGE", "ru")
LANGUAGES = [("ru", "Русский"), ("en", "English")]
LOCALE_PATHS = sorted(PACKAGE.glob("web/*/locale"))
TIME_ZONE = environment.text("VEDU_TIME_ZONE", "Europe/Moscow")
CURRENCY = environment.text("VEDU_CURRENCY", "RUB")
USE_TZ = True

AUTHENTICATION_BACKENDS = [
    "vedu.foundation.people.sign_in.PeopleBackend",
    # Sessions that began before this one was there.
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
ACCOUNT_ADAPTER = "vedu.web.people.adapter.AccountAdapter"
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "email", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = True
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", "webauthn"]
MFA_PASSKEY_LOGIN_ENABLED = True
# Heads make the accounts: there is nobody to confirm an address to.
MFA_ALLOW_UNVERIFIED_EMAIL = True

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default", "imports"]}}

# Where people open the app: the addresses in letters and feeds begin with it.
ADDRESS = environment.text("VEDU_ADDRESS", next(iter(CSRF_TRUSTED_ORIGINS), "http://localhost:8000")).rstrip("/")

# Whether a proxy that speaks https stands before us: then nothing of a session travels in the clear.
IS_HTTPS = ADDRESS.startswith("https://")

EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = HOME / "mail"
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = environment.text("VEDU_EMAIL_FROM", "vedu@localhost")
# Without a server no notice leaves the app.
SENDS_EMAIL = bool(environment.text("VEDU_EMAIL_URL"))
if SENDS_EMAIL:
    EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    SERVER = environment.mail_server(environment.text("VEDU_EMAIL_URL"))
    EMAIL_HOST, EMAIL_PORT = SERVER.host, SERVER.port
    EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = SERVER.user, SERVER.password
    EMAIL_USE_TLS, EMAIL_USE_SSL = SERVER.starts_tls, SERVER.is_tls

TELEGRAM_TOKEN = environment.text("VEDU_TELEGRAM_TOKEN")
TELEGRAM_URL = environment.text("VEDU_TELEGRAM_URL", "https://api.telegram.org").rstrip("/")

# How long a client stays in a caller's hands when nothing more is heard of the caller; his page renews it.
CALL_LEASE_SECONDS = int(environment.text("VEDU_CALL_LEASE_SECONDS", "180"))

ENRICHMENT = environment.text("VEDU_ENRICHMENT")
DADATA_KEY = environment.text("VEDU_DADATA_KEY")
DADATA_SECRET = environment.text("VEDU_DADATA_SECRET")
DADATA_URL = environment.text("VEDU_DADATA_URL", "https://suggestions.dadata.ru/suggestions/api/4_1/rs/findById/party")

DATA_UPLOAD_MAX_MEMORY_SIZE = 20 * 2**20
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 2**20
SESSION_COOKIE_AGE = 60 * 60 * 24 * 30
SESSION_ENGINE = "vedu.foundation.people.kept_session"
# Attempts at the door are counted there: by all server processes together, and after a restart too.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": HOME / "cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = IS_HTTPS
CSRF_COOKIE_HTTPONLY = True
if IS_HTTPS:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365
    # The proxy's own address would make one guesser shut the door for everybody.
    ALLAUTH_TRUSTED_PROXY_COUNT = 1
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"django": {"handlers": ["console"], "level": "ERROR", "propagate": False}},
}
