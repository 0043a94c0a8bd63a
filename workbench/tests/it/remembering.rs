//! What cargo and the compiler answered is remembered, and never longer than it is true.

use std::fs;
use std::path::Path;
use std::process::Command;

use workbench::{Compiled, Detector, Limits, Raced, Workbench};

const INSIDE: &str = "REMEMBERING_INSIDE";

/// Whether this is a process with a target folder of its own. If not, the test is run in one: all
/// workspaces here call their library `listings`, and so does the one that is tested.
fn is_alone(test: &str) -> bool {
    if std::env::var_os(INSIDE).is_some() {
        return true;
    }
    let target = tempfile::tempdir().unwrap();
    let output = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", &format!("remembering::{test}")])
        .env(INSIDE, "1")
        .env("CARGO_TARGET_DIR", target.path())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(
        output.status.success() && said.contains("1 passed"),
        "{said}"
    );
    false
}

/// A workspace with a crate `listings` that has one function.
struct Workspace(tempfile::TempDir);

impl Workspace {
    fn new() -> Self {
        let workspace = Self(tempfile::tempdir().unwrap());
        workspace.write("Cargo.toml", "[workspace]\nmembers = [\"listings\"]\n");
        workspace.write(
            "listings/Cargo.toml",
            "[package]\nname = \"listings\"\nversion = \"0.0.0\"\nedition = \"2024\"\n",
        );
        workspace.answers(1);
        workspace
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn write(&self, file: &str, text: &str) {
        let file = self.path().join(file);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }

    fn answers(&self, number: u32) {
        let text = format!("pub fn answer() -> u32 {{ {number} }}\n");
        self.write("listings/src/lib.rs", &text);
    }

    /// Opens it and makes sure that this is remembered.
    fn open(&self) -> Workbench {
        Workbench::open(self.path(), &self.store()).unwrap();
        // The very first build writes Cargo.lock, on which everything depends.
        let bench = Workbench::open(self.path(), &self.store()).unwrap();
        assert!(self.is_built());
        bench
    }

    fn store(&self) -> std::path::PathBuf {
        self.path().join("store")
    }

    fn is_built(&self) -> bool {
        Workbench::is_built(self.path(), &self.store())
    }
}

const ASK: &str = "fn main() { print!(\"{}\", listings::answer()); }";

fn answer(bench: &Workbench) -> String {
    let Compiled::Ready(executable) = bench.compile(ASK).unwrap() else {
        panic!("does not compile");
    };
    executable.run(&Limits::default()).unwrap().stdout
}

#[test]
fn an_edited_library_is_built_anew() {
    if !is_alone("an_edited_library_is_built_anew") {
        return;
    }
    let workspace = Workspace::new();
    assert!(!workspace.is_built());
    assert_eq!(answer(&workspace.open()), "1");
    workspace.answers(2);
    assert!(!workspace.is_built());
    assert_eq!(answer(&workspace.open()), "2");
    // Also for one that is as long and, as far as its time tells, as old.
    let file = workspace.path().join("listings/src/lib.rs");
    let time = fs::metadata(&file).unwrap().modified().unwrap();
    workspace.answers(3);
    let file = fs::File::options().append(true).open(&file).unwrap();
    file.set_modified(time - std::time::Duration::from_secs(3600))
        .unwrap();
    assert!(!workspace.is_built(), "it is older than what was noted");
}

#[test]
fn a_new_file_and_a_removed_one_are_noticed() {
    if !is_alone("a_new_file_and_a_removed_one_are_noticed") {
        return;
    }
    let workspace = Workspace::new();
    workspace.open();
    workspace.write("listings/src/more.rs", "");
    assert!(!workspace.is_built());
    workspace.open();
    fs::remove_file(workspace.path().join("listings/src/more.rs")).unwrap();
    assert!(!workspace.is_built());
}

#[test]
fn what_was_cleaned_away_is_built_anew() {
    if !is_alone("what_was_cleaned_away_is_built_anew") {
        return;
    }
    let workspace = Workspace::new();
    assert_eq!(answer(&workspace.open()), "1");
    let libraries = workspace.open().libraries;
    fs::remove_file(&libraries.externs["listings"]).unwrap();
    assert!(!workspace.is_built());
    assert_eq!(answer(&workspace.open()), "1");
}

#[test]
fn a_crate_that_is_built_of_others_of_the_workspace_is_always_asked_for() {
    if !is_alone("a_crate_that_is_built_of_others_of_the_workspace_is_always_asked_for") {
        return;
    }
    let workspace = Workspace::new();
    workspace.write(
        "Cargo.toml",
        "[workspace]\nmembers = [\"listings\", \"other\"]\n",
    );
    workspace.write(
        "other/Cargo.toml",
        "[package]\nname = \"other\"\nversion = \"0.0.0\"\nedition = \"2024\"\n",
    );
    workspace.write("other/src/lib.rs", "pub const NUMBER: u32 = 5;\n");
    let manifest = "[package]\nname = \"listings\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\
                    [dependencies]\nother = { path = \"../other\" }\n";
    workspace.write("listings/Cargo.toml", manifest);
    let text = "pub fn answer() -> u32 { other::NUMBER }\n";
    workspace.write("listings/src/lib.rs", text);
    let open = || Workbench::open(workspace.path(), &workspace.store()).unwrap();
    assert_eq!(answer(&open()), "5");
    workspace.write("other/src/lib.rs", "pub const NUMBER: u32 = 6;\n");
    assert_eq!(answer(&open()), "6");
}

#[test]
#[cfg(all(target_os = "linux", target_env = "gnu"))]
fn the_detectors_libraries_are_built_anew_too() {
    if !is_alone("the_detectors_libraries_are_built_anew_too") {
        return;
    }
    let workspace = Workspace::new();
    let printed = || {
        let bench = workspace.open();
        let detector = Detector::open(&bench, workspace.path()).unwrap();
        assert!(Detector::is_built(&bench, workspace.path()));
        let raced = bench.race(&detector, Path::new("main.rs"), ASK, &Default::default());
        let Raced::Checked(check) = raced.unwrap() else {
            panic!("does not compile");
        };
        check.finished.stdout
    };
    assert_eq!(printed(), "1");
    workspace.answers(2);
    assert_eq!(printed(), "2");
}
