# SPDX-License-Identifier: EUPL-1.2
"""All settings, from the environment (12-factor). One file while it stays short.

`PORTAL_MODE=embedded` (the default) needs nothing: SQLite, generated secrets, mail readable in
the browser. `PORTAL_MODE=production` refuses to start without real secrets, a database URL, a
Redis URL and host names. Every variable is listed in `docs/omgeving.md`.
"""

from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured

from portal.secrets import load_or_create_secrets

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()

MODE = env.str("PORTAL_MODE", "embedded")
if MODE not in {"embedded", "production"}:
    raise ImproperlyConfigured("PORTAL_MODE must be 'embedded' or 'production'.")
PRODUCTION = MODE == "production"
DEMO_MODE = env.bool("DEMO_MODE", not PRODUCTION)
DATA_DIR = Path(env.str("DATA_DIR", str(BASE_DIR / "data"))).resolve()
PORT = env.int("PORT", 8000)

# --- Secrets ---------------------------------------------------------------------------------
if PRODUCTION:
    SECRET_KEY = env.str("SECRET_KEY")
    LINK_KEY = env.str("LINK_KEY")
    for _name, _value in (("SECRET_KEY", SECRET_KEY), ("LINK_KEY", LINK_KEY)):
        if len(_value) < 40 or "change" in _value.lower():
            raise ImproperlyConfigured(f"{_name} must be a real secret of at least 40 characters.")
else:
    _secrets = load_or_create_secrets(DATA_DIR)
    SECRET_KEY = env.str("SECRET_KEY", _secrets["SECRET_KEY"])
    LINK_KEY = env.str("LINK_KEY", _secrets["LINK_KEY"])

DEBUG = False
ALLOWED_HOSTS: list[str] = env.list(
    "ALLOWED_HOSTS",
    default=environ.Env.NOTSET if PRODUCTION else ["127.0.0.1", "localhost", "[::1]"],
)
BASE_URL = env.str("BASE_URL", environ.Env.NOTSET if PRODUCTION else f"http://localhost:{PORT}").rstrip("/")
CSRF_TRUSTED_ORIGINS = [BASE_URL]

# --- Applications ----------------------------------------------------------------------------
INSTALLED_APPS = [
    "portal",
    "portal.pages",
    "ruimte_in_de_regels",
    "koplopers",
    "actieleren",
    "netwerk",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "portal.page_cache.PageCacheMiddleware",
    "portal.middleware.SecurityHeadersMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "portal.middleware.SecondFactorMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "portal.middleware.AdminPolicyMiddleware",
    "portal.middleware.AdminDoorMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

ROOT_URLCONF = "portal.urls"
WSGI_APPLICATION = "portal.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "portal.context.site",
            ],
            "builtins": ["netwerk.templatetags.netwerk"],
        },
    },
]
# Lets a widget find its template among the project's. Forms of the site wear the design because they
# ask for netwerk.renderers.PortalFormRenderer; Wagtail's own forms keep Django's templates.
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

# --- Data ------------------------------------------------------------------------------------
SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": (
        "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;PRAGMA mmap_size=134217728;"
        "PRAGMA cache_size=-20000;PRAGMA temp_store=MEMORY;"
    ),
}
_database_url = env.str("DATABASE_URL", environ.Env.NOTSET if PRODUCTION else "")
if _database_url:
    DATABASES = {"default": environ.Env.db_url_config(_database_url)}
    DATABASES["default"]["CONN_MAX_AGE"] = 600  # seconds; what is prepared lives as long as its connection
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
    if DATABASES["default"]["ENGINE"].endswith("postgresql"):  # ADR 0009
        DATABASES["default"].setdefault("OPTIONS", {}).update(server_side_binding=True, prepare_threshold=5)
else:
    DATABASES = {
        "default": {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": DATA_DIR / "portal.sqlite3",
            "OPTIONS": SQLITE_OPTIONS,
        }
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

REDIS_URL = env.str("REDIS_URL", environ.Env.NOTSET if PRODUCTION else "")
if REDIS_URL:
    CACHES = {
        "default": {"BACKEND": "portal.cache.ForgivingRedisCache", "LOCATION": REDIS_URL},
    }
else:
    # In the database, so that rate limits count over all processes.
    CACHES = {
        "default": {
            "BACKEND": "django.core.cache.backends.db.DatabaseCache",
            "LOCATION": "portal_cache",
        }
    }
# What a process may know by itself for minutes, such as the frame of the admin (`netwerk.desk.frame`).
CACHES["process"] = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "process"}

