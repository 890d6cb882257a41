-- The same file may be loaded anew where nothing of it was sent, say once the settings are mended. Its first batch stays
-- as it is, and the fingerprint goes on keeping any content from being loaded twice.
alter table batch
  add column superseded bigint not null default 0 comment 'own id: another batch has the rows of this file now; 0: this one has',
  drop key batch_fingerprint,
  add unique key batch_fingerprint (source, sha256, superseded);
