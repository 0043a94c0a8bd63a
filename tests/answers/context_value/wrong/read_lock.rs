//! Rejected: whoever looks waits for nobody
//!
//! A lock that nobody writes to once it is there, and so nobody needs.

use std::any::{Any, TypeId};
use std::collections::HashMap;
use std::sync::{Arc, RwLock};
type Things = HashMap<TypeId, Arc<dyn Any + Send + Sync>>;
#[derive(Clone, Default)]
pub struct Slip {
    things: Arc<RwLock<Things>>,
}
impl Slip {
    pub fn with<T: Any + Send + Sync>(&self, thing: T) -> Slip {
        let mut copy = self.things.read().unwrap().clone();
        copy.insert(TypeId::of::<T>(), Arc::new(thing));
        Slip {
            things: Arc::new(RwLock::new(copy)),
        }
    }
    pub fn get<T: Any + Send + Sync>(&self) -> Option<Arc<T>> {
        let thing = self.things.read().unwrap().get(&TypeId::of::<T>())?.clone();
        thing.downcast().ok()
    }
}
