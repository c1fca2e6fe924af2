-- JSON: {"parts": [{"sensor": "asset/name", "kind": "LEVEL", "samples": 3, "size": 4.1, "share": 0.7}, …],
-- "earlier": [{"sensor": …, "windowStart": milliseconds since 1970, "windowEnd", "start", "end", "distance", "usual"}, …]};
-- null where nothing is known of it
ALTER TABLE alarm ADD COLUMN evidence VARCHAR;
