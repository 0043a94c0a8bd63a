//! What things cost, measured side by side and recorded.
//!
//! `cargo run --release -p measurements` measures everything anew, in Rust and in Go, turn by
//! turn, and writes `recorded/`: the numbers as JSON, and of each group a table and a chart that
//! the chapters include. Nothing in the tables and charts is typed: the tests draw them again from
//! the numbers and compare.
//!
//! # Layout
//!
//! | module | what is in it |
//! |---|---|
//! | [`record`] | what was measured, of what, where: the JSON |
//! | [`sample`] | one measurement: calls a function often enough to time it |
//! | [`bench`] | what is measured in Rust |
//! | [`go`] | what is measured in Go: `go/main.go`, built and run |
//! | [`table`], [`chart`] | a group for a reader |
//!
//! Absolute times are those of one machine on one day. What carries over is which of two things
//! costs more, and by about how much, so tables and charts show ratios.

pub mod bench;
pub mod chart;
pub mod go;
pub mod record;
pub mod sample;
pub mod table;
