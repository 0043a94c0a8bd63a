//! Rejected: what is on a slip is found by its type
//!
//! Looks at what was added last, and no further.

use std::any::Any;
use std::sync::Arc;

#[derive(Clone, Default)]
pub struct Slip(Option<Arc<dyn Any + Send + Sync>>);

impl Slip {
    pub fn with<T: Any + Send + Sync>(&self, thing: T) -> Slip {
        Slip(Some(Arc::new(thing)))
    }

    pub fn get<T: Any + Send + Sync>(&self) -> Option<Arc<T>> {
        self.0.clone()?.downcast().ok()
    }
}
