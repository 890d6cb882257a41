-- What a vendor may take back, and what it is told.

alter table opt_out
  add column vendor varchar(64) null comment 'whose program put it in, if nobody else has asked for it since; null: it is for the office to take off';

-- Where the intake could not read the file after all: kept here, as the folder is emptied and another machine does not have it.
alter table submission
  add column failure varchar(32) character set ascii null comment 'why the file could not be read, as in error.txt; null: it could',
  add column failure_detail varchar(255) null comment 'such as a column, for the sentence';
