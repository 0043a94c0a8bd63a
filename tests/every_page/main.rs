//! What must hold of every page, looked at in a real browser, page by page.
//!
//! This takes minutes, so `cargo test` does not do it by itself. With `COURSE_SCREENSHOTS=1`, every
//! page is also photographed, into `target/screenshots`.

#[path = "../browsing/mod.rs"]
mod browsing;
#[path = "../support/mod.rs"]
mod support;

mod axe;
mod explorers;
mod layout;
mod questions;
mod weight;

use browsing::Test;
use std::process::ExitCode;

fn main() -> ExitCode {
    let mut tests = vec![
        Test::new("every_page_fits_on_a_phone", layout::on_a_phone),
        Test::new("the_whole_book_fits_on_a_phone", layout::whole_book),
        Test::new("every_explorer_comes_alive", explorers::all),
        Test::new("every_question_comes_alive", questions::all),
        Test::new("no_page_is_heavy", weight::every_page),
    ];
    let without_axe = match axe::script() {
        Some(_) => None,
        None => Some("needs AXE=the path of axe-core's axe.min.js; .ci/run fetches it"),
    };
    let with_axe = [
        Test::new("axe_finds_nothing_serious", axe::every_page),
        Test::new("axe_finds_nothing_serious_on_a_phone", axe::on_a_phone),
        Test::new("axe_finds_what_is_wrong", axe::what_is_wrong_is_noticed),
    ];
    tests.extend(with_axe.map(|test| test.unless(without_axe)));
    if std::env::var_os("COURSE_SCREENSHOTS").is_some() {
        tests.push(Test::new(
            "every_page_is_photographed",
            layout::photographed,
        ));
    }
    browsing::run(tests)
}
