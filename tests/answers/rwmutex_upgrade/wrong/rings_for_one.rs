//! Rejected: all who wait for a title get it
//! Says: deadlock

use std::collections::HashMap;
use std::sync::{Arc, Condvar, Mutex};
pub type Database = Box<dyn Fn(u32) -> String + Send + Sync>;

#[derive(Clone)]
enum State {
    Asking,
    Known(Arc<str>),
}
pub struct Catalogue {
    database: Database,
    titles: Mutex<HashMap<u32, State>>,
    bell: Condvar,
}
impl Catalogue {
    pub fn new(database: Database) -> Catalogue {
        Catalogue {
            database,
            titles: Mutex::default(),
            bell: Condvar::new(),
        }
    }
    pub fn enter(&self, id: u32, title: &str) {
        self.titles
            .lock()
            .unwrap()
            .insert(id, State::Known(title.into()));
        self.bell.notify_all();
    }
    pub fn look<T>(&self, id: u32, reader: impl FnOnce(&str) -> T) -> T {
        let mut titles = self.titles.lock().unwrap();
        let title = loop {
            match titles.get(&id) {
                Some(State::Known(t)) => break t.clone(),
                Some(State::Asking) => titles = self.bell.wait(titles).unwrap(),
                None => {
                    titles.insert(id, State::Asking);
                    drop(titles);
                    let said = (self.database)(id);
                    titles = self.titles.lock().unwrap();
                    if let Some(State::Asking) = titles.get(&id) {
                        titles.insert(id, State::Known(said.into()));
                    }
                    self.bell.notify_one();
                }
            }
        };
        drop(titles);
        reader(&title)
    }
}
