//! The command line, the server and the static site, as their users meet them.

#[path = "../support/mod.rs"]
mod support;

mod api;
mod command_line;
mod live;
mod pages;
mod site;
mod starting;