# --- Files -----------------------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = Path(env.str("STATIC_ROOT", str(BASE_DIR / "staticfiles")))
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = DATA_DIR / "media"
PRIVATE_ROOT = DATA_DIR / "private"
# The embedded default serves straight from the source folders: no collectstatic, a quick start.
WHITENOISE_USE_FINDERS = not PRODUCTION
_s3_bucket = env.str("MEDIA_S3_BUCKET", "")


def _files(location: Path, prefix: str, url: str | None) -> dict[str, object]:
    """Storage for uploaded files: a folder, or a prefix of an S3 bucket when one is named."""
    if _s3_bucket:
        options = {
            "bucket_name": _s3_bucket,
            "location": prefix,
            "endpoint_url": env.str("MEDIA_S3_ENDPOINT", "") or None,
            "querystring_auth": url is None,
            # Pictures come through the proxy, from our own host: the content policy allows no other.
            "custom_domain": urlsplit(BASE_URL).netloc if url is not None else None,
            "file_overwrite": False,
        }
        return {"BACKEND": "storages.backends.s3.S3Storage", "OPTIONS": options}
    return {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": location, "base_url": url},
    }


STORAGES = {
    "default": _files(MEDIA_ROOT, "media", MEDIA_URL),
    # Attachments of dossiers: never below MEDIA_URL, only through the permission check.
    "private": _files(PRIVATE_ROOT, "private", None),
    "staticfiles": {
        "BACKEND": (
            "whitenoise.storage.CompressedManifestStaticFilesStorage"
            if PRODUCTION
            else "django.contrib.staticfiles.storage.StaticFilesStorage"
        )
    },
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 500
ATTACHMENT_MAX_BYTES = 10 * 1024 * 1024
ATTACHMENT_MAX_COUNT = 5
CLAMAV_URL = env.str("CLAMAV_URL", "")

# --- Language and time -----------------------------------------------------------------------
LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands")]
TIME_ZONE = "Europe/Amsterdam"
USE_I18N = True
USE_TZ = True

# --- People ----------------------------------------------------------------------------------
AUTH_USER_MODEL = "netwerk.User"
AUTHENTICATION_BACKENDS = ["netwerk.rights.Rights"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "portal.passwords.LongEnough",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "portal.passwords.UnlikeYourself"},
    {"NAME": "portal.passwords.NotCommon"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/mijn/"
LOGOUT_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "portal.accounts.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_SESSION_REMEMBER = False  # who closes the browser is logged out, also on a shared computer
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if PRODUCTION else "http"
ACCOUNT_FORMS = {"signup": "portal.accounts.SignupForm"}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Actie Leer Netwerk"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not PRODUCTION
# Roles with `second_factor` must have used one in this session; off only in demo mode.
SECOND_FACTOR_REQUIRED = env.bool("SECOND_FACTOR_REQUIRED", not DEMO_MODE)
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXY_COUNT", 0)

SESSION_COOKIE_NAME = "__Host-sessionid" if PRODUCTION else "sessionid"
CSRF_COOKIE_NAME = "__Host-csrftoken" if PRODUCTION else "csrftoken"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = PRODUCTION
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = int(timedelta(days=7).total_seconds())
CSRF_FAILURE_VIEW = "portal.errors.csrf_failure"

# --- Security headers (the rest is in portal/middleware.py) --------------------------------------
SECURE_SSL_REDIRECT = PRODUCTION
SECURE_REDIRECT_EXEMPT = [r"^gezondheid/"]
SECURE_HSTS_SECONDS = 31_536_000 if PRODUCTION else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = PRODUCTION
SECURE_HSTS_PRELOAD = PRODUCTION
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
if PRODUCTION:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
_SELF = ["'self'"]
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": _SELF,
        "style-src": _SELF,
        "img-src": [*_SELF, "data:"],  # data: is only for the QR picture of the authenticator set-up
        "font-src": _SELF,
        "connect-src": _SELF,
        "manifest-src": _SELF,
        "form-action": _SELF,
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
        "object-src": ["'none'"],
    }
}

