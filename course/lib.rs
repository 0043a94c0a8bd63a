//! The course: its commands, its book, its server.
