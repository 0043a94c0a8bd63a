//! One channel for both: a thread of its own waits for the database, and another for the end.

use crossbeam_channel::Receiver;
use listings::{Context, ContextError};
use std::collections::HashMap;
use std::sync::Mutex;
use std::sync::mpsc::channel;
use std::thread;

pub type Database = Box<dyn Fn(u32) -> Receiver<String> + Send + Sync>;

#[derive(Debug, PartialEq, Eq)]
pub enum Sorry {
    Ended(ContextError),
    NoAnswer,
}

pub struct Library {
    database: Database,
    trolley: Mutex<HashMap<u32, String>>,
}

impl Library {
    pub fn new(database: Database) -> Library {
        Library {
            database,
            trolley: Mutex::default(),
        }
    }

    pub fn find(&self, ctx: &Context, id: u32) -> Result<String, Sorry> {
        let mut trolley = self.trolley.lock().unwrap();
        if let Some(book) = trolley.get(&id) {
            return Ok(book.clone());
        }
        drop(trolley);
        let answers = (self.database)(id);
        let (tell, told) = channel();
        let tell_end = tell.clone();
        let waits = ctx.clone();
        let mut stop = ctx.after_func(move || {
            let why = waits.err().expect("it has ended");
            let _ = tell_end.send(Err(Sorry::Ended(why)));
        });
        thread::spawn(move || {
            let answer = answers.recv().map_err(|_| Sorry::NoAnswer);
            let _ = tell.send(answer);
        });
        let found = told.recv().expect("somebody tells");
        stop.stop();
        trolley = self.trolley.lock().unwrap();
        if let Ok(book) = &found {
            trolley.insert(id, book.clone());
        }
        found
    }
}
