-- What the clerk's pages need: who looked at or decided what, a file's reasons as they were, and a way from the reference
-- of a debt to its reminders.

create table audit_log (
  id bigint not null auto_increment primary key,
  at datetime(3) not null,
  who varchar(190) not null,
  action varchar(16) character set ascii not null comment 'PHONE_SHOWN, or a decision',
  reminder_id bigint null,
  batch_id bigint null comment 'of a decision about a file as a whole',
  why varchar(255) null,
  key audit_log_reminder (reminder_id),
  key audit_log_batch (batch_id)
) engine = InnoDB default charset = utf8mb4;

-- How many rows for each reason when the file had been loaded, as its receipt has them. Files of before have none.
create table batch_reason (
  batch_id bigint not null,
  reason varchar(64) character set ascii not null,
  row_count int not null,
  primary key (batch_id, reason)
) engine = InnoDB default charset = utf8mb4;

-- A resident who calls knows the reference, not the day it was due, which the hash of the debt contains. The first signs
-- suffice to find it; it is written once and never changes.
alter table reminder add key reminder_reference (reference(24));
