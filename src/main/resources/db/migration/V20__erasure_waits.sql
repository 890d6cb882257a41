-- A reminder that waits for a decision keeps its own phone and text, and no longer those of its whole file.
alter table batch
  add column erasure_waits boolean not null default false
    comment 'old enough to be erased, and all of it is but what is HELD or UNKNOWN';
