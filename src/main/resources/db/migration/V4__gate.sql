-- What a file must pass before it is sent, and what is decided about a file as a whole.

alter table batch
  add column typical boolean not null default true comment 'an export to learn from: no mended answer, not withdrawn',
  add column full_export boolean not null default false comment 'names every debt of its source',
  add column sweep boolean not null default false comment 'a passed full export: what it no longer has is still to be taken back',
  add column canary varchar(8) character set ascii null comment 'WAITING, PASSED (the rest is being released) or FAILED',
  add column canary_wait int null comment 'minutes after the last canary was sent',
  add column canary_failures int null comment 'per cent of the canary that may fail',
  add key batch_sweep (sweep),
  add key batch_canary (canary);

-- What was noticed when the file had been loaded: why the gate held it, or what of it waits for money or a canary.
create table batch_finding (
  batch_id bigint not null,
  number tinyint not null comment 'from 1',
  code varchar(32) character set ascii not null,
  details varchar(255) not null comment 'figures for the text, with tabs between them',
  primary key (batch_id, number)
) engine = InnoDB default charset = utf8mb4;

-- What a person has decided about a file.
create table batch_decision (
  id bigint not null auto_increment primary key,
  batch_id bigint not null,
  at datetime(3) not null,
  who varchar(190) not null,
  decision varchar(16) character set ascii not null,
  why varchar(255) not null,
  reminders int not null comment 'how many it changed',
  key batch_decision_batch (batch_id)
) engine = InnoDB default charset = utf8mb4;
