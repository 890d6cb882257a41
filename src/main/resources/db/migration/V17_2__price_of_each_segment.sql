-- What a segment costs at the account that accepted it, as it was then: a later price changes no bill.
alter table segment
  add column price decimal(10,4) null comment 'PLN net; null: of before, that of its reminder';

alter table billed_tally
  add column smsc varchar(64) not null default '' comment 'the account; empty for months of before',
  drop primary key,
  add primary key (day, source, smsc, price);

-- This month is counted anew: its bill is by account from the beginning, like its file.
delete from billed_tally where day >= date_format(now(), '%Y-%m-01');
delete from billed_day where day >= date_format(now(), '%Y-%m-01');
