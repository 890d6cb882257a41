-- Personal data are erased once they are no longer needed: file by file, some days after nothing of it changes any more.
alter table batch
  add column erase_from datetime(3) null comment 'when to look next whether its personal data may go; null: not looked at yet',
  add column erased_at datetime(3) null comment 'phones, names, texts and rejected rows are gone; masked phones and money stay',
  add key batch_erase (erased_at, loaded_at);

alter table payment
  add column erased boolean not null default false comment 'identity says nothing of who paid any more';

-- What a person did that is about no reminder and no file: a login, an export of somebody's data, an MBean.
alter table audit_log
  modify action varchar(32) character set ascii not null comment 'PHONE_SHOWN, LOGIN, …, or a decision',
  add column object varchar(190) null comment 'what it was done to: an address, a masked phone, a route, an account',
  add key audit_log_at (at);
