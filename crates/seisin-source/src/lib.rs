//! A document or a map edition captured whole: bytes, digest, publisher, licence; the formats it comes in.
