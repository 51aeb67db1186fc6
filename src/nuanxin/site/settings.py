"""Django settings: few, typed, the same for everybody; what differs comes from the home folder."""

from __future__ import annotations

import os
from typing import Any

from csp.constants import NONE, SELF

from nuanxin.domains.access.limits import LONGEST
from nuanxin.site import postgres
from nuanxin.site.home import home
from nuanxin.site.keys import seal_keys, secret_key

HOME = home()
SECRET_KEY = secret_key(HOME)
SEAL_KEYS = seal_keys(HOME)
DEBUG = False
ALLOWED_HOSTS = os.environ.get("NUANXIN_HOSTS", "localhost,127.0.0.1,[::1]").split(",")

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.postgres",
    "nuanxin.domains.access",
    "nuanxin.domains.api",
    "nuanxin.domains.board",
    "nuanxin.domains.changes",
    "nuanxin.domains.consent",
    "nuanxin.domains.couples",
    "nuanxin.domains.documents",
    "nuanxin.domains.duty",
    "nuanxin.domains.erasure",
    "nuanxin.domains.family",
    "nuanxin.domains.inbox",
    "nuanxin.domains.intake",
    "nuanxin.domains.ledger",
    "nuanxin.domains.life",
    "nuanxin.domains.mine",
    "nuanxin.domains.needs",
    "nuanxin.domains.pay",
    "nuanxin.domains.people",
    "nuanxin.domains.reads",
    "nuanxin.domains.rules",
    "nuanxin.domains.seals",
    "nuanxin.domains.search",
    "nuanxin.domains.tour",
    "procrastinate.contrib.django",
    "nuanxin.site.design",
    "django.contrib.staticfiles",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "nuanxin.domains.access.middleware.Access",
]
ROOT_URLCONF = "nuanxin.site.urls"
WSGI_APPLICATION = "nuanxin.site.wsgi.application"
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": ["django.template.context_processors.request"],
            "builtins": ["nuanxin.site.design.templatetags.design"],
        },
    }
]

_database = postgres.dsn(HOME).django()
DATABASES = {
    "default": {
        **_database,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {**_database["OPTIONS"], "pool": {"min_size": 1, "max_size": 16, "timeout": 10}},
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Both languages are written side by side in our sources (see domains/wording.py): no catalogue
# to compile on a bare machine, and none that can fall behind.
LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", "中文"), ("en", "English")]
USE_I18N = True
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True

# The pages say only that something broke; what broke stands here.
LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"dated": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {
        "file": {
            "class": "logging.handlers.RotatingFileHandler",
            "filename": HOME / "errors.log",
            "formatter": "dated",
            "level": "ERROR",
            "maxBytes": 5_000_000,
            "backupCount": 2,
            "delay": True,
        }
    },
    "root": {"handlers": ["file"], "level": "WARNING"},
}

STATIC_URL = "/static/"
WHITENOISE_USE_FINDERS = True
WHITENOISE_ALLOW_ALL_ORIGINS = False

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "style-src": [SELF],
        "img-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"

AUTH_USER_MODEL = "access.Account"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "CommonPasswordValidator")
] + [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    }
]
SESSION_COOKIE_AGE = LONGEST
# The demo's links sign in with one click; the server sets it, and only on its own machine.
DEMO = os.environ.get("NUANXIN_DEMO") == "1"

# Whoever serves a network puts a server with a certificate before ours and says so: then nothing
# goes over plain HTTP. Whether a page came over HTTPS is told by that server (X-Forwarded-Proto).
HTTPS = os.environ.get("NUANXIN_HTTPS") == "1"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if HTTPS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
# HSTS speaks for our own name only: subdomains, and the lists in browsers, are not ours to bind.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]

CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_FAILURE_VIEW = "nuanxin.site.design.pages.forged"
SECURE_REFERRER_POLICY = "same-origin"
