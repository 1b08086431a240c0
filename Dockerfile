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
# A process that was told to stop finishes its turns first.
STOPSIGNAL SIGTERM
CMD ["python", "-m", "bot", "serve"]
