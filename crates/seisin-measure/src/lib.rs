//! Areas, lengths, overlays and the validity of shapes on the WGS 84 ellipsoid. Knows nothing of parties or sources.
