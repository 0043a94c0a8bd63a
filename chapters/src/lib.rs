//! Reads the chapters as a reader sees them: expanded, with every block and what it claims.
