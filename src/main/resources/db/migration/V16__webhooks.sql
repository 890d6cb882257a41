-- Where vendors are told of outcomes. The secret signs what is posted, so that it is kept as it is.
create table webhook (
  id bigint not null auto_increment primary key,
  vendor varchar(64) not null,
  url varchar(1000) not null,
  secret varchar(64) character set ascii not null,
  sources varchar(2000) not null comment 'as the ledger calls them, with commas between',
  created_at datetime(3) not null,
  created_by varchar(190) not null,
  ended_at datetime(3) null,
  position bigint not null comment 'of the feed; up to here it has been put into deliveries'
) engine = InnoDB default charset = utf8mb4;

-- A part of the feed on its way to a webhook.
create table webhook_delivery (
  id bigint not null auto_increment primary key,
  webhook_id bigint not null,
  after_position bigint not null,
  to_position bigint not null,
  state enum ('PENDING', 'DELIVERED', 'DEAD') not null,
  attempts int not null default 0,
  next_at datetime(3) not null,
  claimed_until datetime(3) null comment 'a node is at it',
  answer varchar(64) null comment 'the last one, in a word',
  created_at datetime(3) not null,
  ended_at datetime(3) null,
  key webhook_delivery_due (state, webhook_id, next_at)
) engine = InnoDB default charset = utf8mb4;
