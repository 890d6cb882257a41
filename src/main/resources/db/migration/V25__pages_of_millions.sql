-- Where references begin alike, 24 signs of them are those of every debt.
alter table reminder
  drop key reminder_reference,
  add key reminder_reference (reference);

-- A receipt that nobody knows whose it is may be that of an UNKNOWN reminder. One that has just come stands at the end of
-- this index, whatever its number, so that it costs little.
alter table receipt_inbox
  add column unmatched varchar(21) as (if(state = 'UNMATCHED', msisdn, null)) virtual,
  add key receipt_inbox_unmatched (unmatched);

-- What one person did in years, or one kind of thing.
alter table audit_log
  add key audit_log_who (who, at),
  add key audit_log_action (action, at);
