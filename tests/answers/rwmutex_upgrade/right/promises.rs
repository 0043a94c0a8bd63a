//! A channel that is closed when the title is there.

use crossbeam_channel::{Receiver, bounded};
use std::collections::HashMap;
use std::sync::RwLock;
pub type Database = Box<dyn Fn(u32) -> String + Send + Sync>;

enum Entry {
    Known(String),
    Coming(Receiver<()>),
}
pub struct Catalogue {
    database: Database,
    titles: RwLock<HashMap<u32, Entry>>,
}
impl Catalogue {
    pub fn new(database: Database) -> Catalogue {
        Catalogue {
            database,
            titles: RwLock::default(),
        }
    }
    pub fn enter(&self, id: u32, title: &str) {
        self.titles
            .write()
            .unwrap()
            .insert(id, Entry::Known(title.to_owned()));
    }
    pub fn look<T>(&self, id: u32, reader: impl FnOnce(&str) -> T) -> T {
        loop {
            let coming = match self.titles.read().unwrap().get(&id) {
                Some(Entry::Known(title)) => return reader(title),
                Some(Entry::Coming(r)) => Some(r.clone()),
                None => None,
            };
            if let Some(coming) = coming {
                let _ = coming.recv();
                continue;
            }
            let (door, closed) = bounded::<()>(0);
            {
                let mut titles = self.titles.write().unwrap();
                if titles.contains_key(&id) {
                    continue;
                }
                titles.insert(id, Entry::Coming(closed));
            }
            let said = (self.database)(id);
            let mut titles = self.titles.write().unwrap();
            if let Some(Entry::Coming(_)) = titles.get(&id) {
                titles.insert(id, Entry::Known(said));
            }
            drop((titles, door));
        }
    }
}
