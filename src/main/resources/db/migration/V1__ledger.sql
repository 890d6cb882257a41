-- The ledger: the only queue there is. Times are UTC, money is in grosze, cost is in PLN with four decimals.

create sequence batch_seq start with 1 increment by 1 nocache;
create sequence reminder_seq start with 1 increment by 1000 nocache;
create sequence receipt_inbox_seq start with 1 increment by 100 nocache;

-- A daemon under its name. The fence grows at every start: what an older fence holds is nobody's any more.
create table node (
  name varchar(190) not null primary key,
  fence bigint not null,
  started_at datetime(3) not null,
  lease_until datetime(3) not null
) engine = InnoDB default charset = utf8mb4;

-- One exported file. LOADING until its last row is committed, then LOADED (or HELD by the sanity gate).
create table batch (
  id bigint not null primary key,
  source varchar(64) not null,
  file_name varchar(255) not null,
  filed_name varchar(255) not null comment 'the name in done and out, unique within the source',
  sha256 char(64) character set ascii not null,
  size_bytes bigint not null,
  file_modified datetime(3) not null,
  charset varchar(32) not null,
  cell_delimiter char(1) not null,
  state varchar(10) character set ascii not null,
  loading_source varchar(64) null comment 'the source while LOADING: one file of a source at a time, on all nodes',
  demo boolean not null comment 'taken while the SMSC was the built-in simulator: never sent to another',
  open boolean not null comment 'may still hold something to send',
  node varchar(190) not null,
  fence bigint not null,
  received_at datetime(3) not null,
  loaded_at datetime(3) null,
  expires_at datetime(3) null comment 'when its first reminder is no longer worth sending',
  row_count int not null default 0 comment 'rows read from the file: rejected + reminders',
  rejected int not null default 0,
  suppressed int not null default 0,
  held int not null default 0,
  queued int not null default 0,
  amount_total bigint not null default 0 comment 'grosze, over all rows whose amount could be read',
  amount_queued bigint not null default 0 comment 'grosze',
  segments int not null default 0 comment 'of the queued reminders',
  cost decimal(14,4) not null default 0 comment 'PLN, of the queued reminders',
  unique key batch_fingerprint (source, sha256),
  unique key batch_loading (loading_source),
  unique key batch_filed (source, filed_name),
  key batch_open (open, demo),
  key batch_received (received_at)
) engine = InnoDB default charset = utf8mb4;

-- A row that could not be read or is not valid.
create table rejected_row (
  batch_id bigint not null,
  line int not null comment 'physical line of the file on which the record starts, from 1',
  reason varchar(32) character set ascii not null,
  column_name varchar(255) null comment 'which column is meant, as the file calls it',
  value varchar(255) null comment 'the offending cell, cut',
  amount bigint null comment 'grosze, where the amount could be read',
  raw mediumblob not null comment 'the record as it came, in the charset of the file',
  primary key (batch_id, line)
) engine = InnoDB default charset = utf8mb4;

create table reminder (
  id bigint not null primary key,
  batch_id bigint not null,
  line int not null,
  source varchar(64) not null,
  state varchar(14) character set ascii not null,
  reason varchar(64) character set ascii null,
  state_at datetime(3) not null,
  debt_key binary(32) not null,
  stage varchar(32) character set ascii not null,
  msisdn varchar(16) character set ascii not null comment 'digits, international, without +',
  masked_phone varchar(24) not null,
  name varchar(255) null,
  amount bigint not null comment 'grosze',
  due date null,
  account varchar(34) character set ascii null,
  reference varchar(255) null,
  sender varchar(16) not null,
  text varchar(1000) not null,
  alphabet varchar(8) character set ascii not null,
  segments tinyint not null,
  cost decimal(10,4) not null,
  not_before datetime(3) not null,
  not_after datetime(3) not null,
  node varchar(190) null,
  fence bigint null,
  attempts int not null default 0,
  sent_at datetime(3) null comment 'when the SMSC accepted the last segment',
  unique key reminder_line (batch_id, line),
  key reminder_claim (batch_id, state, not_before, id),
  key reminder_state (state, state_at),
  key reminder_debt (debt_key, stage),
  key reminder_msisdn (msisdn)
) engine = InnoDB default charset = utf8mb4;

-- One submit_sm. A row is made when its answer (or the lack of one) is recorded.
create table segment (
  reminder_id bigint not null,
  number tinyint not null comment 'from 1',
  state varchar(14) character set ascii not null,
  smsc varchar(64) not null,
  message_id varchar(65) null comment 'as the submit_sm_resp had it',
  message_key varchar(65) character set ascii null comment 'lower case, without leading zeros',
  command_status int null,
  error varchar(64) null,
  answered_at datetime(3) not null,
  final_at datetime(3) null,
  primary key (reminder_id, number),
  key segment_message (message_key),
  key segment_answered (answered_at)
) engine = InnoDB default charset = utf8mb4;

-- Every change of a reminder's state: who, when, why.
create table history (
  id bigint not null auto_increment primary key,
  reminder_id bigint not null,
  at datetime(3) not null,
  who varchar(190) not null,
  from_state varchar(14) character set ascii not null,
  to_state varchar(14) character set ascii not null,
  reason varchar(255) null,
  key history_reminder (reminder_id),
  key history_at (at)
) engine = InnoDB default charset = utf8mb4;

-- What the daily report lists: a reminder once, on the day it became final; a later fact is booked as a correction.
create table outcome (
  id bigint not null auto_increment primary key,
  reminder_id bigint not null,
  source varchar(64) not null,
  day date not null comment 'the day of the office on which it is booked',
  final_at datetime(3) not null,
  state varchar(14) character set ascii not null,
  reason varchar(64) character set ascii null,
  segments tinyint not null comment 'accepted by the SMSC',
  cost decimal(10,4) not null comment 'PLN, of the accepted segments',
  sent_at datetime(3) null,
  correction boolean not null,
  key outcome_day (day, source),
  key outcome_reminder (reminder_id)
) engine = InnoDB default charset = utf8mb4;

-- Delivery receipts as they arrived: durable first, then acknowledged, matched later.
create table receipt_inbox (
  id bigint not null primary key,
  smsc varchar(64) not null,
  message_id varchar(65) null,
  msisdn varchar(21) not null comment 'whom the reminder went to: the source address of the receipt',
  stat varchar(14) null comment 'message state in the words of SMPP v3.4 5.2.28, as far as it could be read',
  error_code varchar(16) null,
  user_message_reference int null,
  state varchar(10) character set ascii not null comment 'NEW, MATCHED, IGNORED, UNMATCHED',
  received_at datetime(3) not null,
  next_try_at datetime(3) not null,
  tries int not null default 0,
  key receipt_inbox_next (state, next_try_at)
) engine = InnoDB default charset = utf8mb4;

-- The days whose report has been made.
create table report_day (
  day date not null primary key,
  made_at datetime(3) not null,
  node varchar(190) not null
) engine = InnoDB default charset = utf8mb4;

create table shedlock (
  name varchar(64) not null primary key,
  lock_until timestamp(3) not null,
  locked_at timestamp(3) not null,
  locked_by varchar(255) not null
) engine = InnoDB default charset = utf8mb4;
