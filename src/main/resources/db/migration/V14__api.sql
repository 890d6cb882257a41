-- The interface for vendors: who may call it, what was submitted through it, and how it ended.

-- A token is 256 random bits, so that its SHA-256 can be neither guessed nor searched for; the token itself is kept nowhere.
create table api_token (
  id bigint not null auto_increment primary key,
  name varchar(64) not null comment 'what people call it',
  vendor varchar(64) not null,
  sandbox boolean not null comment 'what is submitted with it goes to the simulator and nowhere else',
  hash binary(32) not null,
  may_submit boolean not null,
  may_read boolean not null,
  may_cancel boolean not null,
  created_at datetime(3) not null,
  created_by varchar(190) not null,
  expires_at datetime(3) not null,
  revoked_at datetime(3) null,
  used_at datetime(3) null comment 'to the hour',
  unique key api_token_hash (hash)
) engine = InnoDB default charset = utf8mb4;

create table api_token_source (
  token_id bigint not null,
  source varchar(64) not null comment 'as the settings call it',
  primary key (token_id, source)
) engine = InnoDB default charset = utf8mb4;

-- A body that was accepted. Its file is durable before the row is; it is dropped for the intake after the row is.
create table submission (
  id char(26) character set ascii not null primary key,
  token_id bigint not null,
  vendor varchar(64) not null,
  source varchar(64) not null comment 'as the ledger calls it',
  repeat_key varchar(200) collate utf8mb4_bin not null comment 'k: and the Idempotency-Key, or c: and the SHA-256 of the body',
  body_sha256 char(64) character set ascii not null comment 'of kind and body',
  file_name varchar(64) character set ascii not null,
  file_sha256 char(64) character set ascii not null comment 'of the file that the intake takes',
  row_count int null comment 'reminders of a JSON body',
  received_at datetime(3) not null,
  dropped_at datetime(3) null,
  unique key submission_once (vendor, source, repeat_key),
  key submission_file (source, file_sha256),
  key submission_waiting (dropped_at, received_at)
) engine = InnoDB default charset = utf8mb4;
-- Outcomes in an order that readers can follow: positions are given out after the commit, by one writer at a time, so that
-- whoever has read up to a position has missed nothing before it.

create table outcome_feed (
  position bigint not null primary key,
  outcome_id bigint not null,
  reminder_id bigint not null,
  source varchar(64) not null,
  unique key outcome_feed_once (outcome_id),
  key outcome_feed_source (source, position)
) engine = InnoDB default charset = utf8mb4;

-- One row, which its writer locks.
create table outcome_feed_head (
  id tinyint not null primary key,
  position bigint not null comment 'the last that was given out',
  seen_to date null comment 'no outcome of a day two days before is still to come'
) engine = InnoDB default charset = utf8mb4;
insert into outcome_feed_head values (1, 0, null);
