-- The daily files that domain systems have been given: they may take them away, and a day made again is not theirs again.
create table source_report (
  source varchar(64) not null,
  file_name varchar(190) not null comment 'without revision',
  revision int not null comment 'from 1; a further one where the day came out differently',
  sha256 char(64) character set ascii not null,
  handed_at datetime(3) not null,
  primary key (source, file_name, revision)
) engine = InnoDB default charset = utf8mb4;
