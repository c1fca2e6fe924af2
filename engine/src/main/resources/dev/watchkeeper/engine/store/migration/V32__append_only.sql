ALTER TABLE journal ALTER COLUMN digest SET NOT NULL;
CREATE TRIGGER journal_append_only BEFORE UPDATE, DELETE ON journal FOR EACH ROW
  CALL 'dev.watchkeeper.engine.store.AppendOnly';
CREATE TRIGGER suppression_change_append_only BEFORE UPDATE, DELETE ON suppression_change FOR EACH ROW
  CALL 'dev.watchkeeper.engine.store.AppendOnly';
