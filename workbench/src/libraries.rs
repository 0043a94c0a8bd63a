//! The crates that a program may use, as the workspace itself built them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

use cargo_metadata::{DependencyKind, Message, Metadata, MetadataCommand, PackageId, TargetKind};
use serde::{Deserialize, Serialize};

use crate::remembered::{self, Finding};
use crate::store::Key;
use crate::{Error, Toolchain};

/// The crate whose dependencies a program may use too.
const LISTINGS: &str = "listings";

/// What a program may use besides the standard library: the crate `listings` and its direct
/// dependencies, under the names that they have there.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Libraries {
    /// Name as written in a program, and the `.rlib` file.
    pub externs: BTreeMap<String, PathBuf>,
    /// Folders with everything that those depend on.
    pub search: BTreeSet<PathBuf>,
    /// All files that were built.
    artifacts: BTreeSet<PathBuf>,
    /// Whether all that is built of this workspace is the crate `listings`.
    is_alone: bool,
}

/// The name of the note on where they are.
const NOTE: &str = "libraries";

impl Finding for Libraries {
    fn files(&self) -> Vec<&Path> {
        self.artifacts.iter().map(PathBuf::as_path).collect()
    }

    /// What other crates of the workspace are made of is not looked at.
    fn can_be_remembered(&self) -> bool {
        self.is_alone
    }
}

impl Libraries {
    /// Builds `listings` in the workspace at `root` and notes where its parts are. If it is built
    /// already this takes about two tenths of a second.
    ///
    /// # Errors
    ///
    /// If cargo cannot be started, or the crate does not build.
    pub fn build(root: &Path) -> Result<Self, Error> {
        Self::build_in_another_way(root, |cargo| cargo)
    }

    /// The same, noted in `store` so that cargo is not asked again as long as its answer would be
    /// the same.
    ///
    /// # Errors
    ///
    /// As for [`Self::build`], and if the note cannot be written.
    pub fn remembered(root: &Path, toolchain: &Toolchain, store: &Path) -> Result<Self, Error> {
        let under = depends_on(root, toolchain);
        remembered::find(store, NOTE, under, || Self::build(root))
    }

    /// Whether [`Self::remembered`] has nothing to do.
    #[must_use]
    pub(crate) fn are_known(root: &Path, toolchain: &Toolchain, store: &Path) -> bool {
        remembered::is_known::<Self>(store, NOTE, depends_on(root, toolchain))
    }

    /// The same, with more said to cargo. Unless it builds into another target folder it undoes
    /// what [`Self::build`] did.
    ///
    /// # Errors
    ///
    /// As for [`Self::build`].
    pub(crate) fn build_in_another_way(
        root: &Path,
        say_more: impl FnOnce(&mut Command) -> &mut Command,
    ) -> Result<Self, Error> {
        let metadata = metadata(root)?;
        let visible = visible_packages(&metadata)?;
        let mut libraries = Self {
            externs: BTreeMap::new(),
            search: BTreeSet::new(),
            artifacts: BTreeSet::new(),
            is_alone: true,
        };
        for message in Message::parse_stream(cargo_build(root, say_more)?.as_slice()) {
            let Ok(Message::CompilerArtifact(artifact)) = message else {
                continue;
            };
            let files = artifact.filenames.iter().map(PathBuf::from);
            libraries.artifacts.extend(files);
            let is_of_workspace = metadata.workspace_members.contains(&artifact.package_id);
            let is_listings = visible
                .get(&artifact.package_id)
                .is_some_and(|name| name == LISTINGS);
            libraries.is_alone &= is_listings || !is_of_workspace;
            let folders = artifact.filenames.iter().filter_map(|file| file.parent());
            libraries.search.extend(folders.map(PathBuf::from));
            let rlib = artifact
                .filenames
                .iter()
                .find(|file| file.extension() == Some("rlib"));
            if let (Some(name), Some(rlib)) = (visible.get(&artifact.package_id), rlib)
                && artifact.target.kind.contains(&TargetKind::Lib)
            {
                libraries.externs.insert(name.clone(), rlib.into());
            }
        }
        Ok(libraries)
    }

