create table facts (
  run_id uuid primary key
);
