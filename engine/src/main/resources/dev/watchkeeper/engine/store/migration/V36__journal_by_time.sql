CREATE INDEX journal_by_time ON journal (at DESC, line DESC);
