-- What is kept: documents, by part. A part is `shared` or `plan/` and the key of the plan.

CREATE TABLE parts (
    part text COLLATE "C" PRIMARY KEY,
    -- The last commit. 0: nothing was ever kept.
    number bigint NOT NULL DEFAULT 0,
    -- Up to this commit nobody knows any more what was dropped.
    forgotten bigint NOT NULL DEFAULT 0
) WITH (fillfactor = 50);

CREATE TABLE documents (
    part text COLLATE "C" NOT NULL,
    kind text COLLATE "C" NOT NULL,
    key text COLLATE "C" NOT NULL,
    -- The commit that kept it last.
    number bigint NOT NULL,
    -- The order in which documents were first kept.
    place bigint NOT NULL,
    body jsonb NOT NULL,
    PRIMARY KEY (part, kind, key)
);
CREATE INDEX documents_by_number ON documents (part, number);

-- What was dropped and by which commit, for whoever still knows it; kept again or not.
CREATE TABLE dropped (
    part text COLLATE "C" NOT NULL,
    kind text COLLATE "C" NOT NULL,
    key text COLLATE "C" NOT NULL,
    number bigint NOT NULL,
    PRIMARY KEY (part, kind, key)
);
CREATE INDEX dropped_by_number ON dropped (part, number);

-- The last batch of each process, so that it can find out what became of a commit when the
-- connection broke. `kept` is false where the process asked first: then it never will be.
CREATE TABLE batches (
    batch uuid PRIMARY KEY,
    kept boolean NOT NULL,
    at timestamptz NOT NULL DEFAULT now()
);
