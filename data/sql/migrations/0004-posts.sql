-- SPDX-License-Identifier: GPL-3.0-or-later
-- Sections, posts and seats; tours to the centre; appointments to seats.

SET LOCAL ROLE motcua_owner;

CREATE TABLE centre.section (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version int NOT NULL DEFAULT 1,
  code text NOT NULL CONSTRAINT section_code_given CHECK (btrim(code) <> ''),
  name text NOT NULL CONSTRAINT section_name_given CHECK (btrim(name) <> ''),
  ceiling int CONSTRAINT section_ceiling_not_negative CHECK (ceiling >= 0),
  sort_order int NOT NULL DEFAULT 0,
  during daterange NOT NULL CONSTRAINT section_during_not_empty CHECK (NOT isempty(during)),
  CONSTRAINT section_code_once EXCLUDE USING gist (code WITH =, during WITH &&)
);
COMMENT ON TABLE centre.section IS 'A section of the centre (bộ phận).';
COMMENT ON COLUMN centre.section.ceiling IS 'The most people it may have at a time; null where none is set.';
COMMENT ON COLUMN centre.section.sort_order IS 'Order on screen and on paper.';
CALL centre.watch('centre.section');

CREATE TABLE centre.post (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version int NOT NULL DEFAULT 1,
  code text NOT NULL CONSTRAINT post_code_given CHECK (btrim(code) <> ''),
  name text NOT NULL CONSTRAINT post_name_given CHECK (btrim(name) <> ''),
  section_id bigint REFERENCES centre.section,
  kind text NOT NULL CONSTRAINT post_kind CHECK (kind IN ('leadership', 'professional', 'support')),
  concurrent boolean NOT NULL DEFAULT false,
  part_time boolean NOT NULL DEFAULT false,
  min_rank_id bigint REFERENCES centre.rank,
  sort_order int NOT NULL DEFAULT 0,
  plan_count int NOT NULL DEFAULT 0 CONSTRAINT post_plan_count_not_negative CHECK (plan_count >= 0),
  max_seats int CONSTRAINT post_max_seats_not_negative CHECK (max_seats >= 0),
  note text,
  during daterange NOT NULL CONSTRAINT post_during_not_empty CHECK (NOT isempty(during)),
  CONSTRAINT post_code_once EXCLUDE USING gist (code WITH =, during WITH &&)
);
CREATE INDEX post_section ON centre.post (section_id);
COMMENT ON TABLE centre.post IS 'A job position (vị trí việc làm) of the plan.';
COMMENT ON COLUMN centre.post.section_id IS 'Its section; null for the leaders of the centre.';
COMMENT ON COLUMN centre.post.kind IS 'The three groups of the plan: leadership, professional, support.';
COMMENT ON COLUMN centre.post.concurrent IS 'Held by somebody who already has another post here, so it adds no head.';
COMMENT ON COLUMN centre.post.part_time IS 'Kiêm nhiệm: whoever holds it has his main work elsewhere; it adds a head, but no full-time one.';
COMMENT ON COLUMN centre.post.min_rank_id IS 'Lowest rank that meets the standard.';
COMMENT ON COLUMN centre.post.plan_count IS 'Number printed in the plan.';
COMMENT ON COLUMN centre.post.max_seats IS 'The most seats allowed by law at a time (two deputy directors); null where none is set.';
CALL centre.watch('centre.post');

CREATE TABLE centre.seat (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version int NOT NULL DEFAULT 1,
  post_id bigint NOT NULL REFERENCES centre.post,
  number int NOT NULL CONSTRAINT seat_number_positive CHECK (number > 0),
  origin_agency_id bigint REFERENCES centre.agency,
  origin_note text,
  during daterange NOT NULL CONSTRAINT seat_during_not_empty CHECK (NOT isempty(during)),
  CONSTRAINT seat_number_once EXCLUDE USING gist (post_id WITH =, number WITH =, during WITH &&)
);
COMMENT ON TABLE centre.seat IS 'One place in a post: the plan has 41.';
COMMENT ON COLUMN centre.seat.number IS 'Running number in the post.';
COMMENT ON COLUMN centre.seat.origin_agency_id IS 'The agency that fills it by the plan.';
COMMENT ON COLUMN centre.seat.origin_note IS 'Where in that agency, in the words of the plan.';
CALL centre.watch('centre.seat');

