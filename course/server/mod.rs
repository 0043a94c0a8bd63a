//! Shows the book to a reader on this computer, and follows every edit.
//!
//! # Layout
//!
//! - `pages`: the built book, from memory
//! - `live`: tells open pages that there is a new book, or why there is none
//! - `api`: what pages can ask for: to run a program, to race-check it, to explore it
//! - `learner`: follows the files of the exercises
//! - `host`: turns away whoever does not ask for this computer
//! - `watch`: notices edits
//! - `stop`: notices Ctrl-C
//! - `rebuild`: turns edits into a new `edition`: what there is to read at a moment
//!
//! Whatever the server offers besides the book lies below `/_course/`.

mod api;
mod edition;
mod host;
mod learner;
mod live;
mod pages;
mod rebuild;
mod stop;
mod watch;

use crate::book::{Book, Broken};
use crate::root::Root;
use anyhow::Context;
use api::{Api, Token};
use axum::Router;
use axum::serve::ListenerExt;
use edition::Editions;
use learner::Learner;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::runtime::Runtime;
use tokio::task::JoinHandle;

/// Is told what happens to the book while it is served.
pub trait Observer: Send + Sync {
    /// The book was built.
    fn built(&self, book: &Book, took: Duration);
    /// The book could not be built; the last good one is still shown.
    fn broken(&self, broken: &Broken);
}

/// A running server.
#[derive(Debug)]
pub struct Server {
    runtime: Runtime,
    address: SocketAddr,
    serving: JoinHandle<io::Result<()>>,
    stop: stop::Signal,
}

/// Why the server has no port to listen on.
#[derive(Debug, thiserror::Error)]
pub enum PortError {
    /// Somebody else listens there.
    #[error(
        "failed to listen on 127.0.0.1:{port}: another program uses this port; \
         stop it, choose another port (`cargo course serve --port {}`), \
         or take any free one (`--port 0`)",
        .port.checked_add(1).unwrap_or(3000)
    )]
    InUse {
        /// The port that was wanted.
        port: u16,
    },
    /// The system refuses for another reason.
    #[error("failed to listen on 127.0.0.1:{port}; choose another port with `--port N`")]
    Refused {
        /// The port that was wanted.
        port: u16,
        /// What the system says.
        source: io::Error,
    },
}

impl Server {
    /// Builds the book of `root` and serves it on `port` of 127.0.0.1; 0 takes any free port.
    ///
    /// A book that cannot be built is served as soon as it is mended.
    ///
    /// # Errors
    ///
    /// When the port cannot be had, or the files cannot be watched.
    pub fn start(root: Root, port: u16, observer: Box<dyn Observer>) -> anyhow::Result<Self> {
        let runtime = Runtime::new().context("failed to start the server's threads")?;
        // Before anybody can know that there is a server to stop.
        let stop = {
            let _runtime = runtime.enter();
            stop::Signal::listen().context("failed to wait for Ctrl-C")?
        };
        let listener = runtime.block_on(listen(port))?;
        let address = listener.local_addr()?;
        // Watched before it is built, so that no edit falls between the two.
        let changes = watch::Changes::of(&root, &rebuild::FOLDERS, &rebuild::FILES)?;
        let editions = Editions::default();
        let mut rebuilder = rebuild::Rebuilder::new(root.clone(), editions.clone(), observer);
        rebuilder.rebuild();
        runtime.spawn(rebuilder.follow(changes));
        let api = Api::new(&root);
        let learner = {
            let _runtime = runtime.enter();
            Learner::follow(&root)?
        };
        let app = router(
            editions,
            learner,
            api.clone(),
            Token::fresh()?,
            address.port(),
        );
        // After the book, which is what a reader waits for.
        runtime.spawn_blocking(move || api.prepare());
        let listener = listener.tap_io(|stream| {
            // A line of an answer would wait until the browser has acknowledged the one before. If
            // the system does not want to, it waits.
            let _ = stream.set_nodelay(true);
        });
        let serving = runtime.spawn(async move { axum::serve(listener, app).await });
        Ok(Self {
            runtime,
            address,
            serving,
            stop,
        })
    }

    /// Where to read.
    pub fn address(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Serves until Ctrl-C or, on Unix, a request to terminate.
    ///
    /// # Errors
    ///
    /// When the server failed.
    pub fn until_stopped(mut self) -> anyhow::Result<()> {
        let ended = self.runtime.block_on(async {
            tokio::select! {
                () = self.stop.received() => Ok(()),
                ended = self.serving => ended?.context("failed to go on serving"),
            }
        });
        // Open pages hold their event streams for ever: they are cut, not waited for.
        // Only a build under way may remove its temporary folder.
        self.runtime.shutdown_timeout(Duration::from_secs(2));
        ended
    }
}

async fn listen(port: u16) -> Result<TcpListener, PortError> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port))
        .await
        .map_err(|source| match source.kind() {
            io::ErrorKind::AddrInUse => PortError::InUse { port },
            _ => PortError::Refused { port, source },
        })
}

fn router(editions: Editions, learner: Learner, api: Api, token: Token, port: u16) -> Router {
    Router::new()
        .merge(pages::routes(token.clone()))
        .merge(live::routes(learner, token.clone()))
        .with_state(editions)
        .merge(api.routes(token, port))
        .layer(axum::middleware::from_fn_with_state(port, host::check))
}
