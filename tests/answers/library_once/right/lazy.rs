//! A `LazyLock` for each book, behind crossbeam's lock for many readers.

use crossbeam_utils::sync::ShardedLock;
use std::collections::HashMap;
use std::sync::{Arc, LazyLock};
pub type Database = Box<dyn Fn(u32) -> String + Send + Sync>;

type Lazy = Arc<LazyLock<String, Box<dyn FnOnce() -> String + Send>>>;
pub struct Library {
    database: Arc<dyn Fn(u32) -> String + Send + Sync>,
    lazy: ShardedLock<HashMap<u32, Lazy>>,
}
impl Library {
    pub fn new(database: Database) -> Library {
        Library {
            database: Arc::from(database),
            lazy: ShardedLock::default(),
        }
    }
    pub fn find(&self, id: u32) -> String {
        let lazy = self.lazy.read().unwrap().get(&id).map(Arc::clone);
        let lazy = lazy.unwrap_or_else(|| {
            let database = Arc::clone(&self.database);
            let new = || {
                let f: Box<dyn FnOnce() -> String + Send> = Box::new(move || database(id));
                Arc::new(LazyLock::new(f))
            };
            self.lazy
                .write()
                .unwrap()
                .entry(id)
                .or_insert_with(new)
                .clone()
        });
        String::clone(&lazy)
    }
}
