//! A list, read from its end.

use std::any::Any;
use std::sync::Arc;

#[derive(Clone)]
pub struct Slip(Arc<[Arc<dyn Any + Send + Sync>]>);

impl Default for Slip {
    fn default() -> Slip {
        Slip(Arc::new([]))
    }
}

impl Slip {
    pub fn with<T: Any + Send + Sync>(&self, thing: T) -> Slip {
        let thing: Arc<dyn Any + Send + Sync> = Arc::new(thing);
        Slip(self.0.iter().cloned().chain([thing]).collect())
    }

    pub fn get<T: Any + Send + Sync>(&self) -> Option<Arc<T>> {
        let mut things = self.0.iter().rev().cloned();
        things.find_map(|thing| thing.downcast().ok())
    }
}
