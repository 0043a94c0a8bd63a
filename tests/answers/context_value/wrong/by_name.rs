//! Rejected: another type of the same name is another type
//!
//! A name in place of the `TypeId`.

use std::any::{Any, type_name};
use std::collections::HashMap;
use std::sync::Arc;
#[derive(Clone, Default)]
pub struct Slip {
    things: Arc<HashMap<&'static str, Arc<dyn Any + Send + Sync>>>,
}
impl Slip {
    pub fn with<T: Any + Send + Sync>(&self, thing: T) -> Slip {
        let mut things = (*self.things).clone();
        things.insert(type_name::<T>(), Arc::new(thing));
        Slip {
            things: Arc::new(things),
        }
    }
    pub fn get<T: Any + Send + Sync>(&self) -> Option<Arc<T>> {
        self.things.get(type_name::<T>())?.clone().downcast().ok()
    }
}
