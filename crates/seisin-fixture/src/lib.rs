//! The synthetic world of Arland and Borland: named shapes, parties and sentences.
