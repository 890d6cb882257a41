-- The chain over the daily reports: each link names the SHA-256 of the day's files and of the link before. Never changed.
create table report_chain (
  number int not null primary key comment 'from 1, in the order of making',
  day date not null,
  revision int not null comment 'from 1; a further one where the day came out differently',
  sha256 char(64) character set ascii not null comment 'of the text',
  text varchar(8000) not null comment 'what stands in the chain file',
  made_at datetime(3) not null,
  unique key report_chain_day (day, revision)
) engine = InnoDB default charset = utf8mb4;

-- By which template a file was worded; null for files of before.
alter table batch
  add column template varchar(2000) null,
  add column hold_out boolean not null default false comment 'by chance, some of its debts are not reminded of';

-- A payment names a reference, an account or a phone. (The key for references comes with V9.)
alter table reminder add key reminder_account (account);

-- A list of payments that a domain system has dropped; the same octets count once.
create table payment_file (
  id bigint not null auto_increment primary key,
  source varchar(64) not null,
  file_name varchar(255) not null,
  sha256 char(64) character set ascii not null,
  taken_at datetime(3) not null,
  done_at datetime(3) null comment 'its last row is booked',
  unique key payment_file_fingerprint (source, sha256)
) engine = InnoDB default charset = utf8mb4;

-- What was paid on a debt that was reminded of, or held out by chance: told by a list, or by a full export that no longer
-- has the debt or has it smaller.
create table payment (
  id bigint not null auto_increment primary key,
  source varchar(64) not null,
  debt_key binary(32) null comment 'null: of no such debt',
  paid_on date not null comment 'day of the office; of an export, the day on which it was written',
  amount bigint not null comment 'grosze',
  origin enum ('FILE', 'EXPORT') not null,
  origin_id bigint not null comment 'payment_file or batch',
  identity binary(32) not null comment 'of the payment: who, how much, when',
  ordinal int not null comment 'from 1, of equal payments in one file',
  part int not null comment 'from 1, where one payment goes to several debts',
  booked_at datetime(3) not null,
  unique key payment_once (identity, ordinal, part),
  key payment_debt (debt_key, paid_on),
  key payment_source (source, booked_at),
  key payment_origin (origin_id)
) engine = InnoDB default charset = utf8mb4;

-- Full exports that have been compared with the one before.
create table export_compared (
  batch_id bigint not null primary key,
  with_batch bigint null comment 'null: there was none to compare with',
  compared_at datetime(3) not null,
  payments int not null
) engine = InnoDB default charset = utf8mb4;
