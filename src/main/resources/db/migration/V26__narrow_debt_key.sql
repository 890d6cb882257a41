-- The hash of a debt comes at random, so that a file touches all pages of its index: they have to stay in memory. Eight of its
-- 32 octets tell debts apart as well, and a stage is read with the row.
alter table reminder
  drop key reminder_debt,
  add key reminder_debt (debt_key(8));
