-- The bytes on disk, schema version 6. docs/internals/ledger-format.md says what each means.
-- Every table holds records: rows are added, never changed, never removed.

CREATE TABLE store (
  id         INTEGER PRIMARY KEY CHECK (id = 1),
  format     TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE batch (
  id          INTEGER PRIMARY KEY,
  recorded_at TEXT    NOT NULL,
  kind        TEXT    NOT NULL,
  records     INTEGER NOT NULL,
  previous    BLOB    NOT NULL CHECK (length(previous) = 32),
  digest      BLOB    NOT NULL CHECK (length(digest) = 32)
) STRICT;
CREATE INDEX batch_recorded_at ON batch (recorded_at);

-- Captured bytes, once each.
CREATE TABLE blob (
  id      INTEGER PRIMARY KEY,
  digest  BLOB    NOT NULL UNIQUE CHECK (length(digest) = 32),
  size    INTEGER NOT NULL,
  codec   TEXT    NOT NULL CHECK (codec IN ('plain', 'zstd', 'shape')),
  base    INTEGER REFERENCES blob,
  batch   INTEGER NOT NULL REFERENCES batch DEFERRABLE INITIALLY DEFERRED,
  content BLOB    NOT NULL
) STRICT;

CREATE TABLE licence (
  id    INTEGER PRIMARY KEY,
  words TEXT    NOT NULL UNIQUE,
  batch INTEGER NOT NULL REFERENCES batch DEFERRABLE INITIALLY DEFERRED
) STRICT;

-- Reports.
CREATE TABLE document (
  id    INTEGER PRIMARY KEY,
  bytes INTEGER NOT NULL UNIQUE REFERENCES blob,
  batch INTEGER NOT NULL REFERENCES batch DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE appearance (
  id         INTEGER PRIMARY KEY,
  document   INTEGER NOT NULL REFERENCES document,
  path       TEXT    NOT NULL,
  uri        TEXT,
  publisher  TEXT,
  published  TEXT,
  updated    TEXT,
  licence    INTEGER REFERENCES licence,
  supersedes INTEGER UNIQUE REFERENCES appearance,
  batch      INTEGER NOT NULL REFERENCES batch DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX appearance_document ON appearance (document);

CREATE TABLE origin_membership (
  id         INTEGER PRIMARY KEY,
  document   INTEGER NOT NULL REFERENCES document,
  origin     INTEGER NOT NULL REFERENCES document,
  supersedes INTEGER UNIQUE REFERENCES origin_membership,
  batch      INTEGER NOT NULL REFERENCES batch DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX origin_membership_document ON origin_membership (document);
CREATE INDEX origin_membership_origin ON origin_membership (origin);

CREATE TABLE text_reading (
  id         INTEGER PRIMARY KEY,
  document   INTEGER NOT NULL REFERENCES document,
  words      INTEGER NOT NULL REFERENCES blob,
  supersedes INTEGER UNIQUE REFERENCES text_reading,
  batch      INTEGER NOT NULL REFERENCES batch DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX text_reading_document ON text_reading (document);

CREATE TABLE reader_rule (
  id      INTEGER PRIMARY KEY,
  reader  TEXT    NOT NULL,
  version TEXT    NOT NULL,
  rule    TEXT    NOT NULL,
  batch   INTEGER NOT NULL REFERENCES batch DEFERRABLE INITIALLY DEFERRED,
  UNIQUE (reader, version, rule)
) STRICT;

CREATE TABLE region_mention (
  id      INTEGER PRIMARY KEY,
  region  TEXT,
  name    TEXT    NOT NULL,
  mention TEXT    NOT NULL,
  batch   INTEGER NOT NULL REFERENCES batch DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX region_mention_region ON region_mention (region);

CREATE TABLE region_candidate (
  id      INTEGER PRIMARY KEY,
  mention INTEGER NOT NULL REFERENCES region_mention,
  region  TEXT    NOT NULL,
  name    TEXT    NOT NULL,
  rule    TEXT    NOT NULL,
  batch   INTEGER NOT NULL REFERENCES batch DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX region_candidate_mention ON region_candidate (mention);

CREATE TABLE quantity (
  id             INTEGER PRIMARY KEY,
  kind           TEXT    NOT NULL,
  bound          TEXT    NOT NULL,
  value          REAL    NOT NULL,
  high           REAL,
  step           REAL    NOT NULL,
  unit           TEXT    NOT NULL,
  part_of        TEXT,
  frame          TEXT,
  original_value TEXT    NOT NULL,
  batch          INTEGER NOT NULL REFERENCES batch DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE claim (
  id                   INTEGER PRIMARY KEY,
  reading              INTEGER NOT NULL REFERENCES text_reading,
  claim                TEXT    NOT NULL,
  kind                 TEXT    NOT NULL,
  span_start           INTEGER NOT NULL,
  span_end             INTEGER NOT NULL CHECK (span_end >= span_start),
  prefix_length        INTEGER NOT NULL,
  suffix_length        INTEGER NOT NULL,
  repaired             TEXT,
  modality             TEXT    NOT NULL,
  polarity             TEXT    NOT NULL,
  party                TEXT,
  party_name           TEXT,
  party_mention        TEXT,
  counterparty         TEXT,
  counterparty_name    TEXT,
  counterparty_mention TEXT,
  region_mention       INTEGER REFERENCES region_mention,
  quantity             INTEGER REFERENCES quantity,
  valid_edtf           TEXT,
  valid_from           TEXT,
  valid_to             TEXT,
  valid_original       TEXT,
  valid_rule           TEXT,
  action               TEXT,
  offer_status         TEXT,
  ratio_value          REAL,
  ratio_basis          TEXT,
  stance               TEXT,
  about                TEXT,
  reader_rule          INTEGER NOT NULL REFERENCES reader_rule,
  batch                INTEGER NOT NULL REFERENCES batch DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX claim_reading ON claim (reading);
CREATE INDEX claim_claim ON claim (claim);
CREATE INDEX claim_party ON claim (party, kind);
CREATE INDEX claim_region ON claim (region_mention);
CREATE INDEX claim_quantity ON claim (quantity);

CREATE TABLE source_link (
  id      INTEGER PRIMARY KEY,
  claim   INTEGER NOT NULL REFERENCES claim,
  name    TEXT    NOT NULL,
  role    TEXT    NOT NULL,
  party   TEXT,
  cue     TEXT,
  said_on TEXT,
  venue   TEXT,
  batch   INTEGER NOT NULL REFERENCES batch DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX source_link_claim ON source_link (claim);

CREATE TABLE hedge (
  id    INTEGER PRIMARY KEY,
  claim INTEGER NOT NULL REFERENCES claim,
  words TEXT    NOT NULL,
  batch INTEGER NOT NULL REFERENCES batch DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX hedge_claim ON hedge (claim);

CREATE TABLE offer_item (
  id             INTEGER PRIMARY KEY,
  claim          INTEGER NOT NULL REFERENCES claim,
  side           TEXT    NOT NULL CHECK (side IN ('gives', 'asks')),
  kind           TEXT    NOT NULL,
  region_mention INTEGER REFERENCES region_mention,
  quantity       INTEGER REFERENCES quantity,
  words          TEXT    NOT NULL,
  vague          INTEGER NOT NULL CHECK (vague IN (0, 1)),
  batch          INTEGER NOT NULL REFERENCES batch DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX offer_item_claim ON offer_item (claim);

CREATE TABLE text_problem (
  id         INTEGER PRIMARY KEY,
  reading    INTEGER NOT NULL REFERENCES text_reading,
  kind       TEXT    NOT NULL,
  span_start INTEGER,
  span_end   INTEGER,
  sentence   TEXT    NOT NULL,
  batch      INTEGER NOT NULL REFERENCES batch DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX text_problem_reading ON text_problem (reading);

-- Control maps.
CREATE TABLE edition (
  id           INTEGER PRIMARY KEY,
  edition      TEXT    NOT NULL UNIQUE,
  publisher    TEXT    NOT NULL,
  edition_date TEXT    NOT NULL,
  published    TEXT,
  known_from   TEXT    NOT NULL,
  name         TEXT    NOT NULL,
  source       INTEGER NOT NULL REFERENCES blob,
  batch        INTEGER NOT NULL REFERENCES batch DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX edition_day ON edition (publisher, edition_date, known_from);

CREATE TABLE coverage_set (
  id        INTEGER PRIMARY KEY,
  publisher TEXT    NOT NULL,
  batch     INTEGER NOT NULL REFERENCES batch DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX coverage_set_publisher ON coverage_set (publisher);

CREATE TABLE coverage (
  id           INTEGER PRIMARY KEY,
  coverage_set INTEGER NOT NULL REFERENCES coverage_set,
  party        TEXT    NOT NULL,
  valid_from   TEXT,
  valid_to     TEXT,
  note         TEXT    NOT NULL,
  batch        INTEGER NOT NULL REFERENCES batch DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX coverage_coverage_set ON coverage (coverage_set);

CREATE TABLE coverage_region (
  id       INTEGER PRIMARY KEY,
  coverage INTEGER NOT NULL REFERENCES coverage,
  side     TEXT    NOT NULL CHECK (side IN ('within', 'except')),
  region   TEXT    NOT NULL,
  batch    INTEGER NOT NULL REFERENCES batch DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX coverage_region_coverage ON coverage_region (coverage);

CREATE TABLE map_reading (
  id                 INTEGER PRIMARY KEY,
  edition            INTEGER NOT NULL REFERENCES edition,
  licence            INTEGER NOT NULL REFERENCES licence,
  positional_error_m REAL,
  profile            TEXT    NOT NULL,
  coverage_set       INTEGER NOT NULL REFERENCES coverage_set,
  supersedes         INTEGER UNIQUE REFERENCES map_reading,
  batch              INTEGER NOT NULL REFERENCES batch DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX map_reading_edition ON map_reading (edition);

CREATE TABLE holding (
  id             INTEGER PRIMARY KEY,
  reading        INTEGER NOT NULL REFERENCES map_reading,
  party          TEXT    NOT NULL,
  within         TEXT,
  role           TEXT    NOT NULL,
  shape          INTEGER NOT NULL REFERENCES blob,
  batch          INTEGER NOT NULL REFERENCES batch DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX holding_reading ON holding (reading);

CREATE TABLE quarantined_feature (
  id      INTEGER PRIMARY KEY,
  reading INTEGER NOT NULL REFERENCES map_reading,
  feature INTEGER NOT NULL,
  party   TEXT,
  within  TEXT,
  polygon INTEGER,
  ring    INTEGER,
  vertex  INTEGER,
  reason  TEXT    NOT NULL,
  west    REAL,
  south   REAL,
  east    REAL,
  north   REAL,
  batch   INTEGER NOT NULL REFERENCES batch DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX quarantined_feature_reading ON quarantined_feature (reading);

CREATE TABLE map_problem (
  id         INTEGER PRIMARY KEY,
  reading    INTEGER NOT NULL REFERENCES map_reading,
  kind       TEXT    NOT NULL,
  span_start INTEGER,
  span_end   INTEGER,
  sentence   TEXT    NOT NULL,
  batch      INTEGER NOT NULL REFERENCES batch DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX map_problem_reading ON map_problem (reading);

-- Borders and frames.
CREATE TABLE boundary_set (
  id                 INTEGER PRIMARY KEY,
  name               TEXT    NOT NULL UNIQUE,
  title              TEXT    NOT NULL,
  licence            INTEGER NOT NULL REFERENCES licence,
  positional_error_m REAL    NOT NULL,
  measurable         TEXT    NOT NULL,
  sea_limit          TEXT,
  as_of              TEXT,
  according_to       TEXT,
  source             INTEGER NOT NULL REFERENCES blob,
  batch              INTEGER NOT NULL REFERENCES batch DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE boundary_region (
  id           INTEGER PRIMARY KEY,
  boundary_set INTEGER NOT NULL REFERENCES boundary_set,
  region       TEXT    NOT NULL,
  name         TEXT    NOT NULL,
  sovereign    TEXT,
  shape        INTEGER NOT NULL REFERENCES blob,
  batch        INTEGER NOT NULL REFERENCES batch DEFERRABLE INITIALLY DEFERRED,
  UNIQUE (boundary_set, region)
) STRICT;

CREATE TABLE region_alias (
  id     INTEGER PRIMARY KEY,
  region INTEGER NOT NULL REFERENCES boundary_region,
  name   TEXT    NOT NULL,
  batch  INTEGER NOT NULL REFERENCES batch DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX region_alias_region ON region_alias (region);

CREATE TABLE frame (
  id           INTEGER PRIMARY KEY,
  name         TEXT    NOT NULL UNIQUE,
  title        TEXT    NOT NULL,
  as_of        TEXT    NOT NULL,
  according_to TEXT    NOT NULL,
  area_m2      REAL,
  area_source  TEXT,
  note         TEXT    NOT NULL,
  batch        INTEGER NOT NULL REFERENCES batch DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE frame_member (
  id     INTEGER PRIMARY KEY,
  frame  INTEGER NOT NULL REFERENCES frame,
  region TEXT    NOT NULL,
  batch  INTEGER NOT NULL REFERENCES batch DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX frame_member_frame ON frame_member (frame);

-- What was measured of land drawn, so that it need not be measured again. Derived: the same can be had
-- from the shapes at any time, and is compared with them by `seisin verify --measures`.
CREATE TABLE measure (
  id               INTEGER PRIMARY KEY,
  subject          BLOB    NOT NULL CHECK (length(subject) = 32),
  method           TEXT    NOT NULL,
  area_m2          REAL    NOT NULL,
  area_geodesic_m2 REAL    NOT NULL,
  line_m           REAL    NOT NULL,
  batch            INTEGER NOT NULL REFERENCES batch DEFERRABLE INITIALLY DEFERRED,
  UNIQUE (subject, method)
) STRICT;

-- What of some land drawn lies in the regions of a set of boundaries: derived as well. A region of the
-- set that has no part holds nothing of it.
CREATE TABLE cut (
  id           INTEGER PRIMARY KEY,
  subject      BLOB    NOT NULL CHECK (length(subject) = 32),
  boundary_set INTEGER NOT NULL REFERENCES boundary_set,
  method       TEXT    NOT NULL,
  batch        INTEGER NOT NULL REFERENCES batch DEFERRABLE INITIALLY DEFERRED,
  UNIQUE (subject, boundary_set, method)
) STRICT;

CREATE TABLE cut_part (
  id               INTEGER PRIMARY KEY,
  cut              INTEGER NOT NULL REFERENCES cut,
  region           TEXT    NOT NULL,
  area_m2          REAL    NOT NULL,
  area_geodesic_m2 REAL    NOT NULL,
  map_line_m       REAL    NOT NULL,
  boundary_line_m  REAL    NOT NULL,
  batch            INTEGER NOT NULL REFERENCES batch DEFERRABLE INITIALLY DEFERRED,
  UNIQUE (cut, region)
) STRICT;
