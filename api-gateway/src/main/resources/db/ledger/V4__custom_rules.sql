-- Every revision of every custom rule; a deletion is one without a text.
create table rules (
  rule     text not null,
  revision integer not null,
  author   text not null,
  saved_at timestamptz not null,
  title    text,
  severity text,
  text     text,
  primary key (rule, revision)
);
