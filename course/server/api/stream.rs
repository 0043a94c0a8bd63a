//! The events of an answer, as they happen.

use super::queue::Place;
use axum::body::{Body, Bytes};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, X_CONTENT_TYPE_OPTIONS};
use axum::response::{IntoResponse, Response};
use coach::Verdict;
use serde::Serialize;
use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::{Duration, Instant};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio_stream::Stream;
use workbench::explore::Progress;
use workbench::race;
use workbench::race::report::Race;
use workbench::{Cancel, Executable};

/// Something that happens. What the fields mean is said in the [interface](super).
#[derive(Debug, Serialize)]
#[serde(rename_all = "snake_case", tag = "event")]
pub enum Event<'a> {
    Queued,
    Preparing {
        text: &'a str,
    },
    Warnings {
        text: &'a str,
    },
    Start {
        cached: bool,
    },
    Stdout {
        text: &'a str,
    },
    Stderr {
        text: &'a str,
    },
    Refused {
        text: &'a str,
    },
    Race(Found<'a>),
    Progress(Progress),
    Round {
        round: u32,
        of: u32,
    },
    Measured {
        svg: &'a str,
        rounds: u32,
        with_go: bool,
    },
    Error {
        text: &'a str,
    },
    End(End),
}

/// What a detector of data races has to say.
#[derive(Debug, Serialize)]
pub struct Found<'a> {
    pub found: usize,
    pub verdict: race::Verdict,
    pub text: &'a str,
    pub races: &'a [Race],
}

/// How it ended.
#[derive(Debug, Serialize)]
pub struct End {
    status: u8,
    seconds: f64,
    words: Option<String>,
}

/// What a job comes to: an exit status, and a sentence if it did not end by itself.
#[derive(Debug)]
pub struct Outcome {
    pub status: u8,
    pub words: Option<String>,
    /// How long the program itself has run, if that is what is of interest.
    pub time: Option<Duration>,
}

impl Outcome {
    /// Nothing more to say than this.
    pub fn with_status(status: u8) -> Self {
        Self {
            status,
            words: None,
            time: None,
        }
    }
}

/// Tells a page what happens. Nothing is told any more once the page has gone.
#[derive(Clone, Debug)]
pub struct Teller(UnboundedSender<Bytes>);

impl Teller {
    /// Tells one event.
    pub fn tell(&self, event: &Event) {
        let line = serde_json::to_string(event).expect("it is plain data");
        self.line(line);
    }

    /// Tells that this is the graph: it is JSON already, and may be large.
    pub fn graph(&self, json: &str) {
        self.line(format!(r#"{{"event":"graph","graph":{json}}}"#));
    }

    /// Tells what came of judging an answer, with the graph of each check if there is one.
    pub fn verdict<'a>(
        &self,
        verdict: &Verdict,
        text: &str,
        graphs: impl Iterator<Item = Option<&'a str>>,
    ) {
        let judged = serde_json::to_string(verdict).expect("it is plain data");
        let text = serde_json::to_string(text).expect("it is plain data");
        let graphs: Vec<&str> = graphs.map(|graph| graph.unwrap_or("null")).collect();
        let graphs = graphs.join(",");
        self.line(format!(
            r#"{{"event":"verdict","verdict":{judged},"text":{text},"graphs":[{graphs}]}}"#
        ));
    }

    /// Tells what the compiler had to say of a program that it has compiled, and that it starts.
    pub fn start(&self, executable: &Executable) {
        if !executable.warnings.is_empty() {
            let text = &executable.warnings;
            self.tell(&Event::Warnings { text });
        }
        let cached = executable.was_cached;
        self.tell(&Event::Start { cached });
    }

    fn line(&self, mut line: String) {
        line.push('\n');
        // Whoever has gone is told nothing.
        let _ = self.0.send(line.into());
    }
}

/// Does `job` when it is its turn, and answers with what it tells. If the page goes away, the job
/// is cancelled.
///
/// The job may tell much faster than the page listens: what a program prints is limited, and its
/// time must not stand still while nobody reads.
pub fn answer<J>(place: Place, job: J) -> Response
where
    J: FnOnce(&Teller, &Cancel) -> anyhow::Result<Outcome> + Send + 'static,
{
    let (sender, receiver) = unbounded_channel();
    let cancel = Cancel::default();
    let events = Events {
        receiver,
        cancel: cancel.clone(),
    };
    tokio::spawn(follow(place, Teller(sender), cancel, job));
    let headers = [
        (CONTENT_TYPE, "application/x-ndjson"),
        (CACHE_CONTROL, "no-store"),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
    ];
    (headers, Body::from_stream(events)).into_response()
}

async fn follow<J>(place: Place, teller: Teller, cancel: Cancel, job: J)
where
    J: FnOnce(&Teller, &Cancel) -> anyhow::Result<Outcome> + Send + 'static,
{
    let turn = match place {
        Place::Now(turn) => turn,
        Place::Later(place) => {
            teller.tell(&Event::Queued);
            tokio::select! {
                turn = place => match turn {
                    Ok(turn) => turn,
                    // The server is ending.
                    Err(_) => return,
                },
                () = teller.0.closed() => return,
            }
        }
    };
    let start = Instant::now();
    let own = teller.clone();
    let done = tokio::task::spawn_blocking(move || {
        let done = job(&own, &cancel);
        drop(turn);
        done
    });
    let outcome = match done.await {
        Ok(Ok(outcome)) => outcome,
        Ok(Err(error)) => failed(&teller, &format!("{error:#}")),
        Err(_) => failed(&teller, "the server made a mistake; its terminal says more"),
    };
    teller.tell(&Event::End(End {
        status: outcome.status,
        seconds: outcome.time.unwrap_or(start.elapsed()).as_secs_f64(),
        words: outcome.words,
    }));
}

fn failed(teller: &Teller, text: &str) -> Outcome {
    teller.tell(&Event::Error { text });
    Outcome::with_status(2)
}

/// The body of an answer. It is dropped when all is said, or when the page has gone.
struct Events {
    receiver: UnboundedReceiver<Bytes>,
    cancel: Cancel,
}

impl Stream for Events {
    type Item = Result<Bytes, Infallible>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context) -> Poll<Option<Self::Item>> {
        self.receiver.poll_recv(context).map(|line| line.map(Ok))
    }
}

impl Drop for Events {
    fn drop(&mut self) {
        self.cancel.cancel();
    }
}
