-- What was done by a click in the assistant, and what was refused. Lines are added, never changed and never taken away.
CREATE TABLE assistant_act (
  line      BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at        TIMESTAMP(9) WITH TIME ZONE NOT NULL,
  who       VARCHAR NOT NULL,
  verb      VARCHAR NOT NULL,
  object    VARCHAR NOT NULL,
  old_value VARCHAR NOT NULL,
  new_value VARCHAR NOT NULL,
  outcome   VARCHAR NOT NULL
);
CREATE TRIGGER assistant_act_append_only BEFORE UPDATE, DELETE ON assistant_act FOR EACH ROW
  CALL 'dev.watchkeeper.engine.store.AppendOnly';
