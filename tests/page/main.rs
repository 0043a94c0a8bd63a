//! The served course in a real browser.
//!
//! Where no Chromium or Chrome is found, the tests are listed as ignored, with the reason.
//! With `COURSE_SCREENSHOTS=1`, every page is also photographed, into `target/screenshots`. With
//! `COURSE_LATENCY=1`, `how_long_a_reader_waits` prints a table, and with `COURSE_PAINT=1`
//! `how_soon_a_page_is_there` does.

#[path = "../support/mod.rs"]
mod support;

mod axe;
mod browser;
mod code;
mod contrast;
mod cover;
mod desk;
mod devtools;
mod exercise;
mod explorer;
mod file_server;
mod frame;
mod gone;
mod keyboard;
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
mod tab;
mod tabs;
mod view;
mod weight;

use browser::Browser;
use desk::Desk;
use libtest_mimic::{Arguments, Trial};
use site::Site;
use std::path::Path;
use std::process::ExitCode;
use std::sync::{Arc, OnceLock};
use support::serving::Serving;

/// What the tests share. Each part is started by the first test that needs it.
#[derive(Default)]
struct Shared {
    browser: OnceLock<Browser>,
    course: OnceLock<Serving>,
    site: OnceLock<Site>,
    desk: OnceLock<Desk>,
}

impl Shared {
    fn browser(&self) -> &Browser {
        self.browser.get_or_init(Browser::start)
    }

    /// The course itself, served.
    fn course(&self) -> &Serving {
        self.course
            .get_or_init(|| Serving::start(Path::new(env!("CARGO_MANIFEST_DIR"))))
    }
}

impl Shared {
    /// A small course, for tests that change nothing in it.
    fn desk(&self) -> &Desk {
        self.desk.get_or_init(Desk::serve)
    }

    /// The course as a static site, on a plain file server.
    fn site(&self) -> &Site {
        self.site.get_or_init(Site::build)
    }
}

type Test = fn(&Shared);

const TESTS: &[(&str, Test)] = &[
    ("the_first_page_has_the_courses_title", reading::title),
    ("search_finds_a_page", reading::search),
    ("the_whole_book_fits_on_a_phone", layout::whole_book),
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
    ("every_explorer_comes_alive", explorer::every),
    ("a_question_is_answered_by_mouse", quiz::by_mouse),
    ("a_question_is_answered_by_keyboard", quiz::by_keyboard),
    ("an_output_is_predicted", quiz::predicted),
    ("one_of_several_outputs_is_enough", quiz::one_of),
    ("steps_are_put_in_order", quiz::ordered),
    ("a_program_compiles_or_not", quiz::compiles),
    ("every_question_comes_alive", quiz::every),
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
    ("no_page_is_heavy", weight::every_page),
    ("all_can_be_read_without_scripts", site::without_scripts),
];

fn main() -> ExitCode {
    let shared = Arc::<Shared>::default();
    let needs_browser = match Browser::is_installed() {
        true => None,
        false => Some("needs Chromium or Chrome, or CHROME=its path"),
    };
    let is_ci = std::env::var_os("CI").is_some();
    let too_slow = (!is_ci).then_some("slow; runs where CI is set");
    let mut trials: Vec<_> = TESTS
        .iter()
        .map(|(name, test)| trial(name, *test, needs_browser, &shared))
        .collect();
    trials.push(trial(
        "every_page_fits_on_a_phone",
        layout::every_page,
        needs_browser.or(too_slow),
        &shared,
    ));
    let needs_axe = match axe::script() {
        Some(_) => None,
        None => Some("needs AXE=the path of axe-core's axe.min.js; .ci/run fetches it"),
    };
    let with_axe: [(&str, Test); 3] = [
        ("axe_finds_nothing_serious", axe::every_page),
        ("axe_finds_nothing_serious_on_a_phone", axe::on_a_phone),
        ("axe_finds_what_is_wrong", axe::what_is_wrong_is_noticed),
    ];
    trials.extend(with_axe.map(|(name, test)| {
        let ignored = needs_browser.or(needs_axe);
        trial(name, test, ignored, &shared)
    }));
    let on_request: [(&str, &str, Test); 4] = [
        (
            "COURSE_SCREENSHOTS",
            "every_element_is_photographed",
            looks::every_state,
        ),
        (
            "COURSE_SCREENSHOTS",
            "every_page_is_photographed",
            layout::every_screenshot,
        ),
        ("COURSE_LATENCY", "how_long_a_reader_waits", latency::table),
        ("COURSE_PAINT", "how_soon_a_page_is_there", paint::table),
    ];
    for (variable, name, test) in on_request {
        if std::env::var_os(variable).is_some() {
            trials.push(trial(name, test, needs_browser, &shared));
        }
    }
    let conclusion = libtest_mimic::run(&Arguments::from_args(), trials);
    // Ends the browser and the server: their processes would outlive this one.
    drop(shared);
    conclusion.exit_code()
}

/// A test, which is ignored if there is a reason for it.
fn trial(name: &str, test: Test, ignored: Option<&str>, shared: &Arc<Shared>) -> Trial {
    let shared = Arc::clone(shared);
    let trial = Trial::test(name, move || {
        test(&shared);
        Ok(())
    });
    match ignored {
        None => trial,
        Some(reason) => trial.with_kind(reason).with_ignored_flag(true),
    }
}
