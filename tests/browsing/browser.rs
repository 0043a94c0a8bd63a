//! A headless Chromium that runs for the length of the tests.

use super::devtools::Connection;
use super::tab::Tab;
use super::view::View;
use serde_json::json;
use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use tempfile::TempDir;

const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "chrome"];

/// It must touch nothing but the pages under test, and run in any container.
const ARGUMENTS: [&str; 16] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    // Several tabs are read at once: none of them is in the background.
    "--disable-background-timer-throttling",
    "--disable-backgrounding-occluded-windows",
    "--disable-renderer-backgrounding",
    "--disable-extensions",
    "--hide-scrollbars",
    "--remote-debugging-port=0",
    // Whatever a page asks of another computer fails, and is an error of that page.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
];

/// A running browser. It ends with this value.
pub struct Browser {
    child: Child,
    profile: TempDir,
    address: SocketAddr,
    path: String,
}

impl Browser {
    /// Whether there is a browser to start.
    pub fn is_installed() -> bool {
        executable().is_some()
    }

    /// Starts the browser with a fresh profile.
    pub fn start() -> Self {
        let profile = tempfile::tempdir().unwrap();
        let mut child = Command::new(executable().expect("a browser is installed"))
            .args(ARGUMENTS)
            .arg(format!("--user-data-dir={}", profile.path().display()))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let stderr = BufReader::new(child.stderr.take().unwrap());
        let mut lines = stderr.lines().map_while(Result::ok);
        let url = lines
            .find_map(|line| Some(line.strip_prefix("DevTools listening on ws://")?.to_owned()))
            .expect("the browser says where its developer tools listen");
        // What it says later must go somewhere, or it will block.
        std::thread::spawn(move || lines.for_each(drop));
        let (address, path) = url.split_once('/').unwrap();
        Self {
            child,
            profile,
            address: address.parse().unwrap(),
            path: format!("/{path}"),
        }
    }

    /// Opens an empty tab that shares nothing with the others, as a reader with `view` has it.
    pub fn tab(&self, view: View) -> Tab {
        self.tabs(view, 1).remove(0)
    }

    /// Opens empty tabs of one reader: they share what is kept, and the connections to a server.
    pub fn tabs(&self, view: View, count: usize) -> Vec<Tab> {
        let mut browser = Connection::open(self.address, &self.path);
        let context = browser.call("Target.createBrowserContext", json!({}));
        let id = &context["browserContextId"];
        (0..count)
            .map(|_| {
                let target = browser.call(
                    "Target.createTarget",
                    json!({ "url": "about:blank", "browserContextId": id, "newWindow": true }),
                );
                let id = target["targetId"].as_str().unwrap();
                let page = Connection::open(self.address, &format!("/devtools/page/{id}"));
                Tab::new(page, view)
            })
            .collect()
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        // Its helpers may still write a moment longer: what is left is for the system to remove.
        let _ = std::fs::remove_dir_all(self.profile.path());
    }
}

fn executable() -> Option<PathBuf> {
    if let Some(named) = std::env::var_os("CHROME") {
        return Some(named.into());
    }
    let path = std::env::var_os("PATH")?;
    let folders: Vec<_> = std::env::split_paths(&path).collect();
    let candidates = NAMES
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
    let mac = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
    candidates
        .chain([PathBuf::from(mac)])
        .find(|file| file.is_file())
}
