# The assistant as an image; compose.yaml runs two of it beside a PostgreSQL.
FROM python:3.13-slim

WORKDIR /srv/plan
COPY requirements/postgres.txt requirements/postgres.txt
RUN pip install --no-cache-dir --require-hashes -r requirements/postgres.txt
COPY bot bot
COPY dialogs dialogs
COPY plan plan
COPY storage storage
COPY teams teams

RUN useradd --system --no-create-home plan
USER plan
ENV PYTHONUNBUFFERED=1 PLAN_HOST=0.0.0.0
EXPOSE 3978
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s \
    CMD ["python", "-c", "import urllib.request as r; r.urlopen('http://127.0.0.1:3978/healthz', timeout=3)"]
# A process that was told to stop finishes its turns first.
STOPSIGNAL SIGTERM
CMD ["python", "-m", "bot", "serve"]
