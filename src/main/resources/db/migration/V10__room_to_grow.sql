-- A row that grows does not fit into its old place: InnoDB makes the whole page anew for every second or third of them.
-- What is filled in later has its room from the start, and gives it up in the same change.
alter table reminder
  add column room binary(8) null default '00000000' comment 'of sent_at';
alter table segment
  add column room binary(12) null default '000000000000' comment 'of error and final_at';
