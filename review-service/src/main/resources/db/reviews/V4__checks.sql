-- What continuous integration said last of the code of a run, and whether a policy wants it to pass.
alter table runs add column required_checks boolean not null default false;
alter table runs add column checks_result text not null default 'PENDING'
  check (checks_result in ('PENDING', 'PASSED', 'FAILED'));
alter table runs add column checks_details text;
