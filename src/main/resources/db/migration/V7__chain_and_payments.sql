-- The chain over the daily reports: each link names the SHA-256 of the day's files and of the link before. Never changed.
create table report_chain (
  number int not null primary key comment 'from 1, in the order of making',
  day date not null,
  revision int not null comment 'from 1; a further one where the day came out differently',
  sha256 char(64) character set ascii not null comment 'of the text',
  text varchar(8000) not null comment 'what stands in the chain file',
  made_at datetime(3) not null,
  unique key report_chain_day (day, revision)
) engine = InnoDB default charset = utf8mb4;
