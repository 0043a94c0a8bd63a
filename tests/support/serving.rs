//! A server that runs for the length of a test.

use super::LIMIT;
use super::events::Events;
use super::http::{self, Answer};
use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc;
use std::thread;

/// The program under test.
pub fn course() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_course"));
    command.env_remove("NO_COLOR").stdin(Stdio::null());
    command
}

/// A running `serve`. It is killed with this value.
pub struct Serving {
    /// Taken by the one who waits for its end.
    child: Option<Child>,
    pub address: SocketAddr,
    /// The line that says where to read.
    pub first_line: String,
}

impl Serving {
    /// Serves the course in `root` on a free port.
    pub fn start(root: &Path) -> Self {
        Self::start_at(root, 0)
    }

    /// Serves it at this port, such as that of a server that has ended.
    pub fn start_at(root: &Path, port: u16) -> Self {
        let mut child = course()
            .args(["serve", "--port", &port.to_string(), "--root"])
            .arg(root)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut first_line = String::new();
        BufReader::new(child.stdout.take().unwrap())
            .read_line(&mut first_line)
            .unwrap();
        let address = first_line.trim().rsplit("http://").next().unwrap();
        let address = address
            .parse()
            .unwrap_or_else(|_| panic!("no address in {first_line:?}"));
        Self {
            child: Some(child),
            address,
            first_line,
        }
    }

    /// How a browser on this computer names the server.
    pub fn host(&self) -> String {
        format!("localhost:{}", self.address.port())
    }

    /// The address of a page.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// The number of its process.
    pub fn process(&self) -> u32 {
        self.child.as_ref().unwrap().id()
    }

    pub fn get(&self, path: &str) -> Answer {
        http::get(self.address, &self.host(), path)
    }

    /// The text of a page that must be there.
    pub fn page(&self, path: &str) -> String {
        let answer = self.get(path);
        assert_eq!(answer.status, 200, "{path}");
        answer.text()
    }

    /// Listens as an open page does.
    pub fn events(&self) -> Events {
        let (status, _, reader) = http::open(self.address, "GET", &self.host(), "/_course/events");
        assert_eq!(status, 200);
        Events { reader }
    }

    /// Sends a signal, such as `INT`.
    #[cfg(unix)]
    pub fn signal(&self, name: &str) {
        let id = self.child.as_ref().unwrap().id().to_string();
        let sent = Command::new("kill")
            .args(["-s", name, &id])
            .status()
            .unwrap();
        assert!(sent.success());
    }

    /// Waits until the server has ended.
    pub fn ended(mut self) -> ExitStatus {
        let mut child = self.child.take().expect("it is taken only here");
        let id = child.id();
        let (sender, receiver) = mpsc::channel();
        thread::spawn(move || sender.send(child.wait().unwrap()));
        receiver
            .recv_timeout(LIMIT)
            .unwrap_or_else(|_| panic!("process {id} did not end within {LIMIT:?}"))
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        if let Some(child) = &mut self.child {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}
