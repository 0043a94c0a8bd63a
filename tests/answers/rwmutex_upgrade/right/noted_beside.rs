//! A read lock for the titles, and a mutex with a condition for what is being asked. Who notes what
//! is asked waits for no reader, and who reads for nobody who asks.

use std::collections::{HashMap, HashSet};
use std::sync::{Condvar, Mutex, RwLock};

pub type Database = Box<dyn Fn(u32) -> String + Send + Sync>;

pub struct Catalogue {
    database: Database,
    titles: RwLock<HashMap<u32, String>>,
    asked: Mutex<HashSet<u32>>,
    answered: Condvar,
}

impl Catalogue {
    pub fn new(database: Database) -> Catalogue {
        Catalogue {
            database,
            titles: RwLock::default(),
            asked: Mutex::default(),
            answered: Condvar::new(),
        }
    }

    pub fn enter(&self, id: u32, title: &str) {
        self.titles.write().unwrap().insert(id, title.to_owned());
    }

    pub fn look<T>(&self, id: u32, reader: impl FnOnce(&str) -> T) -> T {
        loop {
            if let Some(title) = self.titles.read().unwrap().get(&id) {
                return reader(title);
            }
            self.ask(id);
        }
    }

    fn ask(&self, id: u32) {
        let mut asked = self.asked.lock().unwrap();
        if !asked.insert(id) {
            let unknown = |_: &mut HashSet<u32>| !self.titles.read().unwrap().contains_key(&id);
            drop(self.answered.wait_while(asked, unknown).unwrap());
            return;
        }
        drop(asked);
        let title = (self.database)(id);
        self.titles.write().unwrap().entry(id).or_insert(title);
        let asked = self.asked.lock().unwrap();
        self.answered.notify_all();
        drop(asked);
    }
}