CREATE TABLE centre.tour (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version int NOT NULL DEFAULT 1,
  person_id bigint NOT NULL REFERENCES centre.person,
  agency_id bigint NOT NULL REFERENCES centre.agency,
  kind text NOT NULL CONSTRAINT tour_kind CHECK (kind IN ('seconded', 'own', 'postal', 'contract', 'supervision')),
  role text NOT NULL DEFAULT 'primary' CONSTRAINT tour_role CHECK (role IN ('primary', 'standby')),
  during daterange NOT NULL CONSTRAINT tour_during_bounded CHECK (NOT isempty(during) AND NOT lower_inf(during)),
  planned_until date,
  decision_no text,
  decision_date date,
  signer text,
  end_reason text CONSTRAINT tour_end_reason CHECK (end_reason IN ('expired', 'recalled', 'replaced', 'merged', 'other')),
  end_decision_no text,
  end_note text,
  replaces_tour_id bigint REFERENCES centre.tour,
  CONSTRAINT tour_no_overlap EXCLUDE USING gist (person_id WITH =, during WITH &&),
  CONSTRAINT tour_ended_has_end CHECK (end_reason IS NULL OR NOT upper_inf(during)),
  CONSTRAINT tour_not_its_own_successor CHECK (replaces_tour_id <> id),
  CONSTRAINT tour_planned_after_start CHECK (planned_until > lower(during))
);
CREATE INDEX tour_agency ON centre.tour (agency_id);
CREATE INDEX tour_during ON centre.tour USING gist (during);
CREATE INDEX tour_replaces ON centre.tour (replaces_tour_id);
COMMENT ON TABLE centre.tour IS 'A person''s assignment to the centre (đợt): who sent, by which decision, from when until when.';
COMMENT ON COLUMN centre.tour.agency_id IS 'The sending agency.';
COMMENT ON COLUMN centre.tour.kind IS 'seconded (by an agency, counts for its quota), own (the centre''s own staff), postal, contract, supervision.';
COMMENT ON COLUMN centre.tour.role IS 'primary (on duty) or standby (stands in when needed).';
COMMENT ON COLUMN centre.tour.during IS 'When the person is here; the upper bound is the first day when not, and moves with extension or early end.';
COMMENT ON COLUMN centre.tour.planned_until IS 'First day after the term, as the decision (or its last extension) says; kept when the tour ends early.';
COMMENT ON COLUMN centre.tour.signer IS 'Who signed the decision.';
COMMENT ON COLUMN centre.tour.end_reason IS 'Why it ended; null while it runs or ends by itself. merged: goes on under the successor agency in the tour that replaces it.';
COMMENT ON COLUMN centre.tour.replaces_tour_id IS 'The tour that this one follows: of the same person after a merger, of the predecessor after a replacement.';
CALL centre.watch('centre.tour');

CREATE TABLE centre.tour_extension (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version int NOT NULL DEFAULT 1,
  tour_id bigint NOT NULL REFERENCES centre.tour ON DELETE CASCADE,
  old_until date NOT NULL,
  new_until date NOT NULL,
  decision_no text,
  decision_date date,
  signer text,
  CONSTRAINT tour_extension_longer CHECK (new_until > old_until),
  CONSTRAINT tour_extension_once UNIQUE (tour_id, old_until)
);
COMMENT ON TABLE centre.tour_extension IS 'Each extension of a tour (gia hạn).';
COMMENT ON COLUMN centre.tour_extension.old_until IS 'First day after the term before it.';
COMMENT ON COLUMN centre.tour_extension.new_until IS 'First day after the term since.';
CALL centre.watch('centre.tour_extension');

CREATE TABLE centre.appointment (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version int NOT NULL DEFAULT 1,
  person_id bigint NOT NULL REFERENCES centre.person,
  seat_id bigint NOT NULL REFERENCES centre.seat,
  concurrent boolean NOT NULL DEFAULT false,
  during daterange NOT NULL CONSTRAINT appointment_during_bounded CHECK (NOT isempty(during) AND NOT lower_inf(during)),
  decision_no text,
  decision_date date,
  CONSTRAINT appointment_seat_no_overlap EXCLUDE USING gist (seat_id WITH =, during WITH &&),
  CONSTRAINT appointment_one_main_post EXCLUDE USING gist (person_id WITH =, during WITH &&) WHERE (NOT concurrent)
);
CREATE INDEX appointment_person ON centre.appointment (person_id);
COMMENT ON TABLE centre.appointment IS 'Who holds which seat when.';
COMMENT ON COLUMN centre.appointment.concurrent IS 'Held besides another post of the centre (kiêm nhiệm).';
CALL centre.watch('centre.appointment');

RESET ROLE;
