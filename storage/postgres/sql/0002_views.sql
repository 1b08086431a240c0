-- For reports. A field that a document leaves out has its default here.

CREATE VIEW plans AS
SELECT substr(part, 6) AS key,
    body #>> '{municipality,name}' AS municipality,
    body ->> 'title' AS title,
    (body ->> 'year')::int AS year,
    body ->> 'track' AS track,
    coalesce(body ->> 'version', '0.1 concept') AS version,
    CASE WHEN coalesce(body ->> 'version', 'concept') LIKE '%concept'
        THEN 'concept' ELSE 'adopted' END AS state
FROM documents
WHERE kind = 'Plan' AND part LIKE 'plan/%';

CREATE VIEW answers AS
SELECT substr(part, 6) AS plan,
    body ->> 'round' AS round,
    body ->> 'org' AS organisation,
    body ->> 'question' AS question,
    body ->> 'subject' AS subject,
    coalesce((body ->> 'number')::int, 1) AS number,
    body ->> 'value' AS value,
    body ->> 'text' AS text,
    coalesce(body -> 'more', '{}') AS more,
    (body ->> 'at')::timestamptz AS at,
    coalesce(body ->> 'source', 'card') AS source
FROM documents
WHERE kind = 'Answer' AND part LIKE 'plan/%';

CREATE VIEW measures AS
SELECT substr(measure.part, 6) AS plan,
    item.body ->> 'theme' AS theme,
    measure.body ->> 'item' AS item,
    measure.key AS code,
    measure.body ->> 'title' AS title,
    measure.body #>> '{lead,org}' AS lead,
    measure.body #>> '{lead,person}' AS lead_person,
    (measure.body #>> '{planning,start}')::date AS planned_from,
    (measure.body #>> '{planning,end}')::date AS planned_until,
    measure.body #>> '{planning,cadence}' AS cadence,
    concluded.body ->> 'progress' AS progress,
    concluded.body ->> 'effect' AS effect,
    measure.body ->> 'decision' AS decision
FROM documents AS measure
LEFT JOIN documents AS item
    ON item.part = measure.part AND item.kind = 'ActionItem'
    AND item.key = measure.body ->> 'item'
LEFT JOIN documents AS concluded
    ON concluded.part = measure.part AND concluded.kind = 'Concluded'
    AND concluded.key = measure.key
WHERE measure.kind = 'Measure' AND measure.part LIKE 'plan/%';

CREATE VIEW messages AS
SELECT substr(part, 6) AS plan,
    key,
    body ->> 'kind' AS kind,
    body ->> 'to' AS person,
    body ->> 'org' AS organisation,
    (body ->> 'due')::timestamptz AS due,
    (body ->> 'sent_at')::timestamptz AS sent_at,
    body ->> 'failed' AS failed,
    coalesce((body ->> 'needless')::boolean, false) AS needless
FROM documents
WHERE kind = 'Message' AND part LIKE 'plan/%';

CREATE VIEW register AS
SELECT substr(part, 6) AS plan,
    (body ->> 'at')::timestamptz AS at,
    body ->> 'who' AS who,
    body ->> 'what' AS what,
    body ->> 'subject' AS subject,
    body ->> 'before' AS before,
    body ->> 'after' AS after,
    body ->> 'on_behalf_of' AS on_behalf_of
FROM documents
WHERE kind = 'Event' AND part LIKE 'plan/%';
