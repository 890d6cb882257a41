-- Failed logins, over all nodes: by user, by address, and by both. What was typed as a user name may be a password: hashed.
create table login_failure (
  subject binary(32) not null primary key,
  failures int not null,
  last_at datetime(3) not null,
  locked_until datetime(3) not null,
  key login_failure_last (last_at)
) engine = InnoDB default charset = utf8mb4;
