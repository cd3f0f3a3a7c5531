# The portal as one image: web, worker, beat and migrate are this image with another command.
# The same Python as the tests run on.
ARG PYTHON_VERSION=3.11

FROM python:${PYTHON_VERSION}-slim-bookworm AS build
RUN python -m venv /opt/venv
COPY requirements.txt requirements-prod.txt /tmp/
RUN /opt/venv/bin/pip install --no-cache-dir --disable-pip-version-check --require-hashes \
        -r /tmp/requirements.txt -r /tmp/requirements-prod.txt

FROM python:${PYTHON_VERSION}-slim-bookworm
# Pango draws the PDF letters.
RUN apt-get update \
    && apt-get install -y --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0 \
    && rm -rf /var/lib/apt/lists/*
RUN useradd --system --uid 10001 --home-dir /app --shell /usr/sbin/nologin portal
COPY --from=build /opt/venv /opt/venv
WORKDIR /app
COPY . .
ENV PATH=/opt/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    PORTAL_MODE=production \
    STATIC_ROOT=/app/staticfiles \
    DATA_DIR=/tmp/portal
# Static files get their hashed names and their compressed twins here. The settings ask for secrets
# and addresses that this step does not use: it gets some that exist for as long as it takes.
RUN SECRET_KEY="$(python -c 'import secrets; print(secrets.token_urlsafe(48))')" \
    LINK_KEY="$(python -c 'import secrets; print(secrets.token_urlsafe(48))')" \
    ALLOWED_HOSTS=localhost BASE_URL=https://localhost EMAIL_URL=consolemail:// \
    DATABASE_URL=sqlite://:memory: REDIS_URL=redis://localhost:6379/0 \
    python manage.py collectstatic --noinput --verbosity 0
USER portal
EXPOSE 8000
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s --retries=3 CMD ["python", "deploy/probe.py"]
# No access log here: the proxy writes one, without the tokens of secret links.
CMD ["gunicorn", "portal.wsgi:application", "--config", "deploy/gunicorn.conf.py", \
     "--bind", "0.0.0.0:8000", "--worker-class", "gthread", "--workers", "2", "--threads", "4", \
     "--timeout", "60", "--graceful-timeout", "20", "--worker-tmp-dir", "/dev/shm", "--no-control-socket"]
