//! Rejected: whoever waits for a title sleeps

use std::collections::HashMap;
use std::sync::Mutex;

pub type Database = Box<dyn Fn(u32) -> String + Send + Sync>;

pub struct Catalogue {
    database: Database,
    titles: Mutex<HashMap<u32, Option<String>>>,
}

impl Catalogue {
    pub fn new(database: Database) -> Catalogue {
        Catalogue {
            database,
            titles: Mutex::default(),
        }
    }

    pub fn enter(&self, id: u32, title: &str) {
        let mut titles = self.titles.lock().unwrap();
        titles.insert(id, Some(title.to_owned()));
    }

    pub fn look<T>(&self, id: u32, reader: impl FnOnce(&str) -> T) -> T {
        reader(&self.title(id))
    }

    fn title(&self, id: u32) -> String {
        let mut titles = self.titles.lock().unwrap();
        loop {
            match titles.get(&id) {
                Some(Some(title)) => return title.clone(),
                Some(None) => {
                    drop(titles);
                    std::thread::yield_now();
                    titles = self.titles.lock().unwrap();
                }
                None => break,
            }
        }
        titles.insert(id, None);
        drop(titles);
        let title = (self.database)(id);
        let mut titles = self.titles.lock().unwrap();
        let entry = titles.get_mut(&id).unwrap();
        let title = entry.get_or_insert(title).clone();
        title
    }
}
