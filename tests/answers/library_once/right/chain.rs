//! A chain that only grows, of `OnceLock`s, and no other lock.

use std::sync::OnceLock;
pub type Database = Box<dyn Fn(u32) -> String + Send + Sync>;

struct Node {
    id: u32,
    book: OnceLock<String>,
    next: Link,
}
type Link = OnceLock<Box<Node>>;
pub struct Library {
    database: Database,
    first: Link,
}
impl Library {
    pub fn new(database: Database) -> Library {
        Library {
            database,
            first: OnceLock::new(),
        }
    }
    pub fn find(&self, id: u32) -> String {
        let mut link = &self.first;
        loop {
            let node = link.get_or_init(|| {
                Box::new(Node {
                    id,
                    book: OnceLock::new(),
                    next: OnceLock::new(),
                })
            });
            if node.id == id {
                return node.book.get_or_init(|| (self.database)(id)).clone();
            }
            link = &node.next;
        }
    }
}