# --- Mail and background work ------------------------------------------------------------------
# Every mail, also of Wagtail and allauth, goes through the outbox; the worker hands it to this one.
EMAIL_BACKEND = "netwerk.mail.OutboxEmailBackend"
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", "Actie Leer Netwerk <post@portaal.example>")
SERVER_EMAIL = DEFAULT_FROM_EMAIL
# How people reach us; without these the sender's address is shown.
CONTACT_EMAIL = env.str("CONTACT_EMAIL", "")
CONTACT_PHONE = env.str("CONTACT_PHONE", "")
CONTACT_HOURS = env.str("CONTACT_HOURS", "Maandag tot en met donderdag, 9.00 tot 16.00 uur.")
SECURITY_CONTACT = env.str("SECURITY_CONTACT", "")
MAILBOX_DIR = DATA_DIR / "post"
# How long a worker may have messages in hand; after that another takes over from one that died.
OUTBOX_LEASE_SECONDS = env.int("OUTBOX_LEASE_SECONDS", 300)
if PRODUCTION:
    vars().update(environ.Env.email_url_config(env.str("EMAIL_URL")))
    DELIVERY_EMAIL_BACKEND = vars()["EMAIL_BACKEND"]
    EMAIL_BACKEND = "netwerk.mail.OutboxEmailBackend"
    EMAIL_TIMEOUT = 20
else:
    DELIVERY_EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = MAILBOX_DIR
EMAIL_SUBJECT_PREFIX = ""

CELERY_BROKER_URL = REDIS_URL or None
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_TIMEZONE = TIME_ZONE
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_TRANSPORT_OPTIONS = {"socket_connect_timeout": 2, "max_retries": 1}
CELERY_BEAT_SCHEDULE = {
    # The sweep finds what a lost kick left. Without a broker it is the only way out, so it runs often.
    "deliver-outbox": {"task": "netwerk.tasks.deliver_outbox", "schedule": 20.0 if REDIS_URL else 1.0},
    "index-dossiers": {"task": "netwerk.tasks.index_dossiers", "schedule": 20.0 if REDIS_URL else 2.0},
    "expire-threads": {"task": "ruimte_in_de_regels.tasks.expire_threads", "schedule": 3600.0},
    "watch-promises": {"task": "ruimte_in_de_regels.tasks.watch_promises", "schedule": 3600.0},
    "chase-threads": {"task": "ruimte_in_de_regels.tasks.chase_threads", "schedule": 3600.0},
    "announce-ends": {"task": "ruimte_in_de_regels.tasks.announce_ends", "schedule": 3600.0 * 24},
    "ask-aftercare": {"task": "ruimte_in_de_regels.tasks.ask_aftercare", "schedule": 3600.0 * 24},
    "count-cases": {"task": "ruimte_in_de_regels.tasks.count_cases", "schedule": 600.0},
    "count-figures": {"task": "ruimte_in_de_regels.tasks.count_figures", "schedule": 3600.0},
    "count-register": {"task": "koplopers.tasks.count_register", "schedule": 600.0},
    "tend-publications": {"task": "ruimte_in_de_regels.tasks.tend_publications", "schedule": 900.0},
    "remind-reporters": {"task": "ruimte_in_de_regels.tasks.remind_reporters", "schedule": 3600.0},
    "health-mail": {"task": "netwerk.tasks.send_health_mail", "schedule": 3600.0},
    "forget-by-retention": {"task": "netwerk.tasks.forget_by_retention", "schedule": 3600.0 * 24},
}

# --- Wagtail -----------------------------------------------------------------------------------
WAGTAIL_SITE_NAME = "Actie Leer Netwerk"
WAGTAILADMIN_BASE_URL = BASE_URL
WAGTAILADMIN_LOGIN_URL = "account_login"
WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_USER_TIME_ZONES = ["Europe/Amsterdam"]
WAGTAILADMIN_PERMITTED_LANGUAGES = [("nl", "Nederlands")]
WAGTAILSEARCH_BACKENDS = {
    "default": {"BACKEND": "wagtail.search.backends.database", "SEARCH_CONFIG": "dutch"}
}
WAGTAILDOCS_EXTENSIONS = ["pdf", "docx", "xlsx", "odt", "ods", "odp", "pptx", "csv"]
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILEMBEDS_FINDERS: list[dict[str, str]] = []

# --- Logs: to standard output; secret links never appear in them -------------------------------
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"secret_links": {"()": "portal.logs.HideSecretLinks"}},
    "formatters": {"plain": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "formatter": "plain",
            "filters": ["secret_links"],
        }
    },
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", "INFO")},
}
