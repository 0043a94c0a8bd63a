//! Rejected: it does not compile, E0597
//!
//! A reference to the older slip: whoever has the newer one could not hand it to another thread.

use std::any::Any;
use std::sync::Arc;

#[derive(Clone, Default)]
pub struct Slip<'a> {
    thing: Option<Arc<dyn Any + Send + Sync>>,
    above: Option<&'a Slip<'a>>,
}

impl<'a> Slip<'a> {
    pub fn with<T: Any + Send + Sync>(&'a self, thing: T) -> Slip<'a> {
        Slip {
            thing: Some(Arc::new(thing)),
            above: Some(self),
        }
    }

    pub fn get<T: Any + Send + Sync>(&self) -> Option<Arc<T>> {
        let own = self.thing.clone().and_then(|thing| thing.downcast().ok());
        own.or_else(|| self.above?.get())
    }
}
