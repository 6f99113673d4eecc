-- What people decide at the forge names a pull request.
create index runs_at_forge on runs (pr_number) where pr_number is not null;
