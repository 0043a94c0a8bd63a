//! A map that is copied when somebody adds to it.

use std::any::{Any, TypeId};
use std::collections::BTreeMap;
use std::sync::Arc;

type Things = BTreeMap<TypeId, Arc<dyn Any + Send + Sync>>;

#[derive(Clone, Default)]
pub struct Slip {
    things: Arc<Things>,
}

impl Slip {
    pub fn with<T: Any + Send + Sync>(&self, thing: T) -> Slip {
        let mut slip = self.clone();
        Arc::make_mut(&mut slip.things).insert(TypeId::of::<T>(), Arc::new(thing));
        slip
    }

    pub fn get<T: Any + Send + Sync>(&self) -> Option<Arc<T>> {
        let thing = self.things.get(&TypeId::of::<T>())?;
        Arc::clone(thing).downcast().ok()
    }
}
