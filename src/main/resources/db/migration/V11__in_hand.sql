-- Reminders in hand come and go by the thousand: no index follows them any more. A claim notes instead of which file its
-- node holds some, and only when the node is gone that file is searched for them.
create table in_hand (
  fence bigint not null comment 'of a node that has claimed',
  batch_id bigint not null comment 'reminders of this file',
  primary key (fence, batch_id)
) engine = InnoDB default charset = utf8mb4;

insert into in_hand (fence, batch_id)
  select distinct fence, batch_id from reminder where watched = 'IN_HAND';

alter table reminder
  drop key reminder_watched,
  drop column watched,
  add column watched enum ('HELD', 'UNKNOWN') as (case when state in ('HELD', 'UNKNOWN') then state end) stored
    comment 'what a person will come and look for',
  add key reminder_watched (watched);

-- A trip to the sequence for every thousand receipts.
alter sequence receipt_inbox_seq increment by 1000;
