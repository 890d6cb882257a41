-- Counters for the pages, exact at any moment. Whoever changes reminders appends what changed, one row for a block and in
-- its transaction: nobody waits for anybody. Upkeep folds those rows into the counters. A counter is what was folded and
-- what was not yet, read in one statement: that is what the views below do.

create sequence tally_seq start with 1 increment by 1 cache 1000;

-- CLAIMED and SUBMITTING are counted as QUEUED: a claim writes nothing here. REJECTED_ROW is a state of its own.
create table tally_change (
  id bigint not null primary key comment 'nextval(tally_seq)',
  batch_id bigint not null,
  source varchar(64) not null,
  at datetime(3) not null,
  from_state varchar(14) character set ascii null comment 'these left it',
  to_state varchar(14) character set ascii null comment 'these came to it',
  outcome varchar(14) character set ascii null comment 'these were booked with it',
  day date null comment 'on this day of the office',
  correction boolean not null default false,
  reminders int not null,
  amount bigint not null comment 'grosze'
) engine = InnoDB default charset = utf8mb4;

create table state_tally (
  batch_id bigint not null,
  state varchar(14) character set ascii not null,
  reminders bigint not null,
  amount bigint not null comment 'grosze',
  primary key (batch_id, state)
) engine = InnoDB default charset = utf8mb4;

create table outcome_tally (
  day date not null,
  source varchar(64) not null,
  state varchar(14) character set ascii not null,
  correction boolean not null,
  reminders bigint not null,
  amount bigint not null comment 'grosze',
  primary key (day, source, state, correction)
) engine = InnoDB default charset = utf8mb4;

create table send_tally (
  minute datetime not null primary key comment 'UTC',
  reminders bigint not null comment 'that the SMSC accepted in it'
) engine = InnoDB default charset = utf8mb4;

-- Why rows of a file were rejected: written once, when it has been loaded.
create table reason_tally (
  batch_id bigint not null,
  reason varchar(32) character set ascii not null,
  reminders bigint not null comment 'rows',
  amount bigint not null comment 'grosze, where it could be read',
  primary key (batch_id, reason)
) engine = InnoDB default charset = utf8mb4;

create view state_count as
  select batch_id, state, reminders, amount from state_tally
  union all select batch_id, to_state, reminders, amount from tally_change where to_state is not null
  union all select batch_id, from_state, -reminders, -amount from tally_change where from_state is not null;

create view outcome_count as
  select day, source, state, correction, reminders, amount from outcome_tally
  union all select day, source, outcome, correction, reminders, amount from tally_change where outcome is not null;

create view send_count as
  select minute, reminders from send_tally
  union all
  select cast(date_format(at, '%Y-%m-%d %H:%i:00') as datetime), reminders from tally_change where to_state = 'ENROUTE';

-- Segments that the SMSC accepted on a day of the office, counted when it is over; a day that is counted has a row here.
create table billed_day (
  day date not null primary key
) engine = InnoDB default charset = utf8mb4;

create table billed_tally (
  day date not null,
  source varchar(64) not null,
  price decimal(10,4) not null comment 'PLN for a segment',
  segments bigint not null,
  primary key (day, source, price)
) engine = InnoDB default charset = utf8mb4;

-- What there is already; a test that writes into the tables of the ledger uses these to count anew.
insert into state_tally
  select batch_id, if(state in ('CLAIMED', 'SUBMITTING'), 'QUEUED', state) counted, count(*), sum(amount)
  from reminder group by batch_id, counted;
insert into state_tally
  select batch_id, 'REJECTED_ROW', count(*), coalesce(sum(amount), 0) from rejected_row group by batch_id;
insert into outcome_tally
  select o.day, o.source, o.state, o.correction, count(*), sum(r.amount)
  from outcome o join reminder r on r.id = o.reminder_id group by o.day, o.source, o.state, o.correction;
insert into reason_tally
  select r.batch_id, r.reason, count(*), coalesce(sum(r.amount), 0)
  from rejected_row r join batch b on b.id = r.batch_id where b.state <> 'LOADING' group by r.batch_id, r.reason;
