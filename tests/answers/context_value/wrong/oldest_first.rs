//! Rejected: the nearest of two is found

use std::any::Any;
use std::sync::Arc;

#[derive(Clone, Default)]
pub struct Slip(Vec<Arc<dyn Any + Send + Sync>>);

impl Slip {
    pub fn with<T: Any + Send + Sync>(&self, thing: T) -> Slip {
        let mut things = self.0.clone();
        things.push(Arc::new(thing));
        Slip(things)
    }

    pub fn get<T: Any + Send + Sync>(&self) -> Option<Arc<T>> {
        let mut things = self.0.iter().cloned();
        things.find_map(|thing| thing.downcast().ok())
    }
}