    /// Those that the text of a program mentions. No other can change what the program does, so
    /// no other decides whether it must be compiled again.
    pub(crate) fn mentioned_in<'a>(
        &'a self,
        source: &'a str,
    ) -> impl Iterator<Item = (&'a String, &'a PathBuf)> {
        self.externs
            .iter()
            .filter(|(name, _)| source.contains(name.as_str()))
    }
}

/// All that decides what cargo builds and where.
pub(crate) fn depends_on(root: &Path, toolchain: &Toolchain) -> Key {
    let listings = root.join(LISTINGS);
    let key = Key::default()
        .with("libraries 1")
        .with(root.as_os_str().as_encoded_bytes())
        .with(&toolchain.version)
        .with_file(&toolchain.rustc)
        .with_program("cargo")
        .with_file(&root.join("Cargo.toml"))
        .with_file(&root.join("Cargo.lock"))
        .with_file(&listings.join("Cargo.toml"))
        .with_file(&listings.join("build.rs"))
        .with_folder(&listings.join("src"))
        .with_files_above(root, &[".cargo/config", ".cargo/config.toml"])
        .with_file(&cargo_home().join("config.toml"));
    // What can be configured in the environment too.
    let key = [
        "CARGO_INCREMENTAL",
        "CARGO_ENCODED_RUSTFLAGS",
        "RUSTFLAGS",
        "RUSTC_WRAPPER",
        "RUSTC_WORKSPACE_WRAPPER",
    ]
    .into_iter()
    .fold(key, Key::with_variable);
    ["CARGO_BUILD_", "CARGO_PROFILE_", "CARGO_TARGET_"]
        .into_iter()
        .fold(key, Key::with_variables)
}

fn cargo_home() -> PathBuf {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(std::env::home_dir()?.join(".cargo")));
    home.unwrap_or_default()
}

fn metadata(root: &Path) -> Result<Metadata, Error> {
    let mut command = MetadataCommand::new();
    command.current_dir(root).env_remove("RUSTC");
    command.exec().map_err(|error| Error::Libraries {
        said: error.to_string(),
    })
}

/// Packages that a program may name, with the names.
fn visible_packages(metadata: &Metadata) -> Result<BTreeMap<PackageId, String>, Error> {
    let listings = listings_package(metadata)?;
    let nodes = metadata
        .resolve
        .as_ref()
        .map_or(&[][..], |resolve| &resolve.nodes);
    let dependencies = nodes
        .iter()
        .filter(|node| node.id == listings)
        .flat_map(|node| &node.deps)
        .filter(|dependency| {
            dependency
                .dep_kinds
                .iter()
                .any(|kind| kind.kind == DependencyKind::Normal)
        })
        .map(|dependency| (dependency.pkg.clone(), dependency.name.to_string()));
    let mut visible: BTreeMap<_, _> = dependencies.collect();
    visible.insert(listings, LISTINGS.to_owned());
    Ok(visible)
}

fn listings_package(metadata: &Metadata) -> Result<PackageId, Error> {
    metadata
        .workspace_packages()
        .into_iter()
        .find(|package| package.name.as_str() == LISTINGS)
        .map(|package| package.id.clone())
        .ok_or_else(|| Error::Libraries {
            said: format!(
                "the workspace {} has no such crate",
                metadata.workspace_root
            ),
        })
}

/// What `cargo build` says of each artifact, as JSON.
fn cargo_build(
    root: &Path,
    say_more: impl FnOnce(&mut Command) -> &mut Command,
) -> Result<Vec<u8>, Error> {
    let cargo = std::env::var_os("CARGO").map_or_else(|| PathBuf::from("cargo"), PathBuf::from);
    let mut command = Command::new(&cargo);
    command
        .args(["build", "--quiet", "--package", LISTINGS, "--lib"])
        .arg("--message-format=json-render-diagnostics")
        // Whoever stands in for the compiler of programs must not compile the crates.
        .env_remove("RUSTC")
        .current_dir(root);
    let built = say_more(&mut command)
        .output()
        .map_err(Error::start(&cargo))?;
    if built.status.success() {
        return Ok(built.stdout);
    }
    Err(Error::Libraries {
        said: String::from_utf8_lossy(&built.stderr).into_owned(),
    })
}
