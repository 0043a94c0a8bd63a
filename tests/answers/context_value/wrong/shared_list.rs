//! Rejected: what is on one slip is not on the one beside it
//!
//! All slips are one list, and each knows how much of it is its own. But two may be made from one.

use std::any::Any;
use std::sync::{Arc, RwLock};

type Things = Vec<Arc<dyn Any + Send + Sync>>;

#[derive(Clone, Default)]
pub struct Slip {
    things: Arc<RwLock<Things>>,
    mine: usize,
}

impl Slip {
    pub fn with<T: Any + Send + Sync>(&self, thing: T) -> Slip {
        let mut things = self.things.write().unwrap();
        things.insert(self.mine, Arc::new(thing));
        Slip {
            things: Arc::clone(&self.things),
            mine: self.mine + 1,
        }
    }

    pub fn get<T: Any + Send + Sync>(&self) -> Option<Arc<T>> {
        let things = self.things.read().unwrap();
        let mut mine = things[..self.mine].iter().rev().cloned();
        mine.find_map(|thing| thing.downcast().ok())
    }
}
