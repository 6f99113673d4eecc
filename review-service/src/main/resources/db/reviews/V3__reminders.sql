-- When somebody was reminded of the request that is open now.
alter table runs add column reminded_at timestamptz;
