-- The pages book a file on the day on which it was complete, as the reports do.
alter table batch add key batch_loaded (loaded_at);
