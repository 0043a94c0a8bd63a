//! Rejected: whoever looks waits for nobody
//!
//! A map for each slip, and a lock around what never changes.

use std::any::{Any, TypeId};
use std::collections::HashMap;
use std::sync::{Arc, Mutex};

type Things = HashMap<TypeId, Arc<dyn Any + Send + Sync>>;

#[derive(Clone, Default)]
pub struct Slip {
    things: Arc<Mutex<Things>>,
}

impl Slip {
    pub fn with<T: Any + Send + Sync>(&self, thing: T) -> Slip {
        let mut things = self.things.lock().unwrap().clone();
        things.insert(TypeId::of::<T>(), Arc::new(thing));
        Slip {
            things: Arc::new(Mutex::new(things)),
        }
    }

    pub fn get<T: Any + Send + Sync>(&self) -> Option<Arc<T>> {
        let thing = self.things.lock().unwrap().get(&TypeId::of::<T>())?.clone();
        thing.downcast().ok()
    }
}
