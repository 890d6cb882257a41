-- What was paid after the reminders of a month, as it was last counted: the page reads it, a count takes seconds.
create table effect_month (
  month char(7) character set ascii not null primary key comment 'yyyy-mm, of the office',
  as_of datetime(3) not null comment 'UTC; what was booked later is not in it'
) engine = InnoDB default charset = utf8mb4;

create table effect_line (
  month char(7) character set ascii not null,
  number int not null comment 'from 0, the order on the page',
  source varchar(64) not null,
  template varchar(2000) not null,
  segments int not null,
  sent bigint not null,
  amount bigint not null comment 'grosze',
  cost decimal(14,4) not null,
  paid3 bigint not null,
  paid7 bigint not null,
  paid14 bigint not null,
  paid30 bigint not null,
  partly bigint not null,
  recovered3 bigint not null comment 'grosze',
  recovered7 bigint not null,
  recovered14 bigint not null,
  recovered30 bigint not null,
  assigned bigint null comment 'of the sum of a source with a hold-out group; null: none',
  assigned_paid bigint null,
  held_out bigint null,
  held_out_paid bigint null,
  primary key (month, number)
) engine = InnoDB default charset = utf8mb4;
