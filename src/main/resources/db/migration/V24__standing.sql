-- What stood in which state at the end of a day, of all files that were complete by then, as the first report of the day
-- told it: a day that is made again does not count the years that came after it.
create table day_standing (
  day date not null,
  source varchar(64) not null,
  state varchar(14) character set ascii not null,
  reminders bigint not null,
  amount bigint not null comment 'grosze',
  primary key (day, source, state)
) engine = InnoDB default charset = utf8mb4;

-- What was UNKNOWN on a day is found by the few changes to that state. What came after a day is found by all states.
alter table history
  drop key history_at,
  add key history_to (to_state, at);
