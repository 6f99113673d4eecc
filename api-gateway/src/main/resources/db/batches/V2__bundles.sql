-- Runs of a batch that one pull request shows; asked for once, when the last of them has its result.
create table bundles (
  bundle_id  uuid primary key,
  batch_id   uuid not null references batches,
  bundled_at timestamptz
);

-- The default is for a version that does not know the column and still runs beside this one.
alter table batches add column share_pull_requests boolean not null default false;
alter table items add column bundle_id uuid references bundles;

create index items_of_bundle on items (bundle_id) where bundle_id is not null;
create index bundles_left on bundles (bundle_id) where bundled_at is null;
