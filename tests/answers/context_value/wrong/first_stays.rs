//! Rejected: the nearest of two is found
//!
//! What is there is not replaced.

use std::any::{Any, TypeId};
use std::collections::HashMap;
use std::sync::Arc;

#[derive(Clone, Default)]
pub struct Slip {
    things: HashMap<TypeId, Arc<dyn Any + Send + Sync>>,
}

impl Slip {
    pub fn with<T: Any + Send + Sync>(&self, thing: T) -> Slip {
        let mut slip = self.clone();
        slip.things
            .entry(TypeId::of::<T>())
            .or_insert_with(|| Arc::new(thing));
        slip
    }

    pub fn get<T: Any + Send + Sync>(&self) -> Option<Arc<T>> {
        let thing = self.things.get(&TypeId::of::<T>())?;
        Arc::clone(thing).downcast().ok()
    }
}
