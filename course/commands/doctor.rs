//! `doctor`: what was found on this machine, and how to get the rest.

use std::path::Path;
use std::process::{Command, ExitCode};

use anstyle::{AnsiColor, Style};
use workbench::race::engine::Engine;
use workbench::{Go, Toolchain, confine};

use crate::pinned;
use crate::program;
use crate::root::Root;

const FOUND: Style = AnsiColor::Green.on_default();
const MISSING: Style = AnsiColor::Yellow.on_default().bold();

/// The names under which a browser that can be driven is installed.
const BROWSERS: [&str; 4] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
];

/// The arguments of `doctor`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Ends with 1 if the compiler is missing; all else can be done without.")]
pub struct Args {}

/// One thing that was looked for.
struct Finding {
    what: &'static str,
    /// What was found, or how to get it.
    found: Result<String, String>,
}

/// Says what was found.
///
/// # Errors
///
/// None: what is missing is said.
pub fn run(_: Args, root: &Root) -> anyhow::Result<ExitCode> {
    let toolchain = Toolchain::find(program::workspace(root.path()));
    let store = program::store();
    let findings = [
        compiler(toolchain.as_ref().ok()),
        detector(toolchain.as_ref().ok()),
        sandbox(),
        go(&store),
        go_detector(&store),
        browser(),
    ];
    for finding in &findings {
        show(finding);
    }
    Ok(ExitCode::from(u8::from(toolchain.is_err())))
}

fn compiler(toolchain: Option<&Toolchain>) -> Finding {
    let found = toolchain.map(|toolchain| {
        let release = toolchain.release();
        if pinned::is(toolchain) {
            return format!("rustc {release}");
        }
        let pinned = pinned::rustc();
        format!(
            "rustc {release}; the chapters show the words of {pinned} (`rustup toolchain install {pinned}`)"
        )
    });
    Finding {
        what: "compiler",
        found: found.ok_or_else(|| "install Rust from https://rustup.rs".to_owned()),
    }
}

fn detector(toolchain: Option<&Toolchain>) -> Finding {
    let engine = toolchain.and_then(Engine::find);
    Finding {
        what: "race detector",
        found: engine
            .map(|engine| engine.name().to_owned())
            .ok_or_else(|| workbench::race::HOW_TO_GET.to_owned()),
    }
}

fn sandbox() -> Finding {
    let level = confine::level();
    let found = if level.files && level.calls {
        Ok(level.to_string())
    } else {
        Err(format!("{level}; Linux 5.13 or newer can do more"))
    };
    Finding {
        what: "sandbox",
        found,
    }
}

fn go(store: &Path) -> Finding {
    Finding {
        what: "Go",
        found: Go::find(&store.join("go"))
            .map(|go| go.version)
            .ok_or_else(|| workbench::go::HOW_TO_GET.to_owned()),
    }
}

fn go_detector(store: &Path) -> Finding {
    let can = Go::find(&store.join("go")).is_some_and(|go| go.finds_races());
    let found = if can {
        Ok("go run -race".to_owned())
    } else {
        Err("it needs Go and a C compiler; on Debian or Ubuntu `apt install gcc`".to_owned())
    };
    Finding {
        what: "Go's race detector",
        found,
    }
}

fn browser() -> Finding {
    let version = |name: &&str| {
        let answer = Command::new(name).arg("--version").output().ok()?;
        let text = String::from_utf8(answer.stdout).ok()?;
        answer.status.success().then(|| text.trim().to_owned())
    };
    Finding {
        what: "browser for tests",
        found: BROWSERS.iter().find_map(version).ok_or_else(|| {
            "install Chromium or Chrome; on Debian `apt install chromium`".to_owned()
        }),
    }
}

fn show(finding: &Finding) {
    let what = finding.what;
    match &finding.found {
        Ok(found) => anstream::println!("{FOUND}found{FOUND:#}    {what}: {found}"),
        Err(how) => anstream::println!("{MISSING}missing{MISSING:#}  {what}: {how}"),
    }
}
