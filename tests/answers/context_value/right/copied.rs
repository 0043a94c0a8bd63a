//! Each slip is a copy of the map; the things are shared.

use std::any::{Any, TypeId};
use std::collections::HashMap;
use std::sync::Arc;

#[derive(Clone, Default)]
pub struct Slip {
    things: HashMap<TypeId, Arc<dyn Any + Send + Sync>>,
}

impl Slip {
    pub fn with<T: Any + Send + Sync>(&self, thing: T) -> Slip {
        let mut things = self.things.clone();
        things.insert(TypeId::of::<T>(), Arc::new(thing));
        Slip { things }
    }

    pub fn get<T: Any + Send + Sync>(&self) -> Option<Arc<T>> {
        let thing = self.things.get(&TypeId::of::<T>())?;
        Arc::clone(thing).downcast().ok()
    }
}
