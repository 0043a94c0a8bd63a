//! A request carries a slip with what belongs to it: who asks, under which number. A slip never
//! changes: to add something is to make a new slip from an old one. Each thing is found by its
//! type, on this slip or on the nearest one that it was made from, and never on another. Any number
//! of threads may look at a slip at the same time: nobody waits for anybody, and nobody takes a lock
//! to look. What is on no slip any more is dropped.

use std::any::{Any, TypeId};
use std::collections::HashMap;
use std::sync::{Arc, Mutex};

type Things = HashMap<TypeId, Arc<dyn Any + Send + Sync>>;

/// What belongs to a request.
#[derive(Clone, Default)]
pub struct Slip {
    // TODO: one paper for everybody.
    things: Arc<Mutex<Things>>,
}

impl Slip {
    /// A slip with this thing on it as well, made from this one.
    pub fn with<T: Any + Send + Sync>(&self, thing: T) -> Slip {
        let mut things = self.things.lock().unwrap();
        things.insert(TypeId::of::<T>(), Arc::new(thing));
        self.clone()
    }

    /// The nearest thing of this type.
    pub fn get<T: Any + Send + Sync>(&self) -> Option<Arc<T>> {
        let thing = self.things.lock().unwrap().get(&TypeId::of::<T>())?.clone();
        thing.downcast().ok()
    }
}
