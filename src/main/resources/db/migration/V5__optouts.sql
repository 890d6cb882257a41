-- Residents who do not want reminders, and phones that an export does not have.

-- Numbers that nobody is to remind, whatever the source.
create table opt_out (
  msisdn varchar(16) character set ascii not null primary key comment 'digits, international, without +',
  masked_phone varchar(24) not null,
  since datetime(3) not null,
  who varchar(190) not null,
  why varchar(255) not null,
  key opt_out_since (since)
) engine = InnoDB default charset = utf8mb4;

-- Who has opted which number out or in again, when and why.
create table opt_out_change (
  id bigint not null auto_increment primary key,
  msisdn varchar(16) character set ascii not null,
  masked_phone varchar(24) not null,
  at datetime(3) not null,
  opted_out boolean not null comment 'false: may be reminded again',
  who varchar(190) not null,
  why varchar(255) not null,
  key opt_out_change_msisdn (msisdn)
) engine = InnoDB default charset = utf8mb4;

-- A resident's STOP: durable first, then acknowledged, settled later. The text is never kept.
create table stop_request (
  id bigint not null auto_increment primary key,
  smsc varchar(64) not null,
  msisdn varchar(16) character set ascii not null,
  addressed varchar(21) not null comment 'whom the resident wrote to',
  received_at datetime(3) not null,
  settled_at datetime(3) null,
  key stop_request_next (settled_at, id)
) engine = InnoDB default charset = utf8mb4;

-- Phones of debts whose export has none, by what the domain system calls the debt.
create table phone_lookup (
  source varchar(64) not null,
  reference varchar(190) collate utf8mb4_bin not null,
  msisdn varchar(16) character set ascii not null,
  imported_at datetime(3) not null,
  primary key (source, reference)
) engine = InnoDB default charset = utf8mb4;
