-- Fewer and smaller writes for each reminder: states take one octet and change in place, an index follows only what is
-- searched for by it, and one row tells a change that used to take two.

-- A fence is unique over all nodes, so that it alone says who holds a reminder. It starts above all that were given out.
create sequence fence_seq start with 1000000 increment by 1 nocache;
-- One sequence for history and outcome: their ids tell which change of a reminder came first.
create sequence history_seq start with 1000000000000 increment by 1 cache 1000;

update reminder set fence = 0 where fence is null;
alter table reminder
  modify state enum ('HELD', 'QUEUED', 'CLAIMED', 'SUBMITTING', 'ENROUTE', 'UNKNOWN', 'SUPPRESSED', 'WITHDRAWN',
    'ABANDONED', 'DELIVERED', 'UNDELIVERABLE', 'EXPIRED', 'DELETED', 'REJECTED', 'NO_RECEIPT') not null,
  modify fence bigint not null default 0 comment 'of the node that holds it or held it last; 0 for none',
  drop column node,
  drop key reminder_claim,
  drop key reminder_state,
  add column queued_for datetime(3) as (if(state = 'QUEUED', not_before, null)) stored
    comment 'when it may be sent, while it waits',
  add column watched enum ('HELD', 'IN_HAND', 'UNKNOWN')
    as (case when state in ('CLAIMED', 'SUBMITTING') then 'IN_HAND' when state in ('HELD', 'UNKNOWN') then state end) stored
    comment 'what somebody will come and look for',
  add key reminder_queue (batch_id, queued_for, id),
  add key reminder_watched (watched);

alter table batch
  add column receipts_due datetime(3) null comment 'when to look next for reminders without a receipt; null: now',
  add key batch_receipts_due (receipts_due);

alter table segment
  modify state enum ('HELD', 'QUEUED', 'CLAIMED', 'SUBMITTING', 'ENROUTE', 'UNKNOWN', 'SUPPRESSED', 'WITHDRAWN',
    'ABANDONED', 'DELIVERED', 'UNDELIVERABLE', 'EXPIRED', 'DELETED', 'REJECTED', 'NO_RECEIPT') not null;

-- A change that makes a reminder final stands in outcome alone.
alter table history
  modify id bigint not null comment 'nextval(history_seq)',
  drop primary key,
  drop key history_reminder,
  add primary key (reminder_id, id),
  add column began_at datetime(3) null
    comment 'of a change from SUBMITTING: when QUEUED became SUBMITTING, a change without a row of its own';

alter table outcome
  modify id bigint not null comment 'nextval(history_seq)',
  drop primary key,
  drop key outcome_reminder,
  add primary key (reminder_id, id),
  add column from_state varchar(14) character set ascii null comment 'null where the change stands in history, too',
  add column who varchar(190) null;

-- A matched receipt stands with its segment; the inbox holds what waits and what nobody knows.
delete from receipt_inbox where state = 'MATCHED';
