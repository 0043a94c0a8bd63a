//! Which `rustc` is used, and which version it is.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde::{Deserialize, Serialize};

use crate::Error;
use crate::remembered::{self, Finding};
use crate::store::Key;

/// A Rust compiler.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Toolchain {
    /// The compiler itself, not rustup's proxy: that one takes longer to start than a cached
    /// program takes to run.
    pub rustc: PathBuf,
    /// The folder that the compiler and the standard library are installed in.
    pub sysroot: PathBuf,
    /// The folder with the compiled standard library.
    pub libraries: PathBuf,
    /// `rustc -vV`: it tells two compilers apart, even two nightlies.
    pub version: String,
}

impl Toolchain {
    /// Asks the `rustc` on the PATH, as it answers in the folder `root` (which may have a
    /// `rust-toolchain.toml`), where it is installed.
    ///
    /// # Errors
    ///
    /// If there is no `rustc`.
    pub fn find(root: &Path) -> Result<Self, Error> {
        let sysroot = PathBuf::from(ask(Path::new("rustc"), root, &["--print", "sysroot"])?.trim());
        let direct = sysroot
            .join("bin")
            .join(format!("rustc{}", std::env::consts::EXE_SUFFIX));
        let rustc = if direct.is_file() {
            direct
        } else {
            PathBuf::from("rustc")
        };
        let version = ask(&rustc, root, &["-vV"])?;
        let libraries = ask(&rustc, root, &["--print", "target-libdir"])?;
        Ok(Self {
            rustc,
            sysroot,
            libraries: libraries.trim().into(),
            version,
        })
    }

    /// The same, noted in `store` so that the compiler is not asked again as long as it is the
    /// same one.
    ///
    /// # Errors
    ///
    /// As for [`Self::find`], and if the note cannot be written.
    pub fn remembered(root: &Path, store: &Path) -> Result<Self, Error> {
        let under = Key::default()
            .with("toolchain 1")
            .with(root.as_os_str().as_encoded_bytes())
            .with_program("rustc")
            // Which compiler rustup chooses.
            .with_variable("RUSTUP_TOOLCHAIN")
            .with_file(&rustup_settings())
            .with_files_above(root, &["rust-toolchain", "rust-toolchain.toml"]);
        // Under cargo rustup's choice stands in the environment, elsewhere it does not.
        let chosen = Key::default().with_variable("RUSTUP_TOOLCHAIN").finish();
        remembered::find(store, &format!("toolchain-{chosen}"), under, || {
            Self::find(root)
        })
    }

    /// The system that it works on, and compiles for: `x86_64-unknown-linux-gnu`.
    #[must_use]
    pub fn host(&self) -> &str {
        self.version
            .lines()
            .find_map(|line| line.strip_prefix("host: "))
            .unwrap_or_default()
    }

    /// The version alone, such as `1.95.0`.
    #[must_use]
    pub fn release(&self) -> &str {
        self.version
            .lines()
            .find_map(|line| line.strip_prefix("release: "))
            .unwrap_or_default()
    }
}

impl Finding for Toolchain {
    fn files(&self) -> Vec<&Path> {
        vec![&self.rustc, &self.libraries]
    }
}

/// Where rustup keeps which compiler is the usual one, and which is used in which folder.
fn rustup_settings() -> PathBuf {
    let home = std::env::var_os("RUSTUP_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(std::env::home_dir()?.join(".rustup")));
    home.unwrap_or_default().join("settings.toml")
}

fn ask(tool: &Path, root: &Path, args: &[&str]) -> Result<String, Error> {
    let answer = Command::new(tool)
        .args(args)
        .current_dir(root)
        .output()
        .map_err(Error::start(tool))?;
    if answer.status.success() {
        return Ok(String::from_utf8_lossy(&answer.stdout).into_owned());
    }
    Err(Error::Answer {
        tool: tool.display().to_string(),
        said: String::from_utf8_lossy(&answer.stderr).into_owned(),
    })
}
