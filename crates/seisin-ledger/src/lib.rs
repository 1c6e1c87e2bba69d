//! The append-only, bitemporal record of what was claimed and drawn. One file knows the bytes on disk.
