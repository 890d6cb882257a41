-- What finance has been sent over SFTP. A row comes with the first claim, sha256 with the first upload.
create table report_upload (
  file_name varchar(190) not null primary key,
  sha256 char(64) character set ascii null comment 'of what was uploaded last',
  modified datetime(3) null comment 'time stamp of the file that was uploaded last: an older one of another node stays',
  claimant char(36) character set ascii not null comment 'the daemon that is at it, in one of its lives',
  claimed_until datetime(3) not null,
  uploaded_at datetime(3) null
) engine = InnoDB default charset = utf8mb4;
