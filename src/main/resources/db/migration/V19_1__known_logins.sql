-- From where a user logged in well: somebody else who tries that user's passwords does not keep it out there.
create table login_known (
  subject binary(32) not null primary key comment 'hash of user and address',
  last_at datetime(3) not null,
  key login_known_last (last_at)
) engine = InnoDB default charset = utf8mb4;
