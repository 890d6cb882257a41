-- The time line of an SMSC's rate: nodes reserve blocks of it, one after another, by the database's clock.
create table smsc_rate (
  smsc varchar(64) not null primary key,
  free_from datetime(6) not null comment 'UTC; nobody has reserved anything from here on'
) engine = InnoDB default charset = utf8mb4;

-- When an SMSC was last asked by query_sm what became of a segment.
create table segment_query (
  reminder_id bigint not null,
  number tinyint not null,
  asked_at datetime(3) not null,
  primary key (reminder_id, number)
) engine = InnoDB default charset = utf8mb4;
