CREATE TABLE conversation (
  id            BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  title         VARCHAR NOT NULL,
  begun_at      TIMESTAMP(9) WITH TIME ZONE NOT NULL,
  updated_at    TIMESTAMP(9) WITH TIME ZONE NOT NULL,
  -- the last turn that the summary tells of; 0 for none
  summary_up_to INTEGER DEFAULT 0 NOT NULL,
  summary_prose VARCHAR DEFAULT '' NOT NULL
);
CREATE INDEX conversation_by_update ON conversation (updated_at);

CREATE TABLE conversation_turn (
  conversation BIGINT NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
  ordinal      INTEGER NOT NULL,
  at           TIMESTAMP(9) WITH TIME ZONE NOT NULL,
  question     VARCHAR NOT NULL,
  answer       VARCHAR NOT NULL,
  evidence     BOOLEAN NOT NULL,
  -- what was spoken of: for the questions that follow
  alarm        VARCHAR,
  asset        VARCHAR,
  -- asset/name, a line each
  sensors      VARCHAR NOT NULL,
  span_start   TIMESTAMP(9) WITH TIME ZONE,
  span_end     TIMESTAMP(9) WITH TIME ZONE,
  -- NONE, UP or DOWN
  rating       VARCHAR DEFAULT 'NONE' NOT NULL,
  PRIMARY KEY (conversation, ordinal)
);

-- The summary of the turns that are no longer told word for word.
CREATE TABLE conversation_line (
  conversation BIGINT NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
  -- FACT or DIGEST
  kind         VARCHAR NOT NULL,
  ordinal      INTEGER NOT NULL,
  text         VARCHAR NOT NULL,
  PRIMARY KEY (conversation, kind, ordinal)
);
