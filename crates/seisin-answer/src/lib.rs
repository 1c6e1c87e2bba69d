//! Question to answer with its evidence: the one facade for command line, HTTP and everything else.
