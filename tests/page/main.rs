//! The served course in a real browser: what a reader does with each kind of page.
//!
//! What goes through every page is in `tests/every_page`. Where no Chromium or Chrome is found, the
//! tests are listed as ignored, with the reason.
//! With `COURSE_SCREENSHOTS=1`, every element is also photographed, into `target/screenshots`. With
//! `COURSE_LATENCY=1`, `how_long_a_reader_waits` prints a table, and with `COURSE_PAINT=1`
//! `how_soon_a_page_is_there` does.

#[path = "../browsing/mod.rs"]
mod browsing;
#[path = "../support/mod.rs"]
mod support;

mod code;
mod contrast;
mod cover;
mod exercise;
mod explorer;
mod frame;
mod gone;
mod latency;
mod layout;
mod live;
mod looks;
mod measure;
mod media;
mod paint;
mod programs;
mod progress;
mod quiz;
mod reading;
mod site;
mod tabs;

use browsing::{Shared, Test};
use std::process::ExitCode;

const TESTS: &[(&str, fn(&Shared))] = &[
    ("the_first_page_has_the_courses_title", reading::title),
    ("search_finds_a_page", reading::search),
    ("a_page_of_each_kind_fits_on_a_phone", layout::on_a_phone),
    ("an_edit_reloads_the_page_where_it_was", live::reload),
    ("a_broken_edit_is_shown_until_it_is_mended", live::banner),
    ("a_dismissed_banner_stays_away", live::dismissed),
    ("a_hidden_page_holds_no_connection", live::hidden),
    ("the_first_page_is_at_work_at_once", cover::at_work),
    ("the_first_page_is_taken_over", cover::taken_over),
    ("a_goal_is_reached_by_mouse", explorer::by_mouse),
    ("a_goal_is_reached_by_keyboard", explorer::by_keyboard),
    ("a_blocked_thread_says_on_what", explorer::blocked),
    ("an_outcome_is_shown_and_undone", explorer::shown),
    ("a_schedule_is_shared_by_its_address", explorer::shared),
    ("a_question_is_answered_by_mouse", quiz::by_mouse),
    ("a_question_is_answered_by_keyboard", quiz::by_keyboard),
    ("an_output_is_predicted", quiz::predicted),
    ("one_of_several_outputs_is_enough", quiz::one_of),
    ("steps_are_put_in_order", quiz::ordered),
    ("a_program_compiles_or_not", quiz::compiles),
    ("a_listing_is_run", code::run),
    ("a_running_program_is_stopped", code::stop),
    ("what_does_not_compile_is_told", code::refused),
    ("a_race_is_found_and_its_absence_is_told", code::race),
    ("an_edited_listing_is_explored_and_played", code::explore),
    ("a_listing_is_used_by_keyboard_alone", code::keyboard),
    ("an_edit_is_kept_until_it_is_taken_back", code::kept),
    ("a_part_of_a_program_is_run_as_a_whole", code::part),
    ("the_server_is_gone_and_back", gone::and_back),
    ("eight_tabs_can_be_used", tabs::eight),
    ("a_tab_that_shares_nothing_hears_the_news", tabs::alone),
    ("the_language_is_chosen_for_the_whole_book", code::language),
    ("the_static_site_works_below_a_path", site::works),
    ("the_static_site_asks_nobody_else", site::stays_at_home),
    ("the_static_site_runs_at_the_playground", site::playground),
    ("a_page_is_ticked_off", progress::ticked),
    ("a_reader_continues_where_they_were", progress::continued),
    ("progress_is_exported_cleared_and_imported", progress::moved),
    ("an_exercise_is_solved_by_mouse", exercise::solved),
    ("an_exercise_is_solved_by_keyboard", exercise::keyboard),
    ("an_exercise_is_begun_anew", exercise::reset),
    ("a_file_edited_elsewhere_is_followed", exercise::followed),
    (
        "a_file_changed_meanwhile_is_not_overwritten",
        exercise::conflict,
    ),
    ("what_is_typed_outlives_the_page", exercise::resumed),
    (
        "an_exercise_without_server_says_how",
        exercise::without_server,
    ),
    ("every_button_can_be_hit_by_a_finger", looks::fingers),
    ("paper_has_what_can_be_read_on_it", media::paper),
    ("few_colours_are_enough", media::few_colours),
    ("nothing_moves_for_who_wants_it_so", media::calm),
    ("a_chart_is_measured_here", measure::here),
    (
        "nothing_is_measured_on_a_web_site",
        measure::not_on_a_web_site,
    ),
    ("every_colour_can_be_read", contrast::every_theme),
    ("all_can_be_read_without_scripts", site::without_scripts),
];

/// With the variable that asks for it.
const ON_REQUEST: [(&str, &str, fn(&Shared)); 3] = [
    (
        "COURSE_SCREENSHOTS",
        "every_element_is_photographed",
        looks::every_state,
    ),
    ("COURSE_LATENCY", "how_long_a_reader_waits", latency::table),
    ("COURSE_PAINT", "how_soon_a_page_is_there", paint::table),
];

fn main() -> ExitCode {
    let is_wanted = |variable: &&str| std::env::var_os(variable).is_some();
    let wanted = ON_REQUEST
        .iter()
        .filter(|(variable, ..)| is_wanted(variable))
        .map(|(_, name, run)| (*name, *run));
    let tests = TESTS.iter().copied().chain(wanted);
    browsing::run(tests.map(|(name, run)| Test::new(name, run)))
}
