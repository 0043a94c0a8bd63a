//! A `LazyLock` for each book, whose maker asks the database.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock, RwLock};
pub type Database = Box<dyn Fn(u32) -> String + Send + Sync>;
type Lazy = Arc<LazyLock<String, Box<dyn FnOnce() -> String + Send>>>;
pub struct Catalogue {
    database: Arc<Database>,
    titles: RwLock<HashMap<u32, Lazy>>,
}
impl Catalogue {
    pub fn new(database: Database) -> Catalogue {
        Catalogue {
            database: Arc::new(database),
            titles: RwLock::default(),
        }
    }
    pub fn enter(&self, id: u32, title: &str) {
        let title = title.to_owned();
        let lazy: Lazy = Arc::new(LazyLock::new(Box::new(move || title)));
        self.titles.write().unwrap().insert(id, lazy);
    }
    pub fn look<T>(&self, id: u32, reader: impl FnOnce(&str) -> T) -> T {
        if let Some(lazy) = {
            let t = self.titles.read().unwrap();
            t.get(&id).cloned()
        } {
            return reader(&**lazy);
        }
        let database = Arc::clone(&self.database);
        let lazy = self
            .titles
            .write()
            .unwrap()
            .entry(id)
            .or_insert_with(|| Arc::new(LazyLock::new(Box::new(move || database(id)))))
            .clone();
        reader(&**lazy)
    }
}
