//! The crates that a program may use, as the workspace itself built them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

use cargo_metadata::{DependencyKind, Message, Metadata, MetadataCommand, PackageId, TargetKind};
use serde::{Deserialize, Serialize};

use crate::Error;

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
        let visible = visible_packages(root)?;
        let mut libraries = Self {
            externs: BTreeMap::new(),
            search: BTreeSet::new(),
        };
        for message in Message::parse_stream(cargo_build(root, say_more)?.as_slice()) {
            let Ok(Message::CompilerArtifact(artifact)) = message else {
                continue;
            };
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

/// Packages that a program may name, with the names.
fn visible_packages(root: &Path) -> Result<BTreeMap<PackageId, String>, Error> {
    let mut command = MetadataCommand::new();
    command.current_dir(root).env_remove("RUSTC");
    let metadata = command.exec().map_err(|error| Error::Libraries {
        said: error.to_string(),
    })?;
    let listings = listings_package(&metadata)?;
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
