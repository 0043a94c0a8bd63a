//! The course as a static site.

use super::file_server;
use crate::support::serving::course;
use std::net::SocketAddr;
use std::path::Path;
use tempfile::TempDir;

/// The course as a web host has it.
pub struct Site {
    _folder: TempDir,
    address: SocketAddr,
}

impl Site {
    pub fn build() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let site = folder.path().join("site");
        let built = course()
            .args(["build", "--root"])
            .arg(Path::new(env!("CARGO_MANIFEST_DIR")))
            .arg("--dest")
            .arg(&site)
            .output()
            .unwrap();
        assert!(built.status.success(), "{built:?}");
        Self {
            address: file_server::serve(site),
            _folder: folder,
        }
    }

    pub fn url(&self, path: &str) -> String {
        format!("http://{}/some/where{path}", self.address)
    }
}
