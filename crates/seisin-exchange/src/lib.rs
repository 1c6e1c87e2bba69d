//! Offers with their answers, and what an exchange of territory would measure.
