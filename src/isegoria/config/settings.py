"""The one settings file. What an operator may change is in env.py, and nowhere else."""

import os
from typing import Any

from isegoria.config import env

DATA_DIR = env.data_dir()
DEMO = env.flag("ISEGORIA_DEMO")
DEBUG = env.flag("ISEGORIA_DEBUG")
STAFF_MFA = "optional" if DEMO else env.choice("ISEGORIA_STAFF_MFA", "required", "optional")
BEHIND_PROXY = env.flag("ISEGORIA_PROXY")
PUBLIC_URL = env.public_url()
SOURCE_URL = env.source_url()
UNKNOWN_VARIABLES = env.unknown(os.environ)
SECRET_KEY = env.secret_key(DATA_DIR)
ALLOWED_HOSTS = env.hosts()
SECURE = PUBLIC_URL.startswith("https://")

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "isegoria.web.ui",
    "isegoria.web",  # before allauth: its templates are replaced by ours
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django_tasks",
    "django_tasks_db",
    "isegoria.convention",
    "django.forms",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "isegoria.web.headers.SecurityHeaders",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "isegoria.web.cache.PublicPages",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "isegoria.web.bounds.Bounds",
    "isegoria.web.refusals.Refusals",
    "isegoria.web.access.Access",
]
ROOT_URLCONF = "isegoria.web.urls"
FORM_RENDERER = "isegoria.web.ui.forms.HouseRenderer"
WSGI_APPLICATION = "isegoria.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.messages.context_processors.messages",
                "isegoria.web.context.site",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "isegoria.web.ui.tags",
                "isegoria.web.spoken",
                "isegoria.web.tags",
                "isegoria.web.addresses",
                "isegoria.web.dates",
                "isegoria.web.meetings",
                "isegoria.web.markdown",
                "isegoria.web.stood",
                "isegoria.web.desk.navigation",
            ],
        },
    }
]

DATABASES: dict[str, dict[str, Any]] = {"default": env.database(DATA_DIR)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},  # it holds the limits: a small one could be flushed
    }
}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
globals().update(env.mail(DATA_DIR))
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.text("ISEGORIA_MAIL_FROM")

LANGUAGE_CODE = "fr"
LANGUAGES = [("fr", "Français"), ("en", "English")]
LOCALE_PATHS = [env.ROOT / "src" / "isegoria" / "locale"]
FORMAT_MODULE_PATH = "isegoria.config.formats"
LANGUAGE_COOKIE_NAME = "langue"
LANGUAGE_COOKIE_SAMESITE = "Lax"
TIME_ZONE = "Europe/Paris"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
MEDIA_ROOT = DATA_DIR / "files"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
FILE_UPLOAD_PERMISSIONS = 0o600
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o700
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 1000

AUTH_USER_MODEL = "convention.Account"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "compte:home"
ACCOUNT_ADAPTER = "isegoria.web.account.adapter.Adapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 900
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_FORMS = {
    "request_login_code": "isegoria.web.account.forms.AskCode",
    "confirm_login_code": "isegoria.web.account.forms.GiveCode",
}
ACCOUNT_EMAIL_VERIFICATION = "optional"
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
ACCOUNT_PREVENT_ENUMERATION = True
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_PASSKEY_SIGNUP_ENABLED = False
MFA_FORMS = {
    "authenticate": "isegoria.web.account.forms.GiveFactor",
    "reauthenticate": "isegoria.web.account.forms.GiveFactorAgain",
    "activate_totp": "isegoria.web.account.forms.StartApplication",
    "add_webauthn": "isegoria.web.account.forms.AddKey",
    "login_webauthn": "isegoria.web.account.forms.EnterByKey",
    "reauthenticate_webauthn": "isegoria.web.account.forms.ConfirmByKey",
    "edit_webauthn": "isegoria.web.account.forms.RenameKey",
}
MFA_TOTP_ISSUER = "Isegoria"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = DEBUG or DEMO

SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 3600
CSRF_FAILURE_VIEW = "isegoria.web.errors.csrf_failure"
CSRF_TRUSTED_ORIGINS = [PUBLIC_URL]
SECURE_HSTS_SECONDS = 365 * 86400 if SECURE else 0
SECURE_SSL_REDIRECT = SECURE
# Subdomains and the browsers' preload list belong to whoever holds the domain: the city, not us.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
if BEHIND_PROXY:
    ALLAUTH_TRUSTED_PROXY_COUNT = 1
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "loggers": {
        "django.request": {"handlers": ["console"], "level": "ERROR", "propagate": False},
        "isegoria": {"handlers": ["console"], "level": "INFO"},
    },
}
