//! Rejected: known titles can be looked at while one is read that was asked for
//!
//! Who has asked reads in the guard with which the title was written.

use std::collections::HashMap;
use std::sync::{Mutex, RwLock};
pub type Database = Box<dyn Fn(u32) -> String + Send + Sync>;

pub struct Catalogue {
    database: Database,
    asks: Mutex<()>,
    titles: RwLock<HashMap<u32, String>>,
}
impl Catalogue {
    pub fn new(database: Database) -> Catalogue {
        Catalogue {
            database,
            asks: Mutex::default(),
            titles: RwLock::default(),
        }
    }
    pub fn enter(&self, id: u32, title: &str) {
        self.titles.write().unwrap().insert(id, title.to_owned());
    }
    pub fn look<T>(&self, id: u32, reader: impl FnOnce(&str) -> T) -> T {
        if let Some(t) = self.titles.read().unwrap().get(&id) {
            return reader(t);
        }
        let _asks = self.asks.lock().unwrap();
        if let Some(t) = self.titles.read().unwrap().get(&id) {
            return reader(t);
        }
        let title = (self.database)(id);
        reader(self.titles.write().unwrap().entry(id).or_insert(title))
    }
}
