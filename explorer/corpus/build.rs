//! Lists the programs: each file in `programs` becomes a module.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    println!("cargo:rerun-if-changed=programs");
    println!("cargo:rerun-if-env-changed=RUSTC_BOOTSTRAP");
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it"));
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it"));
    let mut paths = Vec::new();
    for entry in fs::read_dir(root.join("programs"))? {
        paths.push(entry?.path());
    }
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "rs"));
    if !has_any_type() {
        paths.retain(|path| !fs::read_to_string(path).is_ok_and(|text| text.contains("Arc<dyn ")));
    }
    paths.sort();
    fs::write(out.join("programs.rs"), source(&paths))
}

/// Whether the explorer is built with the compiler's unstable features: the `build.rs` of
/// `interleave-introspect` tells more. Without them an `Arc` of a trait object does not compile.
fn has_any_type() -> bool {
    env::var("RUSTC_BOOTSTRAP").is_ok_and(|crates| {
        crates == "1"
            || crates
                .split(',')
                .any(|name| name == "interleave_introspect")
    })
}

fn source(paths: &[PathBuf]) -> String {
    let (mut modules, mut list) = (String::new(), String::new());
    for path in paths {
        let name = name(path);
        writeln!(modules, "#[path = {path:?}] mod {name};").expect("a string takes all");
        writeln!(
            list,
            "    Program {{ name: {name:?}, file: {path:?}, text: include_str!({path:?}), \
             main: || std::process::Termination::status({name}::main()) }},",
        )
        .expect("a string takes all");
    }
    format!(
        "{modules}\n/// All programs, by name.\n#[allow(clippy::unit_arg)]\npub static PROGRAMS: &[Program] = &[\n{list}];\n"
    )
}

fn name(path: &Path) -> &str {
    path.file_stem()
        .and_then(|stem| stem.to_str())
        .expect("a program is named in ASCII")
}
